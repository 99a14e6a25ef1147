/** IEEE Xplore's page of one document. Unproven, as its lists are: see ieee.ts. */
import { addressOf } from '../identity';
import type { PaperId } from '../paper';
import { describedUnder, isSameTitle } from './described-page';
import { embeddedOn } from './ieee-data';
import { othersThan, paperAt } from './linked-papers';
import { address, anyPresent, day, present, text } from './read';
import type { List, Reading } from './site';
import { allNamesIn } from './titled-rows';

const base = 'https://ieeexplore.ieee.org';

const heading = 'h1.document-title, xpl-document-details h1, .document-main h1';

export const documentPage: List = {
  name: 'the page of a document',
  provenBy: 'unproven',
  example: 'https://ieeexplore.ieee.org/document/726791/',
  entry: (page) => Array.from(page.querySelectorAll(heading)).slice(0, 1),
  read: readPage,
  anchor: (heading) => heading,
};

/** References and similar documents stand on it, and are no list. */
export function isDocumentPage(page: ParentNode): boolean {
  return page.querySelector(heading) !== null;
}

function readPage(heading: Element): Reading | undefined {
  const page = heading.ownerDocument;
  const title = text(heading);
  // What was embedded, and what the head says, may be of an earlier document.
  const embedded = embeddedOn(page);
  const known = embedded && isSameTitle(embedded.title, title) ? embedded : undefined;
  const described = describedUnder(heading);
  const ids = [...(known?.ids ?? []), ...idsOn(page), ...idsOf(described)];
  const id = ids.find((id) => id.startsWith('ieee:')) ?? ids[0];
  if (!id || !title) return undefined;
  const pdf = pdfOn(page);
  return present({
    id,
    aliases: othersThan(id, firstOfEachScheme(ids)),
    title,
    authors: known?.authors ?? authorsOn(page) ?? described?.authors,
    abstract: known?.abstract ?? described?.abstract,
    published: known?.published ?? day(text(page.querySelector('.doc-abstract-pubdate'))) ?? described?.published,
    venue: known?.venue ?? text(page.querySelector('.stats-document-abstract-publishedIn a')) ?? described?.venue,
    links: anyPresent({
      abstract: addressOf(id),
      pdf: paperAt(pdf, base)?.id === id ? address(pdf?.getAttribute('href'), base) : undefined,
    }),
  });
}

function idsOf(described: Reading | undefined): PaperId[] {
  return described ? [described.id, ...(described.aliases ?? [])] : [];
}

/** Where nothing else is of this document, its buttons lead to it by its number. */
function idsOn(page: Document): PaperId[] {
  const links = [pdfOn(page), page.querySelector('[class*="abstract-doi"] a[href*="doi.org/10."]')];
  return links.flatMap((link) => paperAt(link, base)?.id ?? []);
}

/** References and similar documents have such buttons too, further down. */
function pdfOn(page: Document): Element | null {
  const others = '[class*="reference" i], [class*="similar" i], [class*="related" i], [id*="reference" i]';
  return page.querySelector(`a[href*="/stamp/stamp.jsp"]:not(:is(${others}, aside, footer) *)`);
}

function firstOfEachScheme(ids: PaperId[]): PaperId[] {
  const schemeOf = (id: PaperId) => id.slice(0, id.indexOf(':'));
  return ids.filter((id, index) => ids.findIndex((other) => schemeOf(other) === schemeOf(id)) === index);
}

function authorsOn(page: Document): string[] | undefined {
  return allNamesIn(page.querySelector('.authors-info-container'), '.authors-info a, a[href*="/author/"]');
}
