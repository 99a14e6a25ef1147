/** What Semantic Scholar writes alike in its lists and on the page of a paper. */
import { identifierOf } from '../identity';
import type { Paper, PaperId } from '../paper';
import { paperAt } from './linked-papers';
import { address, count, text } from './read';

export const base = 'https://www.semanticscholar.org';

/** The site's own name of a paper, from a link to its page, or from an attribute that holds only the hash. */
export function hashOf(link: Element | null, hash?: string | null): PaperId | undefined {
  const id = paperAt(link, base)?.id;
  return id?.startsWith('s2:') ? id : identifierOf(`s2:${hash ?? ''}`)?.id;
}

/** Where the paper itself is: at the publisher, on PubMed, on arXiv, as a PDF. */
export const paperLinks =
  'a[data-test-id="paper-link"], a[data-heap-id="paper_link_target"], a:has([data-test-id^="paper-badge-"])';

/** The PDF among these links. Some badges stand on a DOI. */
export function pdfAmong(links: Element[]): string | undefined {
  const direct = 'a[data-heap-direct-pdf-link="true"], a:has([data-test-id="paper-badge-open_access"])';
  return address(links.find((link) => link.matches(direct))?.getAttribute('href'), base);
}

const oneAuthor = '[data-test-id="author-list"], [data-heap-id="heap_author_list_item"]';

/** Of many authors, the first and the last are shown, and `+6 authors` between them. */
export function authorsIn(list: Element | null | undefined): Pick<Paper, 'authors' | 'authorCount'> {
  const items = Array.from(list?.querySelectorAll(oneAuthor) ?? []);
  const names = items.flatMap((item) => text(item.querySelector('a') ?? item)?.replace(/,$/, '') ?? []);
  const more = list?.querySelector('[data-test-id="author-list-expand"]');
  if (names.length === 0) return {};
  if (!more || more.getAttribute('aria-expanded') === 'true') return { authors: names };
  const hidden = count(/(\d[\d,]*) (?:more )?authors?/.exec(more.getAttribute('aria-label') ?? text(more) ?? '')?.[1]);
  return hidden === undefined ? {} : { authorCount: names.length + hidden };
}

/** Long names are cut, but their links have all of it. */
export function venueIn(venue: Element | null | undefined): string | undefined {
  const shown = text(venue)?.replaceAll('&amp;', '&');
  if (!shown?.endsWith('…')) return shown?.slice(0, 1000);
  const at = address(venue?.closest('a')?.getAttribute('href'), base);
  return (at && new URL(at).searchParams.get('name')?.slice(0, 1000)) || undefined;
}
