/**
 * `node scripts/bench/alternatives.ts [sizes]`: what the index might have been instead, with the same papers, in Chromium.
 * “Multi-entry”: IndexedDB’s own index over the words of each paper. “MiniSearch”: an index in memory, stored as JSON;
 * measured only where the package is installed, for Papergloss does not need it. Medians of five, in ms.
 */

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { launch } from '../browser/launch.ts';
import { seededPapers } from './seed.ts';

const sizes = process.argv.slice(2).map(Number);
const queries = ['n', 'neu', 'neural', 'the'];
const runs = 5;

declare const MiniSearch: {
  new (options: object): Mini;
  loadJSON(json: string, options: object): Mini;
};
interface Mini {
  addAll(documents: object[]): void;
  search(query: string, options: object): unknown[];
}

interface Row {
  id: string;
  title: string;
  authors: string;
  abstract: string;
}

async function measure(size: number, miniSearch: string | undefined): Promise<Record<string, number>> {
  const browser = await launch('chrome');
  try {
    const { page } = await browser.extensionPage('options.html');
    await page.evaluate(() => {
      const global = globalThis as unknown as { rows: Row[]; open: Promise<IDBDatabase> };
      global.rows = [];
      global.open = new Promise((resolve) => {
        const request = indexedDB.open('alternatives', 1);
        request.onupgradeneeded = () => {
          const papers = request.result.createObjectStore('papers', { keyPath: 'id' });
          papers.createIndex('words', 'words', { multiEntry: true });
          request.result.createObjectStore('json');
        };
        request.onsuccess = () => resolve(request.result);
      });
    });
    const result: Record<string, number> = {};
    const start = performance.now();
    let batch: Row[] = [];
    const send = async () => {
      await page.evaluate(async (batch: Row[]) => {
        const global = globalThis as unknown as { rows: Row[]; open: Promise<IDBDatabase> };
        global.rows.push(...batch);
        const transaction = (await global.open).transaction('papers', 'readwrite');
        for (const row of batch) {
          const words = new Set(`${row.title} ${row.authors} ${row.abstract}`.toLowerCase().match(/[\p{L}\p{N}]+/gu));
          transaction.objectStore('papers').put({ ...row, words: [...words] });
        }
        await new Promise((resolve) => transaction.addEventListener('complete', resolve));
      }, batch);
      batch = [];
    };
    for (const { paper } of seededPapers(size)) {
      const { id, title, authors = [], abstract = '' } = paper;
      batch.push({ id, title, authors: authors.join(' '), abstract });
      if (batch.length === 1000) await send();
    }
    if (batch.length > 0) await send();
    result['multi-entry: saving all, s'] = Math.round((performance.now() - start) / 1000);
    for (const query of queries) {
      const times: number[] = [];
      for (let run = 0; run < runs; run++) {
        times.push(
          await page.evaluate(async (query: string) => {
            const { open } = globalThis as unknown as { open: Promise<IDBDatabase> };
            const index = (await open).transaction('papers').objectStore('papers').index('words');
            const start = performance.now();
            const request = index.getAllKeys(IDBKeyRange.bound(query, `${query}\uffff`));
            await new Promise((resolve) => request.addEventListener('success', resolve));
            return performance.now() - start;
          }, query),
        );
      }
      result[`multi-entry: ${query}, ids only, unranked`] = median(times);
    }
    if (miniSearch === undefined) return result;
    await page.evaluate(miniSearch);
    Object.assign(
      result,
      await page.evaluate(
        async (queries: string[], runs: number) => {
          const { rows, open } = globalThis as unknown as { rows: Row[]; open: Promise<IDBDatabase> };
          const options = { fields: ['title', 'authors', 'abstract'] };
          const index = new MiniSearch(options);
          index.addAll(rows);
          const json = JSON.stringify(index);
          const transaction = (await open).transaction('json', 'readwrite');
          transaction.objectStore('json').put(json, 'all');
          await new Promise((resolve) => transaction.addEventListener('complete', resolve));
          const start = performance.now();
          const request = (await open).transaction('json').objectStore('json').get('all');
          await new Promise((resolve) => request.addEventListener('success', resolve));
          const loaded = MiniSearch.loadJSON(request.result, options);
          const result: Record<string, number> = {
            'MiniSearch: to load, at each opening': performance.now() - start,
            'MiniSearch: JSON, MB': json.length / 1e6,
          };
          for (const query of queries) {
            const times = [];
            for (let run = 0; run < runs; run++) {
              const start = performance.now();
              loaded.search(query, { prefix: true, combineWith: 'AND' });
              times.push(performance.now() - start);
            }
            result[`MiniSearch: ${query}`] = times.sort((a, b) => a - b)[runs >> 1] ?? 0;
          }
          return result;
        },
        queries,
        runs,
      ),
    );
    return result;
  } finally {
    await browser.close();
  }
}

function median(times: number[]): number {
  return times.sort((a, b) => a - b)[times.length >> 1] ?? 0;
}

async function installedMiniSearch(): Promise<string | undefined> {
  try {
    const main = createRequire(import.meta.url).resolve(process.env.MINISEARCH ?? 'minisearch');
    return await readFile(main.replace(/dist\/.*$/, 'dist/umd/index.js'), 'utf8');
  } catch {
    return undefined;
  }
}

const miniSearch = await installedMiniSearch();
for (const size of sizes.length > 0 ? sizes : [1000, 10_000]) {
  console.log(`${size} papers`);
  console.table(await measure(size, miniSearch));
}
