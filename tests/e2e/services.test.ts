import { afterEach, beforeAll, expect, test } from 'vitest';
import { onRow } from '../../scripts/browser/controls.ts';
import type { Screen } from '../../scripts/browser/screen.ts';
import type { TestBrowser } from '../../scripts/browser/test-browser.ts';
import { until } from '../../scripts/browser/until.ts';
import { arxivAtom } from '../servers/services.ts';
import { ZoteroServer } from '../servers/zotero.ts';
import { faultsInBothThemes } from './axe.ts';
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

/** What both parts do in a browser. */
function hands(browser: () => TestBrowser) {
  const openList = async () => {
    const page = await browser().page(url);
    await controlsOn(page, (controls) => controls > 10);
    return page;
  };
  const openDetails = async () => {
    const page = await browser().extensionPage(`library.html?paper=${encodeURIComponent(first.id)}`);
    const details = page.within('region', 'Details');
    await details.get('button', 'Send to Zotero');
    return { page, details };
  };
  const openOptions = async () => {
    const options = await browser().extensionPage('options.html');
    await options.get('heading', 'Requests');
    return options;
  };
  return { openList, openDetails, openOptions };
}

/** Whether the row of a paper says this. */
async function saysOnRow({ page }: Screen, id: string | undefined, text: string): Promise<boolean> {
  const row = await page.evaluate(
    (paper) => document.querySelector(`papergloss-entry[data-paper="${paper}"]`)?.shadowRoot?.textContent ?? '',
    id,
  );
  return row.includes(text);
}

inEveryBrowser((browser) => {
  let zotero = new ZoteroServer();
  beforeAll(() => {
    browser().serve({ [url]: html });
    browser().open(port);
  });
  afterEach(() => zotero.close());

  const startZotero = async () => {
    zotero = new ZoteroServer();
    await zotero.listen(port);
  };
  const { openList, openDetails, openOptions } = hands(browser);

  test('with nothing clicked, not one request leaves: on a list, in the popup, the library, the details, the options, the side panel', async () => {
    // To be asked at this port is not held back, as all else is: whoever asks is heard here.
    await startZotero();
    const list = await openList();
    await list.entry(first.id).click(...onRow.save);
    await list.entry(first.id).get(...onRow.saved);
    await browser().stopBackground();
    const popup = await browser().popup();
    await popup.get('button', 'Send to Zotero');
    const library = await browser().extensionPage('library.html');
    await library.get('status', '1 paper');
    const panel = await browser().extensionPage('sidepanel.html');
    await panel.get('status', '1 paper');
    const { details } = await openDetails();
    await details.get('button', 'Switch it on');
    const options = await openOptions();
    await options.get('paragraph', 'No requests so far.');
    await browser().stopBackground();
    await openList();
    expect(browser().outgoing()).toEqual([]);
    expect(zotero.requests).toEqual([]);
  });

  test('a paper with its note is sent to Zotero, when the user allows it; and is not sent twice unasked', async () => {
    await startZotero();
    const list = await openList();
    const row = list.entry(first.id);
    await row.click(...onRow.noteButton);
    await row.type(...onRow.note, 'read <twice>');
    await row.get(...onRow.noteSaved);
    const { page, details } = await openDetails();
    await details.click('button', 'Send to Zotero');
    await browser().answerQuestion('Allow');
    await page.get('status', 'Sent to Zotero.');
    expect(zotero.items).toMatchObject([
      { itemType: 'preprint', fields: { title: first.title }, notes: ['<p>read &lt;twice&gt;</p>'] },
    ]);
    expect(zotero.dropped).toEqual([]);
    await browser().stopBackground();
    await details.click('button', 'Send to Zotero');
    await page.get('status', /sent already since your browser started/);
    expect(zotero.items).toHaveLength(1);
  });

  test('Zotero is not running: that is said, and what to do', async () => {
    const { page, details } = await openDetails();
    await details.click('button', 'Send to Zotero');
    await details.click('button', 'Send again');
    await page.get('alert', 'Zotero is not running. Start it, then try again.');
    expect(await faultsInBothThemes(browser(), page, 'html', 'zotero')).toEqual([]);
  });

  test('what is in Zotero is marked on lists and in the library, once that is switched on', async () => {
    await startZotero();
    const fields = { archiveID: `arXiv:${works[1]?.arxiv}` };
    zotero.items.push({ itemType: 'preprint', fields, creators: [], tags: [], notes: [] });
    const options = await openOptions();
    await options.click('switch', 'Mark what is in my Zotero');
    await options.get('status', 'Zotero knows 1 identifier of papers.');
    const list = await openList();
    await until('the mark', () => saysOnRow(list, ids[1], 'In your Zotero'));
    expect(await saysOnRow(list, first.id, 'In your Zotero')).toBe(false);

    await list.entry(ids[1] ?? '').click(...onRow.save);
    await list.entry(ids[1] ?? '').get(...onRow.saved);
    const library = await browser().extensionPage(`library.html?paper=${encodeURIComponent(ids[1] ?? '')}`);
    await library.get('option', /^Margins, Part 2 .*In your Zotero/);
    await library.get('option', /^Margins, Part 1 (?!.*In your Zotero)/);
    await library.within('region', 'Details').get('generic', 'In your Zotero');
    // All of it from one question.
    expect(zotero.requests).toEqual(['GET /api/users/0/items/top']);
    await options.page.bringToFront();
    await options.click('switch', 'Mark what is in my Zotero');
    await options.get('status', /^Off/);
    const later = await browser().extensionPage('library.html');
    await later.get('option', /^Margins, Part 2 (?!.*In your Zotero)/);
  });
});

