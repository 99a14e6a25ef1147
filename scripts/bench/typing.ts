/** From keystroke to painted results. */
import type { Page } from 'puppeteer-core';
import { until } from '../browser/until.ts';
import { type Figures, median } from './medians.ts';
import { openWatched } from './watch.ts';

/** Typed letter by letter. */
const queries = [
  'neural networks',
  'author:mari ',
  'transfromer',
  '"the model of"',
  'year:2020..2022 graph',
  '学习',
  '-the margin',
];

/** Milliseconds between letters, as of a quick typist; nobody waits for results. */
const pause = 120;

/** Types all queries so often: the median of all letters, and of the slowest one of each run. */
export async function typing(page: Page, path: 'popup.html' | 'library.html', runs: number): Promise<Figures> {
  const name = path === 'popup.html' ? 'popup' : 'library page';
  const all: number[] = [];
  const slowest: number[] = [];
  const facets: number[] = [];
  const first: number[] = [];
  let longest: number[] = [];
  const byQuery = new Map<string, number[]>();
  for (let run = 0; run < runs; run++) {
    await openWatched(page, path);
    await until('the list', () => page.evaluate(() => window.bench.listed), 60_000);
    await page.focus('input[type="search"]');
    await page.evaluate(() => (window.bench.longestTask = 0));
    const letters: number[] = [];
    for (const query of queries) {
      const typed = await type(page, query);
      letters.push(...typed);
      byQuery.set(query, [...(byQuery.get(query) ?? []), Math.max(...typed)]);
      if (path === 'library.html') {
        const counted = await until(
          'facets',
          () => page.evaluate(() => (window.bench.facets.all ? window.bench.facets : undefined)),
          60_000,
        );
        facets.push(counted.all ?? 0);
        first.push(counted.first ?? 0);
      }
      await clear(page);
    }
    longest = [...longest, await page.evaluate(() => window.bench.longestTask)];
    all.push(...letters);
    slowest.push(Math.max(...letters));
  }
  if (process.env.BENCH_LETTERS) for (const [query, each] of byQuery) console.log(name, query, median(each));
  return {
    [`${name}, a letter to painted results`]: median(all),
    [`${name}, the slowest letter`]: median(slowest),
    [`${name}, longest task while typing`]: median(longest),
    ...(path === 'library.html' && {
      'facets, the first after a letter': median(first),
      'facets, all after a letter': median(facets),
    }),
  };
}

async function type(page: Page, text: string): Promise<number[]> {
  const before = await page.evaluate(() => window.bench.typed.length);
  let count = before;
  for (const letter of text) {
    const start = performance.now();
    await page.keyboard.type(letter);
    count++;
    await painted(page, count);
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, pause - (performance.now() - start))));
  }
  return page.evaluate((before) => window.bench.typed.slice(before), before);
}

async function clear(page: Page): Promise<void> {
  const before = await page.evaluate(() => window.bench.typed.length);
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  await page.keyboard.press('Backspace');
  await painted(page, before + 1);
}

function painted(page: Page, count: number): Promise<unknown> {
  return until('results', () => page.evaluate((count) => window.bench.typed.length >= count, count), 60_000);
}
