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
  return Object.fromEntries(
    fixtureNames()
      .map(fixture)
      .map(({ url, html }) => [url, html]),
  );
}

/** The files of the built-in sites' fixtures. */
export function fixtureNames(): `${string}.html`[] {
  return readdirSync(folder).filter((name) => name.endsWith('.html')) as `${string}.html`[];
}

export const hfDaily = fixture('huggingface.daily-2026.html');
export const arxivAbs = fixture('arxiv.abs.html');
export const awesomeList = fixture('anywhere/github-readme.html');
export const arxivNew = fixture('arxiv.list-new.html');

/** The page of a publisher about the published version of `shared`, of which it names only title, author and year. */
export const article: Fixture = {
  url: 'https://journal.example/margins',
  html: `<!doctype html><html lang="en"><head><title>Journal of Margins</title>
    <meta name="citation_title" content="Margins matter: notes beside every line">
    <meta name="citation_author" content="Quill, Ada"><meta name="citation_author" content="Oosterhout, Bram">
    <meta name="citation_doi" content="10.5555/margins.2026.17">
    <meta name="citation_journal_title" content="Journal of Margins">
    <meta name="citation_publication_date" content="2026/11/02"></head>
    <body><main><h1>Margins matter: notes beside every line</h1><p>Ada Quill and Bram Oosterhout</p></main></body></html>`,
};

/** The paper that stands on both lists. */
export const shared = { id: 'arxiv:2609.00001', title: 'Margins Matter: Notes Beside Every Line' };
