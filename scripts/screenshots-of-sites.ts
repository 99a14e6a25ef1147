/** Lists of real sites with Papergloss on them, light and dark: from saved pages, where somebody has put some. */
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { onRow } from './browser/controls.ts';
import { launch } from './browser/launch.ts';
import type { TestBrowser } from './browser/test-browser.ts';
import { until } from './browser/until.ts';

/** A row of the folder's INDEX.tsv. */
interface SavedPage {
  file: string;
  url: string;
}

/** Pictures of all pages that `pages/INDEX.tsv` names; other people's pages, so only into a folder that git ignores. */
export async function picturesOfSites(pages: URL, folder: string): Promise<void> {
  const index = new URL('INDEX.tsv', pages);
  if (!existsSync(index)) return;
  await mkdir(folder, { recursive: true });
  for (const page of rows(await readFile(index, 'utf8'))) {
    const browser = await launch('chrome');
    try {
      const count = await take(browser, page, pages, folder);
      console.log(`${String(count).padStart(5)} entries  ${page.file}`);
    } finally {
      await browser.close();
    }
  }
}

async function take(browser: TestBrowser, { file, url }: SavedPage, pages: URL, folder: string): Promise<number> {
  const html = await readFile(new URL(file, pages), 'utf8');
  const style = new URL(`${file.split('/')[0]}/approximate.css`, pages);
  const css = existsSync(style) ? await readFile(style, 'utf8') : '';
  // A policy of the page may forbid styles from elsewhere, but not those in its own source.
  browser.serve({ [url]: `${html}<style>${css}</style>` });
  const screen = await browser.page(url);
  // Many of the pages are of sites that Papergloss does not know yet.
  const first = await until('an entry', async () => (await screen.entries())[0], 2000).catch(() => undefined);
  if (first) {
    await screen.entry(first).click(...onRow.save);
    await screen.entry(first).get(...onRow.saved);
  }
  for (const scheme of ['light', 'dark'] as const) {
    await browser.prefer(scheme);
    // Hugging Face's own switch.
    await screen.page.evaluate((dark) => document.documentElement.classList.toggle('dark', dark), scheme === 'dark');
    await screen.screenshot(`${folder}/${file.replace('/', '-').replace('.html', '')}-${scheme}.png`);
  }
  return (await screen.entries()).length;
}

function rows(tsv: string): SavedPage[] {
  const [head = '', ...lines] = tsv.trim().split('\n');
  const columns = head.split('\t');
  const cell = (line: string, column: string) => line.split('\t')[columns.indexOf(column)] ?? '';
  return lines.map((line) => ({ file: cell(line, 'file'), url: cell(line, 'url') }));
}
