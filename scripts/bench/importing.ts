/** Papers come into a library as a user’s do: from a file, in the window of the library page. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle } from 'puppeteer-core';
import type { Screen } from '../browser/screen.ts';
import { until } from '../browser/until.ts';
import type { Figures } from './medians.ts';
import type { Seeded } from './seed.ts';
import { openWatched } from './watch.ts';

const longEnough = 1_800_000;
const minute = 60_000;
const menu = 'Import, export, trash';

/** Imports these papers, saved one after the other from `now` on, and tells what that costs. */
export async function importPapers(screen: Screen, papers: Seeded[], now: number): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), 'papergloss-'));
  const path = join(folder, 'papers.json');
  await writeFile(path, fileOf(papers, now));
  const { page } = screen;
  try {
    await openWatched(page, 'library.html');
    await screen.click('button', menu);
    await screen.within('group', menu).click('button', 'Import…');
    const input = await until('the field for files', () => page.$('dialog input[type="file"]'));
    await page.evaluate(() => (window.bench.longestTask = 0));
    const start = performance.now();
    await (input as ElementHandle<HTMLInputElement>).uploadFile(path);
    const take = await until(
      'the preview',
      async () => (await screen.all('button', /^Import [\d,]+ papers?$/))[0],
      minute,
    );
    const previewed = performance.now();
    await take.evaluate((button) => (button as HTMLButtonElement).click());
    await until('the end of the import', () => page.evaluate(isImported), longEnough);
    return {
      'import, to the preview, s': (previewed - start) / 1000,
      'import, s': (performance.now() - previewed) / 1000,
      'import, longest task of the page': await page.evaluate(() => window.bench.longestTask),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** In the page. Looked for as a user sees it, again and again, it would take the page more time than the import does. */
function isImported(): boolean {
  return [...document.querySelectorAll('button')].some(({ textContent }) => textContent === 'Undo the import');
}

/** Papergloss JSON. */
function fileOf(papers: Seeded[], now: number): string {
  const whole = papers.map(({ paper, note, tags = [], status, rating }, i) => {
    const at = now + i;
    return {
      paper,
      ids: [paper.id],
      savedAt: at,
      ...(note && { note: { id: crypto.randomUUID(), text: note, createdAt: at, updatedAt: at } }),
      ...(status && { status: { value: status, at } }),
      ...(rating && { rating: { value: rating, at } }),
      ...(tags.length > 0 && { tags: tags.map((name) => ({ name, at })) }),
    };
  });
  return JSON.stringify({ format: 'papergloss', version: 1, exportedAt: now, papers: whole });
}
