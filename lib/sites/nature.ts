/**
 * Nature and its journals. Unproven: no saved page was at hand; `article` elements with a heading that links to
 * `/articles/…` are what scrapers and reference managers of 2019 to 2026 have in common.
 */
import { identifierOf, webId } from '../identity';
import { address, anyPresent, day, present, text } from './read';
import type { List, Reading, Site } from './site';
import { articlePage, authorsInCard, isArticlePage } from './springer-page';
import { inHeadings, nameOfList, sectionOver } from './titled-rows';

const base = 'https://www.nature.com';

const titleLinks = inHeadings('a[href*="/articles/"]');

const cards: List = {
  name: 'search results, issues, lists of articles',
  provenBy: 'unproven',
  example: 'https://www.nature.com/nature/volumes/600/issues/7889',
  entry: cardsOn,
  read: readCard,
  anchor: (card) => card.querySelector('[data-test="author-list"], .c-author-list') ?? headingIn(card),
};

/** Nature's lists and articles. */
export const nature: Site = {
  name: 'Nature',
  matches: [`${base}/*`],
  expected:
    /^\/(?:articles\/[^/]+$|search\?|[a-z]+\/(?:volumes\/\d+\/issues\/|(?:research-)?articles|reviews-and-analysis))/,
  lists: [cards, articlePage('https://www.nature.com/articles/171737a0')],
};

function cardsOn(page: ParentNode): Element[] {
  if (isArticlePage(page)) return [];
  const cards = Array.from(page.querySelectorAll(titleLinks), (link) => link.closest('article, li') ?? link);
  return [...new Set(cards)];
}

function readCard(card: Element): Reading | undefined {
  const link = linkIn(card);
  const at = address(link?.getAttribute('href'), base);
  const id = at && (identifierOf(at)?.id ?? webId(at));
  const title = text(link);
  if (!id || !title) return undefined;
  const time = card.querySelector('time');
  const journal = card.querySelector('[data-test="journal-title-and-link"], .c-meta__item.u-text-bold');
  return present({
    id,
    title,
    authors: authorsInCard(card),
    venue: text(journal),
    published: day(time?.getAttribute('datetime')) ?? day(text(time)),
    links: present({ abstract: at }),
    seen: anyPresent({
      list: nameOfList(card.ownerDocument, 'input[name="q"]', / [-|] Nature.*$/),
      section: sectionOver(card, 'section', titleLinks),
    }),
  });
}

function linkIn(card: Element): Element | null {
  return card.matches(titleLinks) ? card : card.querySelector(titleLinks);
}

function headingIn(card: Element): Element | null {
  const link = linkIn(card);
  return link?.closest('h2, h3, h4, h5, h6') ?? link;
}
