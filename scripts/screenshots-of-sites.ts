/**
 * `npm run screenshots:sites`: every kind of list with Papergloss on it, light and dark, in `screenshots/sites/`: the
 * fixtures, and, from a folder that is given, saved pages of real sites, which it tells in an INDEX.tsv. These are other
 * people's: git ignores the pictures.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { onRow } from './browser/controls.ts';
import { launch } from './browser/launch.ts';
import type { TestBrowser } from './browser/test-browser.ts';
import { until } from './browser/until.ts';

interface PageOfSite {
  name: string;
  url: string;
  html: string;
}

const fixtures = 'tests/fixtures';
const pictures = 'screenshots/sites';

await mkdir(pictures, { recursive: true });
const [folder] = process.argv.slice(2);
const browser = await launch('chrome');
try {
  for (const page of [...fixturesOfSites(), ...(folder ? savedPages(folder) : [])]) {
    console.log(`${String(await take(browser, page)).padStart(5)} entries  ${page.name}`);
    await browser.closeTabs();
  }
} finally {
  await browser.close();
}

function fixturesOfSites(): PageOfSite[] {
  return readdirSync(fixtures)
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const html = readFileSync(join(fixtures, file), 'utf8');
      return { name: file.replace('.html', ''), url: JSON.parse(/^<!-- (\{.*\}) -->/.exec(html)?.[1] ?? '').url, html };
    });
}

function savedPages(folder: string): PageOfSite[] {
  const [head = '', ...lines] = readFileSync(join(folder, 'INDEX.tsv'), 'utf8').trim().split('\n');
  const columns = head.split('\t');
  const cell = (line: string, column: string) => line.split('\t')[columns.indexOf(column)] ?? '';
  return lines.map((line) => {
    const file = cell(line, 'file');
    const style = join(folder, file.split('/')[0] ?? '', 'approximate.css');
    // A policy of the page may forbid styles from elsewhere, but not those in its own source.
    const css = existsSync(style) ? `<style>${readFileSync(style, 'utf8')}</style>` : '';
    const html = readFileSync(join(folder, file), 'utf8') + css;
    return { name: `saved-${file.replace('/', '-').replace('.html', '')}`, url: cell(line, 'url'), html };
  });
}

async function take(browser: TestBrowser, { name, url, html }: PageOfSite): Promise<number> {
  browser.serve({ [url]: html });
  const screen = await browser.page(url);
  // Some of the pages list nothing, or are of no site that Papergloss knows.
  const first = await until('an entry', async () => (await screen.entries())[0], 2000).catch(() => undefined);
  if (first) {
    const entry = screen.entry(first);
    // Controls come when they are near: without its styles, a page can be long before its list.
    await screen.page.evaluate(() => document.querySelector('papergloss-entry')?.scrollIntoView({ block: 'center' }));
    // The same paper may have been saved on the page before.
    await until('the controls', async () => (await entry.all('button', /^Saved?$/)).length > 0);
    if ((await entry.all(...onRow.save)).length === 1) await entry.click(...onRow.save);
  }
  for (const scheme of ['light', 'dark'] as const) {
    await browser.prefer(scheme);
    // Hugging Face's own switch.
    await screen.page.evaluate((dark) => document.documentElement.classList.toggle('dark', dark), scheme === 'dark');
    await screen.screenshot(`${pictures}/${name}-${scheme}.png`);
  }
  return (await screen.entries()).length;
}
