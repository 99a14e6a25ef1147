import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { z } from 'zod';
import { WholePaper } from '../../../lib/formats/whole-paper';
import { client } from '../../../lib/library/client';
import type { Library } from '../../../lib/library/contract';
import { db } from '../../../lib/library/db';
import { LibraryFailure } from '../../../lib/library/failure';
import { library } from '../../../lib/library/library';
import { serve } from '../../../lib/library/server';
import { readWhole } from '../../../lib/library/whole-papers';
import type { PaperId } from '../../../lib/paper';
import { aPaper } from '../../papers';

const paper = aPaper();

beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
  serve(library, Promise.resolve());
});

// Pages use the client, the background the library: they are one thing.
describe.each<[string, Library]>([
  ['the library', library],
  ['its client', client],
])('%s', (_, library) => {
  test('finds the saved ones among ids', async () => {
    await library.save(paper);
    const found = await library.find([paper.id, 'arxiv:2609.99999']);
    expect(Object.keys(found)).toEqual([paper.id]);
    expect(found[paper.id]?.savedAt).toBeGreaterThan(0);
    expect(found[paper.id]?.note).toBeUndefined();
  });

  test('finds nothing in an empty library', async () => {
    expect(await library.find([paper.id])).toEqual({});
  });

  test('removes many, and restores them as they were', async () => {
    const other = aPaper({ id: 'arxiv:2609.00002' });
    await library.saveAll([paper, other]);
    await library.writeNote({ paper, text: 'read the proof' });
    const before = await library.find([paper.id, other.id]);
    await library.removeAll([paper.id, other.id]);
    expect(await library.find([paper.id, other.id])).toEqual({});
    await library.restoreAll([paper.id, other.id]);
    expect(await library.find([paper.id, other.id])).toEqual(before);
  });

  test('finds a paper by any of its identifiers', async () => {
    await library.save(aPaper({ aliases: ['doi:10.1000/margins'] }));
    const found = await library.find(['doi:10.1000/margins']);
    expect(found['doi:10.1000/margins']?.savedAt).toBeGreaterThan(0);
  });

  test('keeps one record of a paper that is seen under another identifier', async () => {
    await library.save(paper);
    await library.save(aPaper({ id: 'doi:10.1000/margins', aliases: [paper.id] }));
    expect(await db.papers.count()).toBe(1);
    expect(Object.keys(await library.find([paper.id, 'doi:10.1000/margins']))).toHaveLength(2);
  });

  test('takes what is said of a paper that lists have shown under many identifiers', async () => {
    const named = (n: number) => Array.from({ length: 20 }, (_, i): PaperId => `s2:${n * 20 + i}`);
    for (const n of [1, 2, 3]) await library.save(aPaper({ aliases: named(n) }));
    await library.sight([aPaper({ aliases: named(4) })]);
    const stored = (await db.papers.toArray())[0]?.paper ?? paper;
    expect(stored.aliases).toHaveLength(80);
    await library.writeNote({ paper: stored, text: 'read the proof' });
    await library.mark({ paper: stored, change: { addTags: ['graphs'] } });
    const quote = { exact: 'words', prefix: '', suffix: '' };
    await library.highlight({ paper: stored, highlight: { id: crypto.randomUUID(), quote } });
    expect((await library.find(['s2:99']))['s2:99']).toMatchObject({ note: 'read the proof', tags: ['graphs'] });
  });

  test('does not merge two saved papers that a page shows as one', async () => {
    await library.save(paper);
    await library.save(aPaper({ id: 'doi:10.1000/other' }));
    await library.save(aPaper({ aliases: ['doi:10.1000/other'] }));
    expect(await db.papers.count()).toBe(2);
    expect((await db.aliases.get('doi:10.1000/other'))?.paperId).toBe('doi:10.1000/other');
  });

  test('saving twice changes nothing', async () => {
    await library.save(paper);
    const before = await db.papers.toArray();
    await library.save(paper);
    expect((await db.papers.toArray()).map(({ savedAt }) => savedAt)).toEqual(before.map(({ savedAt }) => savedAt));
  });

  test('a later sighting fills in what is missing and replaces nothing', async () => {
    await library.save(paper);
    await library.save(
      aPaper({
        title: 'Another title',
        abstract: 'We note.',
        seen: { site: 'Hugging Face', url: 'https://huggingface.co/papers' },
      }),
    );
    const record = await db.papers.get(paper.id);
    expect(record?.paper).toMatchObject({ title: paper.title, abstract: 'We note.', seen: { site: 'arXiv' } });
  });

  test('writing a note saves the paper', async () => {
    await library.writeNote({ paper, text: 'read the proof' });
    expect((await library.find([paper.id]))[paper.id]?.note).toBe('read the proof');
  });

  test('an emptied note goes, the paper and the last words stay', async () => {
    await library.writeNote({ paper, text: 'read the proof' });
    await library.writeNote({ paper, text: ' ' });
    expect((await library.find([paper.id]))[paper.id]).toEqual({ id: paper.id, savedAt: expect.any(Number) });
    expect(await db.notes.toArray()).toMatchObject([{ text: 'read the proof', deletedAt: expect.any(Number) }]);
  });

  test('writing again revives an emptied note, under the same UUID', async () => {
    await library.writeNote({ paper, text: 'read the proof' });
    const [before] = await db.notes.toArray();
    await library.writeNote({ paper, text: '' });
    await library.writeNote({ paper, text: 'read it again' });
    const after = { text: 'read it again', updatedAt: expect.any(Number), worn: 'the proof'.length };
    expect(await db.notes.toArray()).toEqual([{ ...before, ...after }]);
  });

  test('a removed paper is not found, and undo brings it back with its note and its date', async () => {
    await library.writeNote({ paper, text: 'read the proof' });
    const before = await library.find([paper.id]);
    await library.remove(paper.id);
    expect(await library.find([paper.id])).toEqual({});
    expect((await db.papers.get(paper.id))?.removedAt).toBeGreaterThan(0);
    await library.restore(paper.id);
    expect(await library.find([paper.id])).toEqual(before);
  });

  test('saving a removed paper again brings its note back', async () => {
    await library.writeNote({ paper, text: 'read the proof' });
    await library.remove(paper.id);
    await library.save(paper);
    expect((await library.find([paper.id]))[paper.id]?.note).toBe('read the proof');
  });

  test('removing and restoring what is not there does nothing', async () => {
    await library.remove(paper.id);
    await library.restore(paper.id);
    expect(await library.find([paper.id])).toEqual({});
  });

  test('two tabs that save at once make one record', async () => {
    await Promise.all([library.save(paper), library.save(paper), library.writeNote({ paper, text: 'both' })]);
    expect(await db.papers.count()).toBe(1);
    expect(await db.notes.count()).toBe(1);
  });

  test('fields of a later version survive a write', async () => {
    await library.save(paper);
    await db.papers.update(paper.id, { rating: 5 } as object);
    await library.remove(paper.id);
    await library.restore(paper.id);
    await library.writeNote({ paper, text: 'still rated' });
    expect(await db.papers.get(paper.id)).toMatchObject({ rating: 5 });
  });

  test('tells every page which paper changed, by all its identifiers', async () => {
    const told = vi.fn(async () => undefined);
    Object.assign(fakeBrowser.tabs, { sendMessage: told });
    await fakeBrowser.tabs.create({ url: 'https://arxiv.org/list/cs.LG/new' });
    await library.save(aPaper({ aliases: ['doi:10.1000/margins'] }));
    await vi.waitFor(() => {
      const ids = told.mock.calls.flatMap(([, change]: unknown[]) => (change as { changed: string[] }).changed);
      expect(ids).toEqual(expect.arrayContaining([paper.id, 'doi:10.1000/margins']));
    });
  });
});

