/** ACM's page of one paper. Unproven, as its lists are: see acm.ts. */
import type { PaperId } from '../paper';
import { describedUnder } from './described-page';
import { paperAt } from './linked-papers';
import { address, anyPresent, day, present, text } from './read';
import type { List, Reading } from './site';

export const base = 'https://dl.acm.org';

const ownHeading = 'h1[property="name"], h1.citation__title';

export const paperPage: List = {
  name: 'the page of a paper',
  provenBy: 'unproven',
  example: 'https://dl.acm.org/doi/10.1145/3442188.3445922',
  entry: (page) => (isPaperPage(page) ? Array.from(page.querySelectorAll(`${ownHeading}, h1`)).slice(0, 1) : []),
  read: readPage,
  anchor: (heading) => heading,
};

/** What the page of a paper recommends is no list. */
export function isPaperPage(page: ParentNode): boolean {
  const own = page.querySelector('link[rel="canonical"], meta[property="og:url"]');
  const at = own?.getAttribute('href') ?? own?.getAttribute('content') ?? '';
  if (/\/doi\/proceedings\/|\/toc\/|\/doSearch/.test(at)) return false;
  return /\/doi\/(?:[a-z]+\/)?10\./i.test(at) || page.querySelector(ownHeading) !== null;
}

function readPage(heading: Element): Reading | undefined {
  const described = describedUnder(heading);
  const title = text(heading);
  if (!described?.id.startsWith('doi:') || !title) return undefined;
  const page = heading.ownerDocument;
  return present({
    ...described,
    title,
    authors: authorsOn(page) ?? described.authors,
    abstract: abstractOn(page) ?? described.abstract,
    published: day(text(page.querySelector('.core-date-published, .CitationCoverDate'))) ?? described.published,
    venue: venueOn(page) ?? described.venue,
    links: anyPresent({ ...described.links, pdf: pdfOn(page, described.id) ?? described.links?.pdf }),
  });
}

/** Recommended papers have PDFs too. */
function pdfOn(page: Document, id: PaperId): string | undefined {
  const link = page.querySelector('a[href*="/doi/pdf/"], a[href*="/doi/epdf/"]');
  return paperAt(link, base)?.id === id ? address(link?.getAttribute('href'), base) : undefined;
}

/** The names under the title; the same people stand again, with their affiliations, at the end. */
function authorsOn(page: Document): string[] | undefined {
  const list = page.querySelector('[property="author"]')?.parentElement;
  const authors = Array.from(list?.children ?? []).filter((part) => part.matches('[property="author"]'));
  const names = authors.map((author) => {
    const parts = Array.from(author.querySelectorAll('[property="givenName"], [property="familyName"]'), (part) =>
      text(part),
    );
    return parts.slice(0, 2).filter(Boolean).join(' ') || text(author.querySelector('a'));
  });
  const known = names.flatMap((name) => name ?? []);
  return known.length > 0 && known.length === names.length ? known : undefined;
}

function abstractOn(page: Document): string | undefined {
  const paragraphs = page.querySelectorAll('#abstract [role="paragraph"], .abstractInFull p');
  return (
    Array.from(paragraphs, (paragraph) => text(paragraph))
      .filter(Boolean)
      .join(' ') || undefined
  );
}

function venueOn(page: Document): string | undefined {
  const citation = page.querySelector('.core-self-citation, .issue-item__detail');
  return text(
    citation?.querySelector('a[href*="/doi/proceedings/"], a[href*="/toc/"], [property="isPartOf"] [property="name"]'),
  );
}
