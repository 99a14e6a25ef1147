/**
 * Semantic Scholar's page of one paper. Unproven: no saved page was at hand; the parts are those that others have read
 * between 2020 and 2026, and most is taken from the head, as long as that speaks of the paper in the heading.
 */
import { addressOf, doiId, identifierOf } from '../identity';
import type { PaperId } from '../paper';
import { describedUnder } from './described-page';
import { othersThan, paperAt } from './linked-papers';
import { isoDate } from './metadata-article';
import { anyPresent, oneLine, present, text } from './read';
import { authorsIn, base, hashOf, paperLinks, pdfAmong, venueIn } from './semanticscholar-fields';
import type { List, Reading } from './site';

export const paperPage: List = {
  name: 'the page of a paper',
  provenBy: 'unproven',
  example: 'https://www.semanticscholar.org/paper/204e3073870fae3d05bcbc2f6a8e263d9b72e776',
  entry: 'h1[data-test-id="paper-detail-title"], h1[data-selenium-selector="paper-detail-title"]',
  read: readPage,
  anchor: (heading) => heading,
};

function readPage(heading: Element): Reading | undefined {
  const page = heading.ownerDocument;
  const title = text(heading);
  const described = describedUnder(heading);
  const known = described ? [described.id, ...(described.aliases ?? [])] : [];
  const links = ownOf(page, paperLinks);
  const id = known.find(isHash) ?? addressed(heading) ?? hashOf(null, links[0]?.getAttribute('data-heap-paper-id'));
  if (!id || !title) return undefined;
  const own = links.filter((link) => [null, id.slice('s2:'.length)].includes(link.getAttribute('data-heap-paper-id')));
  const ids = [...known, ...namedOn(page), ...own.map((link) => paperAt(link, base)?.id)];
  const { authors, authorCount } = authorsIn(authorListOn(page));
  const names = authors ?? described?.authors;
  return present({
    ...described,
    id,
    aliases: othersThan(
      id,
      ids.filter((other) => other && !isHash(other)),
    ),
    title,
    authors: names,
    authorCount: names ? undefined : authorCount,
    abstract: withoutSummary(described?.abstract, page),
    venue: venueIn(ownOf(page, '[data-test-id="venue-metadata"]')[0]) ?? described?.venue,
    published: isoDate(text(ownOf(page, '[data-test-id="paper-year"]')[0])) ?? described?.published,
    links: anyPresent({ ...described?.links, abstract: addressOf(id), pdf: pdfAmong(own) ?? described?.links?.pdf }),
  });
}

function isHash(id: PaperId): boolean {
  return id.startsWith('s2:');
}

/** The page goes from paper to paper without a reload, and so does its address, which may be ahead of the head. */
function addressed(heading: Element): PaperId | undefined {
  const id = identifierOf(heading.baseURI)?.id;
  return id && isHash(id) ? id : undefined;
}

/** What is of this paper: citing, cited and related ones are listed below it. */
function ownOf(page: Document, selector: string): Element[] {
  const lists = '.cl-paper-row, [id$="-papers"], #references';
  return Array.from(page.querySelectorAll(selector)).filter((part) => !part.closest(lists));
}

function authorListOn(page: Document): Element | undefined {
  const [first] = ownOf(page, '[data-test-id="author-list"], [data-heap-id="heap_author_list_item"]');
  return first?.closest('.author-list') ?? first?.parentElement ?? undefined;
}

/** `DOI:10.1234/…`, `Corpus ID: 192272496`. */
function namedOn(page: Document): (PaperId | undefined)[] {
  const doi = ownOf(page, '[data-test-id="paper-doi"] a, a.doi__link')[0]?.getAttribute('href');
  const corpus = text(ownOf(page, '[data-test-id="corpus-id"]')[0]);
  return [doiId(doi ?? ''), identifierOf(`corpusid:${/\d+$/.exec(corpus ?? '')?.[0] ?? ''}`)?.id];
}

/** A sentence by a language model stands before the abstract in the head, which also says what it put there. */
function withoutSummary(abstract: string | undefined, page: Document): string | undefined {
  const data = page.querySelector('script.schema-data, script[type="application/ld+json"]')?.textContent ?? '';
  const string = /"about":\s*("(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-f]{4}))*")/iu.exec(data)?.[1];
  const summary = string && oneLine(JSON.parse(string));
  return summary && abstract?.startsWith(summary) ? abstract.slice(summary.length).trim() || undefined : abstract;
}
