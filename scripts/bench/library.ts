/** What a library of some size costs: popup, typing, scrolling, facets, saving. */
import type { Page } from 'puppeteer-core';
import type { TestBrowser } from '../browser/test-browser.ts';
import { until } from '../browser/until.ts';
import { barePut, bareRows } from './bare.ts';
import { type Figures, median, mediansOf } from './medians.ts';
import { scroll } from './scroll.ts';
import { seededPapers } from './seed.ts';
import { typing } from './typing.ts';
import { openWatched } from './watch.ts';

const popupPage = 'popup.html';

/** The machine is not as fast at all times. */
export const popupOfSmallest = 'popup of the smallest library, by turns';

/** Measures a library that holds so many papers, and the popup of the smallest one by turns with its own. */
export async function measureLibrary(
  browser: TestBrowser,
  smallest: TestBrowser,
  size: number,
  runs: number,
): Promise<Figures> {
  const page = await openedBefore(browser);
  const other = await openedBefore(smallest);
  const popups = await mediansOf(runs, async () => ({
    ...(await popup(page)),
    [popupOfSmallest]: await listed(other, popupPage),
  }));
  // Pages of one extension have one memory.
  await other.close();
  const figures = {
    ...popups,
    ...(await heap(page)),
    ...(await typing(page, popupPage, runs)),
    ...(await typing(page, 'library.html', runs)),
    ...(await mediansOf(runs, () => libraryPage(page))),
    ...(await saving(page, size, runs)),
  };
  await page.close();
  return figures;
}

/** Whoever uses it has opened it before: the browser keeps the code it compiled, and has the database open. */
async function openedBefore(browser: TestBrowser): Promise<Page> {
  const { page } = await browser.extensionPage('options.html');
  for (let opening = 0; opening < 3; opening++) await listed(page, popupPage);
  return page;
}

async function listed(page: Page, path: string): Promise<number> {
  await page.bringToFront();
  await openWatched(page, path);
  return until('the list to be painted', () => page.evaluate(() => window.bench.listed), 60_000);
}

async function popup(page: Page): Promise<Figures> {
  const painted = await listed(page, popupPage);
  return { 'popup, to the painted list': painted, '50 rows, bare': await bareRows(page) };
}

/** Megabytes, after all garbage is gone. */
async function heap(page: Page): Promise<Figures> {
  await listed(page, popupPage);
  await collectGarbage(page);
  const { JSHeapUsedSize = 0 } = await page.metrics();
  return { 'popup, memory, MB': median([JSHeapUsedSize / 1e6]) };
}

async function collectGarbage(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
}

/** Pages of one extension share a process: what was measured before is not to be collected in the middle of this. */
async function leaveNothing(page: Page): Promise<void> {
  await page.goto(new URL('options.html', page.url()).href);
  await collectGarbage(page);
}

async function libraryPage(page: Page): Promise<Figures> {
  await leaveNothing(page);
  const painted = await listed(page, 'library.html');
  const opening = await page.evaluate(() => window.bench.longestTask);
  const scrolled = await page.evaluate(scroll);
  return {
    'library page, to the painted list': painted,
    'library page, longest task while it opens': opening,
    ...scrolled,
    'library page, all selected': await selectAll(page),
  };
}

async function selectAll(page: Page): Promise<number> {
  await page.focus('[role="listbox"]');
  const start = await page.evaluate(() => performance.now());
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  return until(
    'all to be selected',
    () => page.evaluate((start) => document.querySelector('.bulk') && performance.now() - start, start),
    60_000,
  );
}

/** Each paper is a new one; what is bare is one record alone. */
async function saving(page: Page, size: number, runs: number): Promise<Figures> {
  await leaveNothing(page);
  const papers = [...seededPapers(size + 4 * runs)].slice(size).map(({ paper }) => paper);
  const [took, bare]: [number[], number[]] = [[], []];
  for (const [n, paper] of papers.entries()) {
    // Another one than in an earlier measurement of the same library.
    const fresh = { ...paper, id: `doi:10.1000/bench.${Date.now()}.${n}` };
    took.push(
      await page.evaluate(async (input) => {
        const { chrome } = window as unknown as {
          chrome: { runtime: { sendMessage(message: unknown): Promise<{ error?: unknown } | undefined> } };
        };
        const start = performance.now();
        const reply = await chrome.runtime.sendMessage({ library: 'save', input });
        if (!reply || reply.error) throw new Error(`The library did not answer: ${JSON.stringify(reply)}`);
        return performance.now() - start;
      }, fresh),
    );
    bare.push(await barePut(page, { id: `${fresh.id}.bare`, paperId: fresh.id }));
  }
  return { 'one paper saved': median(took), 'one record, bare': median(bare) };
}
