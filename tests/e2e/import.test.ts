import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Screen } from '../../scripts/browser/screen.ts';
import { until } from '../../scripts/browser/until.ts';
import { faultsInBothThemes } from './axe.ts';
import { manyPapers, saveMany } from './many-papers.ts';
import { inEveryBrowser } from './story.ts';

const count = 30;
const papers = manyPapers(count);

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'papergloss-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const menu = 'Import, export, trash';
const found = (page: Screen, papers: number) => page.get('status', papers === 1 ? '1 paper' : `${papers} papers`);

/** Opens a window from the menu. */
async function open(page: Screen, what: string): Promise<Screen> {
  await page.click('button', menu);
  await page.within('group', menu).click('button', what);
  return page.within('dialog', what);
}

/** Chooses a file, as if in the window of the system. */
async function choose(page: Screen, path: string): Promise<void> {
  const input = await until('the field for files', () => page.page.$('dialog input[type="file"]'));
  await (input as ElementHandle<HTMLInputElement>).uploadFile(path);
}

const [mine, theirs] = [papers[20], { id: 'arxiv:2610.00001', title: '<img src=x onerror=alert(1)> and Columns' }];
/** A file of Papergloss, written by hand: a title that is no title, a note that says something else, a bad paper. */
const file = JSON.stringify({
  format: 'papergloss',
  version: 1,
  exportedAt: 1,
  papers: [
    { paper: theirs, ids: [theirs.id], savedAt: 1, note: noteOf('Read it.') },
    { paper: { ...mine, title: 'Another' }, ids: [mine?.id], savedAt: Date.now(), note: noteOf('Theirs.') },
    { paper: { id: 'arxiv:2610.00002' }, ids: [], savedAt: 1 },
  ],
});

/** In a page of Papergloss: once there are more papers than this, nobody else can save any until it is let go. */
async function holdAbove(count: number): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('papergloss');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  let isHeld = true;
  addEventListener('letgo', () => {
    isHeld = false;
  });
  const hold = () => {
    const transaction = database.transaction('papers', 'readwrite');
    const look = () => {
      const request = transaction.objectStore('papers').count();
      // A transaction lasts as long as more is asked of it.
      request.onsuccess = () => request.result > count && isHeld && look();
    };
    look();
    transaction.oncomplete = () => (isHeld ? hold() : database.close());
  };
  hold();
}

function noteOf(text: string) {
  return { id: crypto.randomUUID(), text, createdAt: 1, updatedAt: 1 };
}

/** What would be the end of a page that takes it for what it is not. */
const hostile = {
  'half.json': file.slice(0, 200),
  'deep.json': '['.repeat(1_000_000),
  'prototype.json': '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}',
  'bytes.bin': String.fromCharCode(...Array.from({ length: 500 }, (_, n) => (n * 7) % 256)),
};

/** In a page: sends a message to the background, and waits for the answer if asked. */
async function send(message: unknown, isAwaited: boolean): Promise<unknown> {
  type Runtime = { sendMessage(message: unknown): Promise<unknown> };
  const { browser, chrome } = globalThis as unknown as Record<string, { runtime: Runtime } | undefined>;
  const answer = (browser ?? chrome)?.runtime.sendMessage(message);
  // Where nobody waits, nobody minds that it was cut off.
  return isAwaited ? answer : void answer?.catch(() => {});
}

