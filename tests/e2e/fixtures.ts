/** The fixtures of the sites, under their true addresses. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = 'tests/fixtures';

export interface Fixture {
  url: string;
  html: string;
}

/** A fixture by its file name; its first line says its address. */
export function fixture(name: `${string}.html`): Fixture {
  const html = readFileSync(join(folder, name), 'utf8');
  const [, about] = /^<!-- (\{.*\}) -->/.exec(html) ?? [];
  if (!about) throw new Error(`${name} does not say its address in its first line.`);
  return { url: JSON.parse(about).url, html };
}

/** All of them, for `serve`. */
export function allFixtures(): Record<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.html')) as `${string}.html`[];
  return Object.fromEntries(names.map(fixture).map(({ url, html }) => [url, html]));
}

export const hfDaily = fixture('huggingface.daily-2026.html');
export const arxivAbs = fixture('arxiv.abs.html');
export const arxivNew = fixture('arxiv.list-new.html');

/** The paper that stands on both lists. */
export const shared = { id: 'arxiv:2609.00001', title: 'Margins Matter: Notes Beside Every Line' };
