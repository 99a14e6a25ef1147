/**
 * OpenAlex: works as rows or in a table, and one work. Unproven: no saved page was at hand; classes are those of the
 * site's published source. Rows of authors, institutions and the like are built the same, and are no papers.
 */
import { identifierOf } from '../identity';
import type { Paper, PaperId } from '../paper';
import { othersThan, paperAt } from './linked-papers';
import { base, linkedIds, pdfIn } from './openalex-fields';
import { workPage } from './openalex-page';
import { address, count, present, text } from './read';
import type { List, Reading, Site } from './site';

const workLink = 'a[href*="/works/w" i], a[href*="zoom=w" i], a[href^="/w" i]';

const results: List = {
  name: 'search results, works of an author',
  provenBy: 'unproven',
  example: 'https://openalex.org/works?search=citation%20analysis',
  entry: '.result-item',
  read: readRow,
  anchor: (row) => row.querySelector('.result-meta') ?? row.querySelector('.result-title'),
};

const table: List = {
  name: 'search results as a table',
  provenBy: 'unproven',
  example: 'https://openalex.org/works?search=citation%20analysis&view=table',
  entry: `tbody > tr:has(${workLink})`,
  read: readTableRow,
  anchor: (row) => row.querySelector(workLink)?.closest('td') ?? null,
  controls: 'inside',
};

/** OpenAlex's works, in lists and alone. */
export const openalex: Site = {
  name: 'OpenAlex',
  matches: ['https://openalex.org/*', 'https://explore.openalex.org/*'],
  expected: /^\/(?:works(?:\?.+|\/w\d+)|w\d+)/i,
  lists: [results, table, workPage],
};

function readRow(row: Element): Reading | undefined {
  const link = row.querySelector('a.result-title') ?? row.querySelector(workLink);
  return readWork(row, link, () => factsIn(row.querySelector('.result-meta')));
}

function readTableRow(row: Element): Reading | undefined {
  return readWork(row, row.querySelector(workLink), () => authorsInTable(row));
}

function readWork(row: Element, link: Element | null, facts: () => Partial<Paper>): Reading | undefined {
  const id = workAt(link);
  const title = text(link);
  if (!id || !title) return undefined;
  const pdf = pdfIn(row);
  return present({
    id,
    aliases: othersThan(id, linkedIds(row)),
    title,
    ...facts(),
    links: present({ abstract: `${base}/works/${id.slice('openalex:'.length)}`, pdf }),
    seen: present({ list: queryOn(row.ownerDocument) }),
  });
}

/** In a list, a work's link may only open it beside the list: `?zoom=w1`. */
function workAt(link: Element | null): PaperId | undefined {
  const at = address(link?.getAttribute('href'), base);
  const zoomed = at ? new URL(at).searchParams.get('zoom') : null;
  const id = zoomed ? identifierOf(`openalex:${zoomed}`)?.id : paperAt(link, base)?.id;
  return id?.startsWith('openalex:') ? id : undefined;
}

/** `2026 · Ada Quill, Bram Oosterhout, et al. · Journal of Margins · 12`: each name in an element of its own. */
function factsIn(line: Element | null): Partial<Paper> {
  const parts = Array.from(line?.children ?? []);
  const year = parts.map((part) => text(part)).find((part) => /^\d{4}$/.test(part ?? ''));
  const venue = text(parts.find((part) => part.matches('.font-italic, i, em')));
  const names = parts.find((part) => part.querySelector('span span') && !part.matches('.cited-by, .font-italic'));
  const written = Array.from(names?.querySelectorAll('span:not(:has(span))') ?? [], (name) => text(name) ?? '');
  const isCut = written.some((name) => /\bet al\b/.test(name));
  const authors = written.map((name) => name.replace(/^,\s*/, '')).filter(Boolean);
  return present({ authors: authors.length > 0 && !isCut ? authors : undefined, venue, published: year });
}

/** The column called `Authors` holds all of them, or some and `+3 more`. */
function authorsInTable(row: Element): Partial<Paper> {
  const headers = Array.from(row.closest('table')?.querySelectorAll('thead th') ?? []);
  const column = headers.findIndex((header) => /^authors?$/i.test(text(header) ?? ''));
  const cell = column < 0 ? undefined : row.children[column];
  const names = Array.from(cell?.querySelectorAll('a[href*="/authors/"]') ?? []).flatMap((name) => text(name) ?? []);
  if (names.length === 0) return {};
  const hidden = /\+\s?(\d[\d,]*) more/.exec(cell?.textContent ?? '')?.[1];
  return hidden ? present({ authorCount: sum(names.length, count(hidden)) }) : { authors: names };
}

function sum(shown: number, hidden: number | undefined): number | undefined {
  return hidden === undefined ? undefined : shown + hidden;
}

function queryOn(page: Document): string | undefined {
  const input = page.querySelector<HTMLInputElement>('main input[type="search"], main input[type="text"]');
  const title = text(page.querySelector('title'))?.replace(/ [-–|] OpenAlex$/, '');
  return (input?.value.trim() || title)?.slice(0, 1000);
}
