/** One publication in a list of DBLP's. Editors of proceedings, who have entries of their own, are no authors of papers. */
import { identifierOf } from '../identity';
import type { PaperId } from '../paper';
import { othersThan, paperAt } from './linked-papers';
import { isoDate } from './metadata-article';
import { address, anyPresent, oneLine, present, text } from './read';
import { headedBy } from './section-headings';
import type { Reading } from './site';

/** Where links without a host lead. */
export const base = 'https://dblp.org';

/** Reads an entry, whose id is the record's. */
export function readEntry(entry: Element): Reading | undefined {
  const cite = entry.querySelector('cite, .data');
  const title = titleIn(cite?.querySelector('.title'));
  const record = identifierOf(`dblp:${entry.id}`)?.id;
  if (!cite || !record || !title) return undefined;
  const editions = editionsIn(entry);
  const names = namesOf(record, editions);
  return present({
    ...names,
    title,
    authors: authorsIn(cite),
    ...publishedIn(entry, cite, names.id),
    links: anyPresent({
      abstract:
        address(entry.querySelector('li.details a')?.getAttribute('href'), base) ?? `${base}/rec/${entry.id}.html`,
      pdf: pdfAmong(editions),
    }),
    seen: anyPresent(placeOf(entry)),
  });
}

/** DBLP ends every title with a full stop of its own, unless some other sign is there. */
export function titleIn(element: Element | null | undefined): string | undefined {
  return text(element)?.replace(/(?<!\.)\.$/, '');
}

/** Numbers tell namesakes apart, and are no part of a name. */
export function authorsIn(part: Element): string[] | undefined {
  const names = Array.from(part.querySelectorAll('[itemprop="author"]'), (author) =>
    text(author.querySelector('[itemprop="name"]') ?? author)?.replace(/ \d{4}$/, ''),
  );
  const known = names.flatMap((name) => name ?? []);
  return known.length > 0 && known.length === names.length ? known : undefined;
}

/** Links to where the paper itself is. */
export function editionsIn(part: Element): Element[] {
  return Array.from(part.querySelectorAll('li.ee a[href]'));
}

/**
 * The paper's names. A preprint in CoRR is arXiv's: until 2015 some were recorded by the names of their authors, and
 * only the link says the number.
 */
export function namesOf(record: PaperId, editions: Element[]): Pick<Reading, 'id' | 'aliases'> {
  const others = editions.flatMap((link) => paperAt(link, base)?.id ?? []);
  const preprint = record.startsWith('dblp:journals/corr/') ? others.find((id) => id.startsWith('arxiv:')) : undefined;
  const id = preprint ?? record;
  return present({ id, aliases: othersThan(id, [record, ...others]) });
}

/** The link that is to a file. */
export function pdfAmong(editions: Element[]): string | undefined {
  const addresses = editions.map((link) => address(link.getAttribute('href'), base));
  return addresses.find((at) => at && /\.pdf$/i.test(new URL(at).pathname));
}

/** After the title stand the journal or the conference, the pages, and the year where it is not the list's. */
function publishedIn(entry: Element, cite: Element, id: PaperId) {
  const venue = text(cite.querySelector('[itemprop="isPartOf"] > [itemprop="name"]'));
  const date = entry.querySelector('[itemprop="datePublished"]');
  return {
    published: isoDate(date?.getAttribute('content') ?? text(date)),
    venue,
    // In a list of one conference only the pages are said, of a preprint only its number.
    journalRef: venue && id.startsWith('dblp:') ? textAfter(cite.querySelector('.title')) : undefined,
  };
}

function textAfter(title: Element | null): string | undefined {
  let line = '';
  for (let next = title?.nextSibling; next; next = next.nextSibling) line += next.textContent ?? '';
  return oneLine(line);
}

const yearOf = headedBy('li.year');
const headerOf = headedBy('header');

function placeOf(entry: Element) {
  const page = entry.ownerDocument;
  const query = entry.closest('#completesearch-publs') && page.querySelector<HTMLInputElement>('input[name="q"]');
  const heading = page.querySelector('#headline h1 .name') ?? page.querySelector('#headline h1, h1');
  const list = entry.parentElement;
  const section = text(yearOf(entry)) ?? text((list && headerOf(list))?.querySelector('h2, h3'));
  return { list: (query?.value || text(heading))?.slice(0, 1000), section: section?.slice(0, 1000) };
}
