/**
 * Pages of other people, kept outside the project: nothing of them may stand in it but numbers and identifiers. Tests
 * over them are skipped where the folder is not there.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../shared/pages');
const index = join(folder, 'INDEX.tsv');

export interface SavedPage {
  file: string;
  site: string;
  url: string;
  /** How many entries are on it. */
  entries: number;
}

/** All of them; none where the folder is not there. */
export const savedPages: SavedPage[] = existsSync(index)
  ? readFileSync(index, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))
      .map(([file = '', site = '', url = '', , , entries = '']) => ({ file, site, url, entries: Number(entries) }))
  : [];

/** The pages of these sites, by the names in the index. */
export function savedPagesOf(...sites: string[]): SavedPage[] {
  return savedPages.filter(({ site }) => sites.includes(site));
}

export function htmlOf(page: SavedPage): string {
  return readFileSync(join(folder, page.file), 'utf8');
}
