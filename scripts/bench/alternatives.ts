/**
 * `npm run bench:index [sizes]`: what the index might have been instead, with the same papers and queries, in Chromium.
 * “Multi-entry”: IndexedDB’s own index over the words of each paper, as Dexie offers it. “MiniSearch”: an index in
 * memory, stored as JSON in pieces.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { launch } from '../browser/launch.ts';
import { median, rounded } from './medians.ts';
import { type Seeded, seededPapers } from './seed.ts';
import { libraryCode, seedLibrary } from './seeding.ts';

const sizes = process.argv.slice(2).map(Number);
const queries = ['n', 'neu', 'neural', 'neural networks', 'the'];
const runs = 5;

type Row = Record<string, number | string>;

/** A paper as the others index it. */
interface Flat {
  id: string;
  title: string;
  authors: string;
  abstract: string;
}

declare const MiniSearch: {
  new (options: object): Mini;
  loadJSON(json: string, options: object): Mini;
};
interface Mini {
  addAll(documents: object[]): void;
  search(query: string, options: object): unknown[];
}
declare const library: { search(query: string, options: object): Promise<unknown> };

async function ours(size: number): Promise<Row> {
  const browser = await launch('chrome');
  try {
    const start = performance.now();
    await seedLibrary(browser, size);
    const took = performance.now() - start;
    const page = await libraryCode(browser);
    const row = await timed(page, async (query) => {
      const start = performance.now();
      await library.search(query, { limit: 50 });
      return performance.now() - start;
    });
    return { 'to index all, s': Math.round(took / 1000), 'to open, ms': 0, gives: '50 papers, ranked', ...row };
  } finally {
    await browser.close();
  }
}

async function multiEntry(size: number): Promise<Row> {
  return inPage(async (page) => {
    const start = performance.now();
    await eachBatch(size, (batch) =>
      page.evaluate(async (batch: Flat[]) => {
        const open = indexedDB.open('alternatives', 1);
        open.onupgradeneeded = () =>
          open.result
            .createObjectStore('papers', { keyPath: 'id' })
            .createIndex('words', 'words', { multiEntry: true });
        await new Promise((resolve) => open.addEventListener('success', resolve));
        const transaction = open.result.transaction('papers', 'readwrite');
        for (const paper of batch) {
          const words = new Set(
            `${paper.title} ${paper.authors} ${paper.abstract}`.toLowerCase().match(/[\p{L}\p{N}]+/gu),
          );
          transaction.objectStore('papers').put({ ...paper, words: [...words] });
        }
        await new Promise((resolve) => transaction.addEventListener('complete', resolve));
        open.result.close();
      }, batch),
    );
    const took = performance.now() - start;
    const row = await timed(page, async (query) => {
      const open = indexedDB.open('alternatives', 1);
      await new Promise((resolve) => open.addEventListener('success', resolve));
      const index = open.result.transaction('papers').objectStore('papers').index('words');
      const start = performance.now();
      const found = await Promise.all(
        query.split(' ').map(async (word) => {
          const request = index.getAllKeys(IDBKeyRange.bound(word, `${word}\uffff`));
          await new Promise((resolve) => request.addEventListener('success', resolve));
          return new Set(request.result);
        }),
      );
      const [first = new Set()] = found;
      [...first].filter((id) => found.every((ids) => ids.has(id)));
      return performance.now() - start;
    });
    return { 'to index all, s': Math.round(took / 1000), 'to open, ms': 0, gives: 'ids only, unranked', ...row };
  });
}

async function miniSearch(size: number, code: string): Promise<Row> {
  return inPage(async (page) => {
    await page.evaluate(code);
    await page.evaluate(() => ((globalThis as unknown as { papers: Flat[] }).papers = []));
    await eachBatch(size, (batch) =>
      page.evaluate((batch: Flat[]) => void (globalThis as unknown as { papers: Flat[] }).papers.push(...batch), batch),
    );
    const opening = await page.evaluate(async () => {
      const global = globalThis as unknown as { papers: Flat[]; index: Mini };
      const options = { fields: ['title', 'authors', 'abstract'] };
      const start = performance.now();
      const index = new MiniSearch(options);
      index.addAll(global.papers);
      const indexed = performance.now() - start;
      const json = JSON.stringify(index);
      const open = indexedDB.open('alternatives', 1);
      open.onupgradeneeded = () => open.result.createObjectStore('pieces', { autoIncrement: true });
      await new Promise((resolve) => open.addEventListener('success', resolve));
      const write = open.result.transaction('pieces', 'readwrite');
      for (let at = 0; at < json.length; at += 1e6) write.objectStore('pieces').put(json.slice(at, at + 1e6));
      await new Promise((resolve) => write.addEventListener('complete', resolve));
      const began = performance.now();
      const read = open.result.transaction('pieces').objectStore('pieces').getAll();
      await new Promise((resolve) => read.addEventListener('success', resolve));
      global.index = MiniSearch.loadJSON(read.result.join(''), options);
      return { indexed, opened: performance.now() - began };
    });
    const row = await timed(page, async (query) => {
      const { index } = globalThis as unknown as { index: Mini };
      const start = performance.now();
      index.search(query, { prefix: true, combineWith: 'AND' });
      return performance.now() - start;
    });
    const { indexed, opened } = opening;
    return {
      'to index all, s': Math.round(indexed / 1000),
      'to open, ms': rounded(opened),
      gives: 'ids only, ranked',
      ...row,
    };
  });
}

async function inPage(work: (page: Page) => Promise<Row>): Promise<Row> {
  const browser = await launch('chrome');
  try {
    return await work((await browser.extensionPage('options.html')).page);
  } finally {
    await browser.close();
  }
}

async function eachBatch(size: number, put: (batch: Flat[]) => Promise<unknown>): Promise<void> {
  let batch: Flat[] = [];
  const flat = ({ paper: { id, title, authors = [], abstract = '' } }: Seeded) =>
    batch.push({ id, title, authors: authors.join(' '), abstract });
  for (const seeded of seededPapers(size)) {
    if (flat(seeded) < 1000) continue;
    await put(batch);
    batch = [];
  }
  if (batch.length > 0) await put(batch);
}

/** Milliseconds for each query, the median. */
async function timed(page: Page, search: (query: string) => Promise<number>): Promise<Row> {
  const row: Row = {};
  for (const query of queries) {
    const times: number[] = [];
    for (let run = 0; run < runs; run++) times.push(await page.evaluate(search, query));
    row[`${query}, ms`] = median(times);
  }
  return row;
}

const main = createRequire(import.meta.url).resolve('minisearch');
const code = await readFile(main.replace(/dist\/.*$/, 'dist/umd/index.js'), 'utf8');
for (const size of sizes.length > 0 ? sizes : [10_000]) {
  console.log(`${size} papers, medians of ${runs} runs`);
  console.table({
    'multi-entry index': await multiEntry(size),
    'MiniSearch, in pieces': await miniSearch(size, code),
    Papergloss: await ours(size),
  });
}