test('of more identifiers than anybody takes, the first are kept with the paper, and it is found by all', async () => {
  const named = (n: number) => Array.from({ length: 400 }, (_, i): PaperId => `s2:${n * 400 + i}`);
  for (const n of [1, 2]) await library.save(aPaper({ aliases: named(n) }));
  await library.sight([aPaper({ aliases: named(3) })]);
  await library.save(aPaper({ aliases: named(4) }));
  const stored = (await db.papers.toArray())[0]?.paper ?? paper;
  await client.writeNote({ paper: stored, text: 'read the proof' });
  expect((await library.find(['s2:1999']))['s2:1999']?.note).toBe('read the proof');
  const whole = (await Array.fromAsync(readWhole())).flat();
  expect(z.array(WholePaper).safeParse(whole).success).toBe(true);
});

describe('the client', () => {
  // The background tells its console too.
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test('says that the input was refused, and nothing is written', async () => {
    const call = client.save({ ...paper, links: { abstract: 'javascript:alert(1)' } });
    await expect(call).rejects.toMatchObject({ reason: 'refused' });
    expect(await db.papers.count()).toBe(0);
  });

  test('says that the disk is full', async () => {
    vi.spyOn(db.papers, 'put').mockRejectedValueOnce(new DOMException('no room', 'QuotaExceededError'));
    await expect(client.save(paper)).rejects.toMatchObject({ reason: 'full' });
  });

  test('asks again when the background was stopped before it answered', async () => {
    const send = vi.spyOn(fakeBrowser.runtime, 'sendMessage');
    send.mockRejectedValueOnce(new Error('The message port closed before a response was received.'));
    await client.save(paper);
    expect(await db.papers.count()).toBe(1);
    send.mockRestore();
  });

  test('says to reload when the extension was updated', async () => {
    const id = fakeBrowser.runtime.id;
    Object.assign(fakeBrowser.runtime, { id: undefined });
    await expect(client.save(paper)).rejects.toEqual(new LibraryFailure('reload', 'The extension was updated.'));
    Object.assign(fakeBrowser.runtime, { id });
  });

  test('has no methods but those of the library', async () => {
    await expect(fakeBrowser.runtime.sendMessage({ library: 'toString', input: 1 })).resolves.toBeUndefined();
  });
});