// Nobody can answer what Firefox's background asks of a true address: there, it only runs into the wall.
inEveryBrowser(
  (browser) => {
    const { openList, openDetails, openOptions } = hands(browser);
    beforeAll(() => {
      browser().serve({ [url]: html });
      browser().serveAll('https://export.arxiv.org', (asked) => ({
        contentType: 'application/atom+xml',
        body: arxivAtom(works, asked),
      }));
    });

    test('what is missing is asked for, shown, chosen and written; a refusal asks nobody; all requests are listed', async () => {
      const list = await openList();
      await list.entry(first.id).click(...onRow.save);
      await list.entry(first.id).get(...onRow.saved);
      const { page, details } = await openDetails();
      await details.click('button', 'Switch it on');
      await details.click('button', 'Complete from Semantic Scholar');
      await browser().answerQuestion('Deny');
      await page.get('alert', /your browser does not allow it/);
      await details.click('button', 'Complete from arXiv');
      await details.get('checkbox', 'abstract');
      await page.gone('alert');
      expect(await faultsInBothThemes(browser(), page, '.completion', 'completion')).toEqual([]);
      await details.click('checkbox', 'comments');
      await details.click('button', /^Fill in \d fields/);
      await page.get('status', '1 paper completed.');
      await details.get('paragraph', 'On margin 1.');
      const options = await openOptions();
      await options.get('row', /arXiv ?Missing details ?GET https:\/\/export\.arxiv\.org.* ?200$/);
      expect(await faultsInBothThemes(browser(), options, '.request-log', 'requests')).toEqual([]);
    });

    test('many are asked for in batches; the background is ended in the middle, and another goes on', async () => {
      const list = await openList();
      await list.click('button', `Save ${count - 1} shown`);
      await list.gone('button', `Save ${count - 1} shown`);
      const library = await browser().extensionPage('library.html');
      await library.get('status', `${count} papers`);
      await library.page.focus('[role="listbox"]');
      await library.page.keyboard.down('Control');
      await library.press('a');
      await library.page.keyboard.up('Control');
      await library.get('status', `${count} selected`);
      await library.click('button', 'Complete from arXiv');
      await library.get('status', /50 done/);
      await library.gone('alert');
      await browser().stopBackground();
      await library.get('status', /^arXiv says what is missing of \d\d papers/);
      await library.click('button', 'Discard');
      await library.gone('button', 'Discard');
    });
  },
  ['chrome'],
);
