/** From keystroke to painted results. */
import type { Page } from 'puppeteer-core';
import { until } from '../browser/until.ts';
import { bareLetters } from './bare.ts';
import { type Figures, median, mediansOf, rounded } from './medians.ts';
import { openWatched } from './watch.ts';
import { workOf } from './work.ts';

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
  const hasFacets = path === 'library.html';
  const letters: number[] = [];
  const bare: number[] = [];
  const facets: Facets[] = [];
  const each = await mediansOf(runs, async () => {
    await openWatched(page, path);
    await until('the list', () => page.evaluate(() => window.bench.listed), 60_000);
    await page.focus('input[type="search"]');
    await page.evaluate(() => (window.bench.longestTask = 0));
    const typed: number[] = [];
    const work = await workOf(page, async () => {
      for (const query of queries) {
        const now = await type(page, query);
        if (process.env.BENCH_LETTERS) console.log(name, query, now.map(rounded).join(' '));
        typed.push(...now);
        if (hasFacets) facets.push(await counted(page));
        await clear(page);
      }
    });
    letters.push(...typed);
    const longestTask = await page.evaluate(() => window.bench.longestTask);
    bare.push(...(await bareLetters(page)));
    return {
      [`${name}, the slowest letter`]: Math.max(...typed),
      [`${name}, work of the page for a letter`]: work / (typed.length + queries.length),
      [`${name}, longest task while typing`]: longestTask,
    };
  });
  return {
    [`${name}, a letter to painted results`]: median(letters),
    [`${name}, a letter to 50 painted titles, bare`]: median(bare),
    ...each,
    ...(hasFacets && {
      'facets, the first after a letter': median(facets.map(({ first }) => first)),
      'facets, all after a letter': median(facets.map(({ all }) => all)),
    }),
  };
}

interface Facets {
  first: number;
  all: number;
}

function counted(page: Page): Promise<Facets> {
  const ask = () =>
    page.evaluate(() => {
      const { first, all } = window.bench.facets;
      return first !== undefined && all !== undefined && { first, all };
    });
  return until('all facets', ask, 60_000);
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
