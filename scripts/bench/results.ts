/** bench/RESULTS.md: the tables, and on what machine they were measured. */
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, release, totalmem, type } from 'node:os';
import { popupOfSmallest } from './library.ts';
import type { Figures } from './medians.ts';

export interface Results {
  browser: string;
  runs: number;
  /** By size. */
  library: Map<number, Figures>;
  /** By list. */
  lists: Record<string, Figures>;
}

/** What should hold, and whether it did. */
interface Target {
  what: string;
  figure: number | undefined;
  most: number;
  unit: string;
}

const file = new URL('../../bench/RESULTS.md', import.meta.url);

/** Writes the file. */
export async function writeResults(results: Results): Promise<void> {
  await mkdir(new URL('.', file), { recursive: true });
  await writeFile(file, markdownOf(results));
}

function markdownOf({ browser, runs, library, lists }: Results): string {
  const rows = [...new Set([...library.values()].flatMap(Object.keys))];
  const sizes = [...library.keys()];
  const columns = [...new Set(Object.values(lists).flatMap(Object.keys))];
  return `# Results of \`npm run bench\`

Written by the script; medians of ${runs} runs, in milliseconds where nothing else is said. ${machine()}, ${browser}.
“Bare” is the same work in plain IndexedDB, in the same page, right after what is measured. A longest task of 0 is one
below 50 ms, of which browsers do not tell. Before the library page is opened, and before papers are saved, what earlier
pages left in memory is collected.

## Targets

${table(['', 'measured', 'at most', 'holds'], targetsOf(library).map(rowOf))}

## Libraries, by the number of papers

${table(
  ['', ...sizes.map((size) => size.toLocaleString('en'))],
  rows.map((row) => [row, ...sizes.map((size) => shown(library.get(size)?.[row]))]),
)}

## Lists

From DOM ready to the first controls, those on screen, all; heap in MB.

${table(
  ['', ...columns],
  Object.entries(lists).map(([list, figures]) => [list, ...columns.map((each) => shown(figures[each]))]),
)}
`;
}

/** What issues and README promise. */
export function targetsOf(library: Map<number, Figures>): Target[] {
  const [small, large] = [Math.min(...library.keys()), Math.max(...library.keys())];
  const at = (size: number, row: string) => library.get(size)?.[row];
  const ratio = (row: string, most: number, a = at(small, row)): Target => {
    const b = at(large, row);
    return { what: `${row}: ${large} papers against ${small}`, figure: a && b && b / a, most, unit: '×' };
  };
  const below = (size: number, row: string, most: number): Target => {
    return { what: `${row}, ${size} papers`, figure: at(size, row), most, unit: 'ms' };
  };
  return [
    ratio('popup, to the painted list', 1.2, at(large, popupOfSmallest)),
    ratio('popup, memory, MB', 2),
    ...['popup', 'library page'].flatMap((name) => [
      below(10_000, `${name}, a letter to painted results`, 50),
      below(10_000, `${name}, the slowest letter`, 50),
      below(100_000, `${name}, a letter to painted results`, 150),
      below(100_000, `${name}, the slowest letter`, 150),
      below(large, `${name}, longest task while typing`, 50),
    ]),
    below(large, 'scrolling, frames of 240 with a blank row', 0),
    below(large, 'scrolling, longest task', 50),
    below(large, 'facets, all after a letter', 200),
    ratio('one paper saved', 1.5),
    below(10_000, 'import, longest task of the page', 50),
  ].filter(({ figure }) => figure !== undefined);
}

function rowOf({ what, figure = 0, most, unit }: Target): string[] {
  return [what, `${shown(figure)} ${unit}`, `${most} ${unit}`, figure <= most ? 'yes' : '**no**'];
}

function shown(figure: number | undefined): string {
  return figure === undefined ? '' : (Math.round(figure * 10) / 10).toLocaleString('en');
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

function machine(): string {
  const [first] = cpus();
  const model = first?.model.replace(/\s+/g, ' ').trim();
  return `${model}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB of memory, ${type()} ${release().split('-')[0]}`;
}
