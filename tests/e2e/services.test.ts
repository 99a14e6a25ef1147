import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { onRow } from '../../scripts/browser/controls.ts';
import type { Screen } from '../../scripts/browser/screen.ts';
import { until } from '../../scripts/browser/until.ts';
import { servicesWith } from '../servers/services.ts';
import { ZoteroServer } from '../servers/zotero.ts';
import { faults } from './axe.ts';
import { monthOf } from './lists.ts';
import { controlsOn, inEveryBrowser } from './story.ts';

const count = 60;
const { url, html, ids } = monthOf(count);
const first = { id: ids[0] ?? '', title: 'Margins, Part 1' };
const works = ids.map((id, n) => ({
  arxiv: id.slice('arxiv:'.length),
  title: `Margins, Part ${n + 1}`,
  authors: ['Ada Margin', 'Cleo Sand'],
  abstract: `On margin ${n + 1}.`,
  date: '2026-08-31',
}));
const port = 23119;

inEveryBrowser((browser) => {
  let zotero = new ZoteroServer();
  beforeAll(async () => {
    browser().serve({ [url]: html });
    browser().open(port);
  });
  afterEach(() => zotero.close());
  afterAll(() => zotero.close());

  const startZotero = async () => {
    zotero = new ZoteroServer();
    await zotero.listen(port);
  };
  const openList = async () => {
    const page = await browser().page(url);
    await controlsOn(page, (controls) => controls > 20);
    return page;
  };
  const openDetails = async () => {
    const page = await browser().extensionPage(`library.html?paper=${encodeURIComponent(first.id)}`);
    return page.within('region', 'Details');
  };
  const requestsOf = async () => {
    const options = await browser().extensionPage('options.html');
    await options.get('heading', 'Requests');
    return options;
  };
  /** arXiv answers for these papers as the extension asks for them. */
  const serveArxiv = async (some: typeof works) => {
    const address = new URL('https://export.arxiv.org/api/query');
    const list = some.map(({ arxiv }) => arxiv).join(',');
    const asked = `${address.href}?id_list=${list}&max_results=${some.length}`;
    const body = await servicesWith(works)(new URL(asked)).text();
    browser().serve({ [asked]: { contentType: 'application/atom+xml', body } });
  };
  const switchOn = async (name: string) => {
    const options = await browser().extensionPage('options.html');
    const habit = await options.get('switch', name);
    await habit.evaluate((element) => (element as HTMLElement).click());
    return options;
  };

  test('with nothing clicked, not one request leaves: on a list, in the popup, the library, the details, the options', async () => {
    const list = await openList();
    await list.entry(first.id).click(...onRow.save);
    await list.entry(first.id).get(...onRow.saved);
    await browser().stopBackground();
    const popup = await browser().extensionPage('popup.html');
    await popup.get('button', 'Send to Zotero');
    const details = await openDetails();
    await details.get('button', 'Send to Zotero');
    await details.get('button', 'Switch it on');
    const options = await requestsOf();
    await options.get('paragraph', 'No requests so far.');
    expect(browser().outgoing()).toEqual([]);
  });

  test('a paper with its note is sent to Zotero, when the user allows it; and is not sent twice unasked', async () => {
    await startZotero();
    const list = await openList();
    const row = list.entry(first.id);
    await row.click(...onRow.noteButton);
    await row.type(...onRow.note, 'read <twice>');
    await row.get(...onRow.noteSaved);
    const details = await openDetails();
    await details.click('button', 'Send to Zotero');
    await browser().answerQuestion('Allow');
    await new_(details).get('status', 'Sent to Zotero.');
    expect(zotero.items).toMatchObject([
      { itemType: 'preprint', fields: { title: first.title }, notes: ['<p>read &lt;twice&gt;</p>'] },
    ]);
    expect(zotero.dropped).toEqual([]);
    await browser().stopBackground();
    await details.click('button', 'Send to Zotero');
    await new_(details).get('status', /sent already since your browser started/);
    expect(zotero.items).toHaveLength(1);
  });

  test('Zotero is not running: that is said, and what to do', async () => {
    const details = await openDetails();
    await details.click('button', 'Send to Zotero');
    const page = new_(details);
    await until('an answer', async () => (await page.all('status', /sent already/)).length > 0);
    await details.click('button', 'Send again');
    await page.get('alert', 'Zotero is not running. Start it, then try again.');
  });

  test('what is in Zotero is marked on lists and in the library, once that is switched on', async () => {
    await startZotero();
    zotero.items.push({
      itemType: 'preprint',
      fields: { archiveID: `arXiv:${works[1]?.arxiv}` },
      creators: [],
      tags: [],
      notes: [],
    });
    const options = await switchOn('Mark what is in my Zotero');
    await options.get('status', 'Zotero knows 1 identifier of papers.');
    const list = await openList();
    await list.entry(ids[1] ?? '').get('note', 'In your Zotero');
    expect(await list.entry(first.id).all('note', 'In your Zotero')).toEqual([]);
    expect(zotero.requests).toHaveLength(1);
    await options.page.bringToFront();
    await (await options.get('switch', 'Mark what is in my Zotero')).evaluate((element) => (element as HTMLElement).click());
    await options.get('status', /^Off/);
  });

  test('what is missing is asked for, shown, chosen and written; a refusal asks nobody; all requests are listed', async () => {
    await serveArxiv(works.slice(0, 1));
    const details = await openDetails();
    await details.click('button', 'Switch it on');
    await details.click('button', 'Complete from Semantic Scholar');
    await browser().answerQuestion('Deny');
    await new_(details).get('alert', /your browser does not allow it/);
    await details.click('button', 'Complete from arXiv');
    await details.get('checkbox', 'abstract');
    expect(await faults(details.page, '.completion')).toEqual([]);
    await details.click('checkbox', 'PDF');
    await details.click('button', /^Fill in \d fields/);
    await new_(details).get('status', '1 paper completed.');
    await details.get('paragraph', 'On margin 1.');
    const options = await requestsOf();
    await options.get('row', /arXiv ?Missing details ?GET https:\/\/export\.arxiv\.org.* ?200$/);
    expect(await faults(options.page, '.request-log')).toEqual([]);
  });

  test('many are asked for in batches; the background is ended in the middle, and another goes on', async () => {
    const list = await openList();
    const [save] = await list.all('button', /^Save \d+ shown/);
    await save?.click();
    await serveArxiv(works.slice(0, 50).toReversed());
    const library = await browser().extensionPage('library.html');
    await library.get('status', `${count} papers`);
    await library.press('ArrowDown');
    await library.page.keyboard.down('Control');
    await library.press('a');
    await library.page.keyboard.up('Control');
    await library.get('status', `${count} selected`);
    const order = await selected(library);
    for (const batch of [order.slice(0, 50), order.slice(50)]) {
      await serveArxiv(batch.map((id) => works[ids.indexOf(id)]).filter((work) => work !== undefined));
    }
    await library.click('button', 'Complete from arXiv');
    await library.get('status', /50 done/);
    await browser().stopBackground();
    await library.get('status', /^arXiv says what is missing of \d+ papers/);
    await library.click('button', 'Discard');
    await library.gone('button', 'Discard');
  });
});

/** The whole page of a part. */
function new_({ page }: Screen): Screen {
  return new (Object.getPrototypeOf(page), Screen)(page);
}
