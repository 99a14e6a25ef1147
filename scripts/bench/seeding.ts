/** Fills a library. */
import type { Page } from 'puppeteer-core';
import type { TestBrowser } from '../browser/test-browser.ts';
import { until } from '../browser/until.ts';
import { bundled } from './bundle.ts';
import { importPapers } from './importing.ts';
import { type Figures, rounded } from './medians.ts';
import { type Seeded, seededPapers } from './seed.ts';

/** What page.ts puts into a page. */
declare const library: {
  waiting(): Promise<number>;
  count(): Promise<number>;
  isBackedUp(): boolean;
};

/** So many papers are in one file. */
const papersInFile = 10_000;

/**
 * Imports so many papers, and waits until they are indexed and backed up: else the background goes on beside what is
 * measured. A library that has as many stays as it is.
 */
export async function seedLibrary(browser: TestBrowser, size: number): Promise<Figures> {
  const figures = (await papersIn(browser)) >= size ? {} : await importAll(browser, size);
  const start = performance.now();
  const page = await libraryCode(browser);
  // Where the library was there before, the background sleeps.
  await page.evaluate("chrome.runtime.sendMessage({ library: 'tags' })");
  await until('all to be indexed', async () => (await page.evaluate(() => library.waiting())) === 0, 3_600_000);
  const indexed = performance.now();
  await until('the backup', () => page.evaluate(() => library.isBackedUp()), 3_600_000);
  await page.close();
  return { ...figures, 'to index the rest, s': rounded((indexed - start) / 1000) };
}

/** No other page is open while papers come in: it would follow what changes. */
async function papersIn(browser: TestBrowser): Promise<number> {
  const page = await libraryCode(browser);
  const count = await page.evaluate(() => library.count());
  await page.close();
  return count;
}

/** A page with the library’s own code in it, as the global `library`. */
export async function libraryCode(browser: TestBrowser): Promise<Page> {
  const { page } = await browser.extensionPage('options.html');
  await page.evaluate(await bundled());
  return page;
}

/** Figures of the last file: before it, there is most in the library. */
async function importAll(browser: TestBrowser, size: number): Promise<Figures> {
  const screen = await browser.extensionPage('library.html');
  let figures: Figures = {};
  let file: Seeded[] = [];
  let now = Date.UTC(2026, 0);
  const send = async () => {
    figures = await importPapers(screen, file, now);
    now += file.length;
    file = [];
  };
  for (const each of seededPapers(size)) {
    file.push(each);
    if (file.length === papersInFile) await send();
  }
  if (file.length > 0) await send();
  await screen.page.close();
  return figures;
}
