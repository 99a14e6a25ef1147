/**
 * INSPIRE, high-energy physics. Unproven: no saved page was at hand; attributes and classes are those of the site's
 * published source, which renders everything in the browser.
 */
import { base, boxOf, factsIn, othersIn, pdfIn } from './inspire-fields';
import { recordPage } from './inspire-page';
import { othersThan, paperAt } from './linked-papers';
import { isoDate } from './metadata-article';
import { address, count, present, text } from './read';
import type { List, Reading, Site } from './site';

const titleLink = 'a[data-test-id="literature-result-title-link"], a.result-item-title[href^="/literature/"]';

const item = '[data-test-id="literature-result-item"]';

const results: List = {
  name: 'search results, papers of an author, citations',
  provenBy: 'unproven',
  example: 'https://inspirehep.net/literature?q=a%20E.Witten.1',
  entry: `${item}, .__ContentBox__:has(${titleLink}):not(:has(${item}, .__ContentBox__))`,
  read: readRow,
  anchor: (row) => authorLineOf(row) ?? row.querySelector(titleLink),
};

/** INSPIRE's search results, lists of authors, and records. */
export const inspire: Site = {
  name: 'INSPIRE',
  matches: ['https://inspirehep.net/*'],
  expected: /^\/(?:literature(?:\?|\/\d)|authors\/\d)/,
  lists: [results, recordPage],
};

function readRow(row: Element): Reading | undefined {
  const link = row.querySelector(titleLink);
  const paper = paperAt(link, base);
  const title = text(link);
  if (!paper?.id.startsWith('inspire:') || !title) return undefined;
  const box = boxOf(row);
  return present({
    ...paper,
    aliases: othersThan(paper.id, othersIn(box)),
    title,
    ...factsIn(box),
    published: dateIn(row),
    links: present({ abstract: address(link?.getAttribute('href'), base), pdf: pdfIn(box) }),
    seen: present({
      list: headingOf(row.ownerDocument),
      position: count(text(row.querySelector('[data-test-id="literature-result-rank"]'))?.replace('#', '')),
    }),
  });
}

/** The line of authors is the block after that of the title. */
function authorLineOf(row: Element): Element | null {
  return (row.matches(item) ? row : row.querySelector(item))?.children[1] ?? null;
}

/** `(Jul 31, 2026)`, `(Jul, 2026)`, `(2026)` at the end of the line of authors. */
function dateIn(row: Element): string | undefined {
  return isoDate(/\(([^()]*\d{4})\)$/.exec(text(authorLineOf(row)) ?? '')?.[1]);
}

function headingOf(page: Document): string | undefined {
  return text(page.querySelector('title'))
    ?.replace(/ [-–|] INSPIRE\b.*$/, '')
    .slice(0, 1000);
}
