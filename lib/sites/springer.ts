/**
 * Springer Link. Unproven: no saved page was at hand; the DOIs in links and the `data-test` marks are as scrapers and
 * reference managers of 2020 to 2026 found them.
 */
import { paperAt } from './linked-papers';
import { isoDate } from './metadata-article';
import { address, anyPresent, present, text } from './read';
import type { List, Reading, Site } from './site';
import { articlePage, authorsInCard, isArticlePage } from './springer-page';
import { inHeadings, nameOfList, rowsOf, sectionOver } from './titled-rows';

const base = 'https://link.springer.com';

/** Books and journals have pages too, and are no papers. */
const kinds = ['article', 'chapter', 'protocol', 'referenceworkentry'].map((kind) => `a[href*="/${kind}/10."]`);
const titleLinks = `${inHeadings(...kinds)}, [data-test*="title"] > ${kinds[1]}, .content-type-list__meta ${kinds[1]}`;

const cards: List = {
  name: 'search results, issues, chapters of a book',
  provenBy: 'unproven',
  example: 'https://link.springer.com/journal/10664/volumes-and-issues/29-3',
  entry: (page) =>
    isArticlePage(page) ? [] : rowsOf(page, titleLinks, base, '[data-test="search-result-item"], article, li'),
  read: readCard,
  anchor: (card) => card.querySelector('[data-test="authors"], .c-author-list') ?? headingIn(card),
};

/** Springer's lists and articles. */
export const springer: Site = {
  name: 'Springer Link',
  matches: [`${base}/*`],
  expected:
    /^\/(?:search(?:\/page\/\d+)?\?|(?:article|chapter|protocol|referenceworkentry|book)\/10\.|journal\/\d+\/volumes-and-issues\/\d+-)/,
  lists: [cards, articlePage('https://link.springer.com/article/10.1007/BF00994018')],
};

function readCard(card: Element): Reading | undefined {
  const link = card.matches(titleLinks) ? card : card.querySelector(titleLinks);
  const id = paperAt(link, base)?.id;
  const title = text(link);
  if (!id || !title) return undefined;
  const date = card.querySelector('[data-test^="published"], time[datetime], [itemprop="datePublished"]');
  const pdf = card.querySelector('a[href*="/content/pdf/10."]')?.getAttribute('href');
  return present({
    id,
    title,
    authors: authorsInCard(card),
    venue: venueOf(card),
    published: isoDate(date?.getAttribute('datetime') ?? text(date)),
    links: anyPresent({ abstract: address(link?.getAttribute('href'), base), pdf: address(pdf, base) }),
    seen: anyPresent({
      list: nameOfList(card.ownerDocument, 'input[name="query"]', / [-|] Springer.*$/),
      section: sectionOver(card, 'section', titleLinks),
    }),
  });
}

function headingIn(card: Element): Element | null {
  const link = card.matches(titleLinks) ? card : card.querySelector(titleLinks);
  return link?.closest('h2, h3, h4, h5, h6') ?? link;
}

/** The journal or the book that the card links to, or whose issue the page is. */
function venueOf(card: Element): string | undefined {
  const link = Array.from(card.querySelectorAll('a[href*="/journal/"], a[href*="/book/10."]')).find((link) =>
    text(link),
  );
  return text(link) ?? text(card.ownerDocument.querySelector('.app-journal-masthead__title'));
}
