import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { db } from '../../../lib/library/db';
import { identifiedPapers } from '../../../lib/library/identified-papers';
import { library } from '../../../lib/library/library';
import type { PaperId } from '../../../lib/paper';
import { loggedRequests } from '../../../lib/request-log';
import { sendToZotero } from '../../../lib/zotero/send';
import { aPaper } from '../../papers';
import { grant } from '../../permissions';
import { askAt } from '../../servers/asked';
import { ZoteroServer } from '../../servers/zotero';

let zotero: ZoteroServer;
const paper = aPaper({ abstract: 'On margins.', published: '2026-09-01', subjects: ['cs.DL'] });
const send = (papers: PaperId[], about: { id?: string; again?: boolean } = {}) =>
  sendToZotero({ id: crypto.randomUUID(), papers, ...about }, identifiedPapers);

beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
  fakeBrowser.reset();
  grant(['<all>']);
  zotero = new ZoteroServer();
  askAt(await zotero.listen());
  await library.save(paper);
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await zotero.close();
});

test('a paper arrives with its note, its highlights and its tags, and nothing of it is dropped', async () => {
  await library.writeNote({ paper, text: 'See <b>Lemma 2</b> & "its" proof.\nTwice.\n\nThen stop.' });
  await library.mark({ paper, change: { addTags: ['margins', 'to cite'] } });
  await library.highlight({
    paper,
    highlight: {
      id: crypto.randomUUID(),
      quote: { exact: 'On margins', prefix: '', suffix: '.' },
      comment: '<script>no</script>',
    },
  });
  expect(await send([paper.id])).toEqual({ sent: 1, before: 0, isUnsure: false });
  expect(zotero.dropped).toEqual([]);
  expect(zotero.items).toEqual([
    {
      itemType: 'preprint',
      fields: {
        title: paper.title,
        abstractNote: 'On margins.',
        date: '2026-09-01',
        url: 'https://arxiv.org/abs/2609.00001',
        DOI: '10.48550/arXiv.2609.00001',
        repository: 'arXiv',
        archiveID: 'arXiv:2609.00001',
      },
      creators: [
        { firstName: 'Ada', lastName: 'Margin', creatorType: 'author' },
        { firstName: 'Björn', lastName: 'Müller', creatorType: 'author' },
      ],
      tags: ['margins', 'to cite'],
      notes: [
        '<p>See &lt;b&gt;Lemma 2&lt;/b&gt; &amp; &quot;its&quot; proof.<br/>Twice.</p><p>Then stop.</p>',
        '<blockquote><p>On margins</p></blockquote><p>&lt;script&gt;no&lt;/script&gt;</p>',
      ],
    },
  ]);
});

test('published papers go to the type that has their fields', async () => {
  const article = aPaper({ id: 'doi:10.1000/a', aliases: ['arxiv:2609.00002'], venue: 'Journal of Margins' });
  const talk = aPaper({
    id: 'acl:2026.acl-main.1',
    venue: 'ACL 2026',
    links: { pdf: 'https://aclanthology.org/1.pdf' },
  });
  await library.saveAll([article, talk]);
  await send([article.id, talk.id]);
  expect(zotero.dropped).toEqual([]);
  expect(zotero.items).toMatchObject([
    {
      itemType: 'journalArticle',
      fields: { DOI: '10.1000/a', publicationTitle: 'Journal of Margins', extra: 'arXiv: 2609.00002' },
    },
    {
      itemType: 'conferencePaper',
      fields: { proceedingsTitle: 'ACL 2026', extra: 'ACL: 2026.acl-main.1\nPDF: https://aclanthology.org/1.pdf' },
    },
  ]);
});

test('many go in parts, each in a session of its own', async () => {
  const many = Array.from({ length: 120 }, (_, i) => aPaper({ id: `arxiv:2609.1${String(i).padStart(4, '0')}` }));
  await library.saveAll(many);
  expect(await send(many.map(({ id }) => id))).toMatchObject({ sent: 120 });
  expect(zotero.items).toHaveLength(120);
  expect(zotero.requests).toHaveLength(3);
});

test('a repeated message makes no second item, and says the same', async () => {
  const id = crypto.randomUUID();
  const first = await send([paper.id], { id });
  expect(await send([paper.id], { id })).toEqual(first);
  expect(await Promise.all([send([paper.id], { id }), send([paper.id], { id })])).toEqual([first, first]);
  expect(zotero.items).toHaveLength(1);
  expect(zotero.requests).toHaveLength(1);
});

test('the background is ended before the answer: the repeated message makes no second item, and says what is unsure', async () => {
  const id = crypto.randomUUID();
  // What it would remember, had it been ended while Zotero was saving.
  const part = { state: 'asked', sent: [paper.id], before: 0 };
  await send([paper.id], { id });
  await fakeBrowser.storage.session.set({ 'zotero:sent': { papers: {}, parts: { [`${id}-0`]: part } } });
  expect(await send([paper.id], { id })).toEqual({ sent: 1, before: 0, isUnsure: true });
  expect(zotero.items).toHaveLength(1);
});

test('what was sent since the browser started is not sent again, unless it is wanted', async () => {
  const other = aPaper({ id: 'arxiv:2609.00002' });
  await library.save(other);
  await send([paper.id]);
  expect(await send([paper.id, other.id])).toEqual({ sent: 1, before: 1, isUnsure: false });
  expect(zotero.items).toHaveLength(2);
  expect(await send([paper.id], { again: true })).toMatchObject({ sent: 1, before: 0 });
  expect(zotero.items).toHaveLength(3);
});

describe('failures', () => {
  const failure = (problem: string) => expect.objectContaining({ problem });

  test('Zotero is not running', async () => {
    await zotero.close();
    await expect(send([paper.id])).rejects.toEqual(failure('zoteroNotRunning'));
    zotero = new ZoteroServer();
    askAt(await zotero.listen());
    expect(await send([paper.id])).toMatchObject({ sent: 1 });
  });

  test('something else listens there', async () => {
    zotero.isZotero = false;
    await expect(send([paper.id])).rejects.toEqual(failure('notZotero'));
  });

  test('the library that is selected takes nothing', async () => {
    zotero.isEditable = false;
    await expect(send([paper.id])).rejects.toEqual(failure('zoteroReadOnly'));
    zotero.isEditable = true;
    expect(await send([paper.id])).toMatchObject({ sent: 1, before: 0 });
  });

  test('without the permission nothing is asked, and nothing is logged', async () => {
    grant([]);
    await expect(send([paper.id])).rejects.toEqual(failure('notAllowed'));
    expect(zotero.requests).toEqual([]);
    expect(await loggedRequests()).toEqual([]);
  });
});

test('without its header Zotero hangs up: the server is as strict as Zotero', async () => {
  await expect(fetch('http://127.0.0.1:23119/connector/ping', {})).rejects.toThrow();
  const outdated = fetch('http://127.0.0.1:23119/connector/saveItems', {
    method: 'POST',
    headers: { 'X-Zotero-Connector-API-Version': '2', 'Content-Type': 'application/json' },
    body: '{}',
  });
  expect((await outdated).status).toBe(400);
});
