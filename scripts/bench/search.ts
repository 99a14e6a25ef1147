/**
 * `node scripts/bench/search.ts [sizes]`: what search costs in libraries of 100, 1,000 and 10,000 papers, or of as many
 * as are named, such as `100 100000`, in Chromium. Medians of five runs, in ms.
 */
import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import type { Paper } from '../../lib/paper.ts';
import { launch } from '../browser/launch.ts';
import type { TestBrowser } from '../browser/test-browser.ts';
import { until } from '../browser/until.ts';
import { type Seeded, seededPapers } from './seed.ts';

const sizes = process.argv.slice(2).map(Number);
const runs = 5;

/** Each is typed letter by letter; what is told is the slowest letter and the last. */
const typed = [
  'neural networks',
  'author:mari ',
  'transfromer',
  '"the model of"',
  'year:2020..2022 graph',
  '学习',
  '-the margin',
];

/** What the page has that measures; see page.ts. */
declare const bench: {
  search(query: string, options: object): Promise<{ total: number }>;
  bareRows(count: number): Promise<number>;
  facets(query: string): Promise<unknown>;
  seed(batch: Seeded[], now: number): Promise<void>;
  changes(): Promise<number>;
};

declare const chrome: { runtime: { sendMessage(message: unknown): Promise<{ error?: unknown } | undefined> } };

async function measureAll(): Promise<void> {
  const code = await bundled();
  const table: Record<string, Record<string, number>> = {};
  for (const size of sizes.length > 0 ? sizes : [100, 1000, 10_000]) {
    const browser = await launch('chrome');
    try {
      table[`${size} papers`] = await measure(browser, size, code);
    } finally {
      await browser.close();
    }
  }
  const rows = Object.keys(Object.values(table)[0] ?? {});
  console.table(
    Object.fromEntries(
      rows.map((row) => [row, Object.fromEntries(Object.entries(table).map(([size, values]) => [size, values[row]]))]),
    ),
  );
}

async function measure(browser: TestBrowser, size: number, code: string): Promise<Record<string, number>> {
  const { page } = await browser.extensionPage('options.html');
  await page.evaluate(code);
  const seeding = performance.now();
  await seed(page, size);
  const seeded = performance.now();
  await until('all to be indexed', async () => (await page.evaluate(() => bench.changes())) < 32, 1_800_000);
  const result: Record<string, number> = {
    'saving all, s': Math.round((seeded - seeding) / 1000),
    'indexing the rest, s': Math.round((performance.now() - seeded) / 1000),
  };
  result['50 rows, bare IndexedDB'] = await median(page, () => bench.bareRows(50));
  result['empty query, 50 rows'] = await timed(page, '');
  for (const query of typed) {
    const each: number[] = [];
    for (let length = 1; length <= query.length; length++) each.push(await timed(page, query.slice(0, length)));
    if (process.env.LETTERS) console.log(query, each.join(' '));
    result[`${query}: slowest letter`] = Math.max(...each);
    result[`${query}: last letter`] = each.at(-1) ?? 0;
  }
  for (const sort of ['saved', 'title', 'published'] as const)
    result[`the, by ${sort}`] = await timed(page, 'the', sort);
  result['facets, empty query'] = await median(page, async () => {
    const start = performance.now();
    await bench.facets('');
    return performance.now() - start;
  });
  result['save one paper'] = await saving(page, size);
  await page.close();
  result['popup, to the painted list'] = await opening(browser, 'popup.html');
  Object.assign(result, await memory(browser));
  return result;
}

async function seed(page: Page, size: number): Promise<void> {
  let batch: Seeded[] = [];
  let now = Date.UTC(2026, 0);
  const send = async () => {
    await page.evaluate((batch: Seeded[], now: number) => bench.seed(batch, now), batch, now);
    now += batch.length;
    batch = [];
  };
  for (const each of seededPapers(size)) {
    batch.push(each);
    if (batch.length === 1000) await send();
  }
  if (batch.length > 0) await send();
}

function timed(page: Page, query: string, sort?: string): Promise<number> {
  return median(
    page,
    async (query, sort) => {
      const start = performance.now();
      await bench.search(query, { limit: 50, sort });
      return performance.now() - start;
    },
    query,
    sort,
  );
}

async function median(page: Page, work: (...args: never[]) => Promise<number>, ...args: unknown[]): Promise<number> {
  const measures: number[] = [];
  for (let run = 0; run < runs; run++)
    measures.push((await page.evaluate(work as never, ...(args as never[]))) as number);
  return Math.round((measures.sort((a, b) => a - b)[runs >> 1] ?? 0) * 10) / 10;
}

async function saving(page: Page, size: number): Promise<number> {
  const measures: number[] = [];
  for (const { paper } of [...seededPapers(size + 20)].slice(size)) {
    const took = await page.evaluate(async (paper: Paper) => {
      const start = performance.now();
      await chrome.runtime.sendMessage({ library: 'save', input: paper });
      return performance.now() - start;
    }, paper);
    measures.push(took);
  }
  return Math.round((measures.sort((a, b) => a - b)[measures.length >> 1] ?? 0) * 10) / 10;
}

async function opening(browser: TestBrowser, path: string): Promise<number> {
  const measures: number[] = [];
  for (let run = 0; run < runs; run++) {
    const { page } = await browser.extensionPage(path);
    const took = await until('the list to be painted', () =>
      page.evaluate(() => {
        const global = globalThis as { painted?: number; isWatched?: boolean };
        if (document.querySelector('main li h2') && !global.isWatched) {
          global.isWatched = true;
          requestAnimationFrame(() => setTimeout(() => (global.painted = performance.now())));
        }
        return global.painted;
      }),
    );
    measures.push(took);
    await page.close();
  }
  return Math.round((measures.sort((a, b) => a - b)[runs >> 1] ?? 0) * 10) / 10;
}

async function memory(browser: TestBrowser): Promise<Record<string, number>> {
  const { page } = await browser.extensionPage('popup.html');
  await page.waitForSelector('main li h2');
  const heap = async () => {
    const session = await page.createCDPSession();
    await session.send('HeapProfiler.collectGarbage');
    return Math.round(((await page.metrics()).JSHeapUsedSize ?? 0) / 1e5) / 10;
  };
  const before = await heap();
  await page.type('input[type=search]', 'neural networks', { delay: 150 });
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const after = await heap();
  await page.close();
  return { 'popup, heap in MB': before, 'popup after a search, heap in MB': after };
}

/** The library’s own search, for a page of the extension. */
async function bundled(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '#i18n': new URL('../../.wxt/i18n/index.ts', import.meta.url).pathname } },
    build: {
      write: false,
      lib: { entry: new URL('page.ts', import.meta.url).pathname, formats: ['iife'], name: 'bench' },
    },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const [output] = [result].flat() as { output: { code?: string }[] }[];
  return `${output?.output[0]?.code}; globalThis.bench = bench;`;
}

await measureAll();
