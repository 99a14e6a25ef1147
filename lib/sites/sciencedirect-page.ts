/** ScienceDirect's page of one article. Unproven, as its lists are: see sciencedirect.ts. */
import { describedUnder } from './described-page';
import { othersThan, paperAt } from './linked-papers';
import { anyPresent, present, text } from './read';
import type { List, Reading } from './site';

export const base = 'https://www.sciencedirect.com';

export const articlePage: List = {
  name: 'the page of an article',
  provenBy: 'unproven',
  example: 'https://www.sciencedirect.com/science/article/pii/S0004370221000862',
  entry: (page) => (isArticlePage(page) ? Array.from(page.querySelectorAll('h1')).slice(0, 1) : []),
  read: readPage,
  anchor: (heading) => heading,
};

/** What an article recommends is no list. */
export function isArticlePage(page: ParentNode): boolean {
  return page.querySelector('h1#screen-reader-main-title, link[rel="canonical"][href*="/science/article/"]') !== null;
}

function readPage(heading: Element): Reading | undefined {
  // The kind of article may stand before it, in the same heading.
  const shown = heading.querySelector('.title-text') ?? heading;
  const described = describedUnder(shown);
  const title = text(shown);
  if (!title) return undefined;
  const page = heading.ownerDocument;
  // Recommended articles have PDFs too.
  const pdf = page.querySelector('.accessbar a[href*="/pdfft"], .ViewPDF a[href*="/pdfft"], a#pdfLink');
  const ids = [described?.id, ...(described?.aliases ?? []), paperAt(pdf, base)?.id].flatMap((id) => id ?? []);
  // The site's own name comes first.
  const id = ids.find((id) => id.startsWith('pii:')) ?? ids[0];
  if (!id) return undefined;
  return present({
    ...described,
    id,
    aliases: othersThan(
      id,
      ids.filter((other) => !other.startsWith('pii:')),
    ),
    title,
    authors: authorsOn(page) ?? described?.authors,
    abstract: abstractOn(page) ?? described?.abstract,
    links: anyPresent({ ...described?.links }),
  });
}

/** Given name and surname stand apart; signs for affiliations follow. */
function authorsOn(page: Document): string[] | undefined {
  const authors = page.querySelectorAll('.author-group .react-xocs-alternative-link, .author-group .author .content');
  const names = Array.from(authors, (author) => {
    const parts = ['.given-name', '.surname'].map((part) => text(author.querySelector(part)));
    return parts.filter(Boolean).join(' ');
  });
  return names.length > 0 && names.every(Boolean) ? names : undefined;
}

/** Highlights and graphical abstracts are others. It may have parts with headings, which are words of their own. */
function abstractOn(page: Document): string | undefined {
  const parts = Array.from(page.querySelector('.abstract.author')?.children ?? []).filter(
    (part) => !part.matches('h2'),
  );
  const words = parts.flatMap((part) => {
    const blocks = Array.from(part.querySelectorAll('h3, h4, p, li'), (block) => text(block));
    return blocks.length > 0 ? blocks : [text(part)];
  });
  return words.filter(Boolean).join(' ') || undefined;
}
