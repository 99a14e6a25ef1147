/** Semantic Scholar: search results, papers of an author, citations, and the page of a paper. */
import { othersThan, paperAt } from './linked-papers';
import { isoDate } from './metadata-article';
import { address, anyPresent, present, text } from './read';
import { authorsIn, base, hashOf, paperLinks, pdfAmong, venueIn } from './semanticscholar-fields';
import { paperPage } from './semanticscholar-page';
import type { List, Reading, Site } from './site';

const searchResults: List = {
  name: 'search results',
  provenBy: 'a real page',
  example: 'https://www.semanticscholar.org/search?q=citation%20analysis&sort=relevance',
  entry: '.cl-paper-row.serp-papers__paper-row',
  read: readRow,
  anchor: titleOf,
};

/** Unproven: no saved page was at hand; the rows are said to be built as those of a search. */
const otherRows: List = {
  name: 'papers of an author, citations, references',
  provenBy: 'unproven',
  example: 'https://www.semanticscholar.org/author/O.-Etzioni/1741101',
  entry: `.cl-paper-row:not(.serp-papers__paper-row), [data-paper-id]:not(.cl-paper-row):has([data-test-id="title-link"])`,
  read: readRow,
  anchor: titleOf,
};

export const semanticscholar: Site = {
  name: 'Semantic Scholar',
  matches: [`${base}/*`, 'https://semanticscholar.org/*'],
  hydrates: true,
  expected: /^\/(?:[a-z]{2}\/)?(?:search\?|author\/|paper\/|arxiv\/|venue\?)/i,
  lists: [searchResults, otherRows, paperPage],
};

function linkOf(row: Element): Element | null {
  return row.querySelector(
    'a[data-test-id="title-link"], a:has(> .cl-paper-title), a[href*="/paper/"]:not([href*="#"])',
  );
}

function titleOf(row: Element): Element | null {
  return linkOf(row) ?? row.querySelector('.cl-paper-title');
}

function readRow(row: Element): Reading | undefined {
  const link = linkOf(row);
  const id = hashOf(link, row.getAttribute('data-paper-id'));
  const title = text(row.querySelector('.cl-paper-title') ?? link);
  // What the site has no page of is cited by its title only.
  if (!id || !title) return undefined;
  const links = Array.from(row.querySelectorAll(paperLinks));
  return present({
    id,
    aliases: othersThan(
      id,
      links.map((other) => paperAt(other, base)?.id),
    ),
    title,
    ...authorsIn(row.querySelector('.cl-paper-authors') ?? row),
    abstract: abstractIn(row),
    venue: venueIn(row.querySelector('[data-test-id="venue-metadata"], .cl-paper-venue')),
    published: isoDate(text(row.querySelector('.cl-paper-pubdates'))),
    links: anyPresent({ abstract: address(link?.getAttribute('href'), base), pdf: pdfAmong(links) }),
    seen: anyPresent({ list: nameOf(row.ownerDocument), section: sectionOf(row) }),
  });
}

/** Cut to three lines until somebody expands it. What stands in its place as `TLDR` is by a language model. */
function abstractIn(row: Element): string | undefined {
  const shown = text(row.querySelector('.cl-paper-abstract'));
  return shown && !/…(?: ?Expand)?$/.test(shown) ? shown.replace(/ ?Collapse$/, '') : undefined;
}

/** The query, the author, or the paper that the page is about, as the tab says. */
function nameOf(page: Document): string | undefined {
  return text(page.querySelector('title'))
    ?.replace(/^\[PDF\] | \| Semantic Scholar$/g, '')
    .slice(0, 1000);
}

/** `5,308 Citations`, `41 References`. */
function sectionOf(row: Element): string | undefined {
  return text(row.closest('[id$="-papers"], #references')?.querySelector('h2'))?.slice(0, 1000);
}