inEveryBrowser((browser, { isForAxe }) => {
  test('a file is looked at, imported, and the import is undone', async () => {
    await saveMany(browser(), count);
    const page = await browser().extensionPage('library.html');
    await found(page, count);
    const window = await open(page, 'Import…');
    await choose(page, await fileOf('library.json', file));
    await window.focused('heading', 'What would change');
    await window.click('button', '1 new paper');
    await window.get('listitem', theirs.title);
    await window.get(
      'listitem',
      new RegExp(`${mine?.title}.* again\\. .*Theirs\\. .*The note will have both, yours first\\.`),
    );
    await window.get('button', '1 part that cannot be read');
    expect(await faultsInBothThemes(browser(), page, 'dialog', 'import-preview')).toEqual([]);
    await window.click('button', 'Import 2 papers');
    await window.focused('heading', 'Imported');
    expect(await faultsInBothThemes(browser(), page, 'dialog', 'imported')).toEqual([]);
    await found(page, count + 1);
    await window.click('button', 'Undo the import');
    await window.focused('heading', 'Undone');
    await window.get('status', /^Your library is as it was/);
    await page.press('Escape');
    await page.gone('dialog');
    await page.focused('button', menu);
    await found(page, count);
  });

  test.each(Object.entries(hostile))('%s changes nothing, and says so', async (name, content) => {
    const page = await browser().extensionPage('library.html');
    await found(page, count);
    const window = await open(page, 'Import…');
    await choose(page, await fileOf(name, content));
    await window.get('alert', 'There is nothing in it to import.');
    await window.get('button', /cannot be read$/);
    await window.gone('button', /^Import/);
    await window.click('button', 'Another file');
    await window.get('heading', 'Where from?');
    expect(await page.page.evaluate(() => 'polluted' in {})).toBe(false);
  });

  test('a batch whose answer was lost when the background was stopped is imported once, and can be undone', async () => {
    const { page } = await browser().extensionPage('options.html');
    const importId = crypto.randomUUID();
    const many = Array.from({ length: 50 }, (_, n) => {
      const id = `arxiv:2611.${n + 10_000}`;
      return { paper: { id, title: `Stopped ${n}` }, ids: [id], savedAt: 1, note: noteOf(`Note ${n}`) };
    });
    const batch = { library: 'importBatch', input: { importId, name: 'many.json', batch: 0, papers: many } };
    await page.evaluate(send, batch, false);
    await browser().stopBackground();
    // Firefox says that it was in the middle.
    for (const error of await browser().errors()) expect(error).toContain('transaction that was not yet complete');
    expect(await page.evaluate(send, batch, true)).toEqual({ value: { new: 50, merged: 0, same: 0, removed: 0 } });
    expect(await page.evaluate(send, batch, true)).toEqual({ value: { new: 50, merged: 0, same: 0, removed: 0 } });
    const library = await browser().extensionPage('library.html');
    await found(library, count + 50);
    const window = await open(library, 'Import…');
    await window.get('listitem', /^many\.json, .*stopped in the middle/);
    await window.click('button', 'Undo the import of many.json');
    await window.focused('heading', 'Undone');
    await library.press('Escape');
    await found(library, count);
  });

  test('an import whose page was closed stays as far as it went, can be gone on with, and can be undone', async () => {
    const papers = manyPapers(400).map((paper) => ({ ...paper, id: paper.id.replace('2609.', '2608.') }));
    const whole = papers.map((paper) => ({ paper, ids: [paper.id], savedAt: 1 }));
    const path = await fileOf('long.json', JSON.stringify({ format: 'papergloss', version: 1, papers: whole }));
    const closed = await browser().extensionPage('library.html');
    await found(closed, count);
    const first = await open(closed, 'Import…');
    await choose(closed, path);
    const other = await browser().extensionPage('options.html');
    await other.page.evaluate(holdAbove, count);
    await first.click('button', 'Import 400 papers');
    // The list rests meanwhile, and is not there to be used.
    await closed.gone('listbox');
    await first.get('paragraph', /^[1-9][\d,]* of 400$/);
    await closed.page.close();
    await other.page.evaluate(() => dispatchEvent(new Event('letgo')));

    const library = await browser().extensionPage('library.html');
    const window = await open(library, 'Import…');
    await window.get('listitem', /^long\.json, .*stopped in the middle/);
    await choose(library, path);
    await window.get('button', /^[\d,]+ papers that you have, with nothing new$/);
    await window.click('button', 'Import 400 papers');
    await window.focused('heading', 'Imported');
    await found(library, count + papers.length);
    for (let left = 2; left > 0; left--) {
      await library.press('Escape');
      await library.gone('dialog');
      await open(library, 'Import…');
      const undo = () => window.all('button', 'Undo the import of long.json');
      await until('what can be undone', async () => (await undo()).length === left);
      await (await undo())[0]?.click();
      await window.focused('heading', 'Undone');
    }
    await library.press('Escape');
    await found(library, count);
  });

  test('everything is exported, and comes back into an empty library', async () => {
    const page = await browser().extensionPage('library.html');
    await found(page, count);
    const window = await open(page, 'Export…');
    await window.click('button', 'Export');
    await window.get('status', `${count} papers exported.`);
    const link = await window.get('link', /^papergloss-\d{4}-\d\d-\d\d\.json$/);
    const content = await link.evaluate(async (link) => (await fetch((link as HTMLAnchorElement).href)).text());
    expect(JSON.parse(content).papers).toHaveLength(count);
    await page.press('Escape');
    await page.gone('dialog');

    await page.focused('button', menu);
    await page.page.focus('[role="listbox"]');
    await page.page.keyboard.down('Control');
    await page.press('a');
    await page.page.keyboard.up('Control');
    await page.get('status', `${count} selected`);
    await page.press('Delete');
    await page.get('button', menu);
    const trash = await open(page, 'Trash');
    await trash.click('button', 'Empty the trash…');
    await trash.click('button', `Really delete ${count} papers for good?`);
    await trash.get('paragraph', 'The trash is empty.');
    await page.press('Escape');
    await page.gone('dialog');

    const again = await open(page, 'Import…');
    await choose(page, await fileOf('again.json', content));
    await again.click('button', `Import ${count} papers`);
    await again.focused('heading', 'Imported');
    await found(page, count);
    await page.press('Escape');
    await page.gone('dialog');
    await page.within('listbox').get('paragraph', /^Read the proof of .* again\.$/);
  });

  test('what is selected is exported as BibTeX', async () => {
    const page = await browser().extensionPage('library.html');
    await found(page, count);
    await page.page.focus('[role="listbox"]');
    // The focus is on the first one.
    await page.press('ArrowDown', 'x');
    await page.within('group', 'Selected papers').click('button', 'Export…');
    const window = page.within('dialog', 'Export…');
    await window.get('radio', 'The selected paper');
    expect(await faultsInBothThemes(browser(), page, 'dialog', 'export')).toEqual([]);
    const formats = await window.get('combobox', 'Format');
    await (formats as ElementHandle<HTMLSelectElement>).select('bibtex');
    await window.click('button', 'Export');
    await window.get('status', '1 paper exported.');
    const link = await window.get('link', /\.bib$/);
    const content = await link.evaluate(async (link) => (await fetch((link as HTMLAnchorElement).href)).text());
    expect(content.match(/^@/gm)).toHaveLength(1);
    expect(content).toContain(papers.at(-2)?.id.slice('arxiv:'.length));
  });

  test('bookmarks are asked for at the click, and only then', async () => {
    const page = await browser().extensionPage('library.html');
    const window = await open(page, 'Import…');
    await window.click('button', 'Look through my bookmarks');
    await browser().answerQuestion('Deny');
    await window.get('alert', /bookmarks stay unread/);
    await window.click('button', 'Look through my bookmarks');
    await browser().answerQuestion('Allow');
    await window.get('alert', 'There is nothing in it to import.');
  });

  test('a removed paper is in the trash with its note, and comes back', async () => {
    const page = await browser().extensionPage('library.html');
    await found(page, count);
    await page.page.focus('[role="listbox"]');
    await page.press('Home', 'Delete');
    await found(page, count - 1);
    const window = await open(page, 'Trash');
    const last = papers.at(-1)?.title ?? '';
    await window.click('button', `Restore ${last}`);
    await window.get('status', '1 paper restored.');
    await window.click('button', 'Undo');
    await window.get('button', `Restore ${last}`);
    expect(await faultsInBothThemes(browser(), page, 'dialog', 'trash')).toEqual([]);
    await window.click('checkbox', 'Select all');
    await window.click('button', 'Restore the selected paper');
    await window.get('paragraph', 'The trash is empty.');
    await page.press('Escape');
    await found(page, count);
  });

  test.runIf(isForAxe)('the windows pass axe in light and dark, narrow and wide', async () => {
    for (const width of [360, 1280]) {
      for (const [item, name] of [
        ['Import…', 'Import…'],
        ['Export…', 'Export…'],
        ['Trash', 'Trash'],
      ] as const) {
        const page = await browser().extensionPage('library.html');
        await page.page.setViewport({ width, height: 780 });
        await open(page, item);
        await page.get('dialog', name);
        expect(await faultsInBothThemes(browser(), page, 'dialog', `${name}-${width}`), `${item}, ${width}`).toEqual(
          [],
        );
        const wide = await page.page.evaluate(() => document.documentElement.scrollWidth);
        expect(wide, item).toBeLessThanOrEqual(width);
        await page.page.close();
      }
    }
  });
});
