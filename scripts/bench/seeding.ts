/** Fills a library. */
import type { Page } from 'puppeteer-core';
import type { TestBrowser } from '../browser/test-browser.ts';
import { until } from '../browser/until.ts';
import { bundled } from './bundle.ts';
import type { Figures } from './medians.ts';
import { type Seeded, seededPapers } from './seed.ts';

/** What page.ts puts into a page. */
declare const library: {
  seed(batch: Seeded[], now: number): Promise<void>;
  waiting(): Promise<number>;
  count(): Promise<number>;
};

/** Puts so many papers into the library, and waits until they are indexed; resolves to how many seconds that took. */
export async function seedLibrary(browser: TestBrowser, size: number): Promise<Figures> {
  const { page } = await browser.extensionPage('options.html');
  await openLibraryCode(page);
  const start = performance.now();
  if ((await page.evaluate(() => library.count())) < size) await putPapers(page, size);
  const put = performance.now();
  await until('all to be indexed', async () => (await page.evaluate(() => library.waiting())) < 32, 3_600_000);
  await page.close();
  return { 'to save all, s': seconds(put - start), 'to index the rest, s': seconds(performance.now() - put) };
}

/** Puts the library’s own code into a page, as the global `library`. */
export async function openLibraryCode(page: Page): Promise<void> {
  await page.evaluate(await bundled());
}

/** The one place where papers come from: here one could import them. */
async function putPapers(page: Page, size: number): Promise<void> {
  let batch: Seeded[] = [];
  let now = Date.UTC(2026, 0);
  const send = async () => {
    await page.evaluate((batch: Seeded[], now: number) => library.seed(batch, now), batch, now);
    now += batch.length;
    batch = [];
  };
  for (const each of seededPapers(size)) {
    batch.push(each);
    if (batch.length === 1000) await send();
  }
  if (batch.length > 0) await send();
}

function seconds(milliseconds: number): number {
  return Math.round(milliseconds / 1000);
}
