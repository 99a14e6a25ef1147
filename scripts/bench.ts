/**
 * `npm run bench`: what Papergloss costs with libraries of 100 to 100,000 papers, and on lists of 25 to 2,000 entries, in
 * Chromium. Writes bench/RESULTS.md, unless only a part is measured: `npm run bench -- --sizes=100,1000 --runs=2
 * --only=library`, without `--write`. With `--keep=folder`, filled libraries are there the next time, with what filling
 * them cost.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { measureLibrary } from './bench/library.ts';
import { measureLists } from './bench/lists.ts';
import type { Figures } from './bench/medians.ts';
import { benchOptions } from './bench/options.ts';
import { type Results, targetsOf, writeResults } from './bench/results.ts';
import { seedLibrary } from './bench/seeding.ts';
import { launch } from './browser/launch.ts';
import type { TestBrowser } from './browser/test-browser.ts';

const { sizes, runs, parts, keep, isWritten } = benchOptions();
const results: Results = { browser: '', runs, library: new Map(), lists: {} };

/** The smallest library, open until the end: what is compared with it is measured by turns. */
let smallest: TestBrowser | undefined;

async function libraryOf(size: number): Promise<Figures> {
  const profile = keep && resolve(join(keep, String(size)));
  if (profile) await mkdir(profile, { recursive: true });
  // Of an extension that has the same number as before, Chrome goes on with the background that it knows.
  if (profile) await rm(join(profile, 'Default', 'Service Worker'), { recursive: true, force: true });
  const browser = await launch('chrome', profile ? { profile } : {});
  smallest ??= browser;
  try {
    results.browser = await browser.version();
    const seeded = await seeding(browser, size, profile && `${profile}.json`);
    console.log(`${size} papers`, seeded);
    return { ...seeded, ...(await measureLibrary(browser, smallest, size, runs)) };
  } finally {
    if (browser !== smallest) await browser.close();
  }
}

/** What it cost to fill the library, now or when it was filled. */
async function seeding(browser: TestBrowser, size: number, remembered: string | undefined): Promise<Figures> {
  const now = await seedLibrary(browser, size);
  if (!remembered) return now;
  if (!existsSync(remembered)) await writeFile(remembered, JSON.stringify(now));
  return JSON.parse(await readFile(remembered, 'utf8'));
}

if (parts.includes('library')) {
  try {
    for (const size of sizes) {
      const figures = await libraryOf(size);
      results.library.set(size, figures);
      console.table(Object.fromEntries(Object.entries(figures).map(([row, figure]) => [row, { [size]: figure }])));
    }
  } finally {
    await smallest?.close();
  }
  console.table(targetsOf(results.library));
}
if (parts.includes('lists')) {
  results.lists = await measureLists(runs);
  console.table(results.lists);
}
if (isWritten) await writeResults(results);
