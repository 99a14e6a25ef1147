/**
 * alphaXiv. Unproven: neither a saved page nor its source was at hand. An entry is the largest block whose links lead
 * to one paper only; its title is the heading in it, or the longest text that leads to the paper.
 */
import { base, links } from './alphaxiv-fields';
import { paperPage, subjectOf } from './alphaxiv-page';
import { cardsOf, paperAt } from './linked-papers';
import { address, day, present, text } from './read';
import type { List, Reading, Site } from './site';

const cards: List = {
  name: 'the feed, explore, trending',
  provenBy: 'unproven',
  example: 'https://www.alphaxiv.org/',
  entry: cardsOn,
  read: readCard,
  anchor: (card) => titleOf(card)?.anchor ?? null,
};

/** alphaXiv's feeds, and its page about one paper. */
export const alphaxiv: Site = {
  name: 'alphaXiv',
  matches: ['https://www.alphaxiv.org/*', 'https://alphaxiv.org/*'],
  hydrates: true,
  expected: /^\/(?:$|\?|explore|trending|(?:abs|overview)\/.+)/,
  lists: [cards, paperPage],
};

/** Beside one paper stand its tabs, and cards of similar ones. */
function cardsOn(page: ParentNode): Element[] {
  if (subjectOf(page)) return [];
  return cardsOf(page, links, base).filter((card) => !card.closest('nav, header, footer, [role="dialog"]'));
}

function readCard(card: Element): Reading | undefined {
  const link = card.matches(links) ? card : card.querySelector(links);
  const paper = paperAt(link, base);
  const title = text(titleOf(card)?.element);
  if (!paper?.id.startsWith('arxiv:') || !title) return undefined;
  return present({
    ...paper,
    title,
    // Some authors are shown, perhaps not all: nothing says which.
    organization: organizationIn(card),
    published: dateIn(card),
    links: present({ abstract: address(link?.getAttribute('href'), base) }),
    seen: present({ list: headingOf(card.ownerDocument) }),
  });
}

/** Where the title is, and what the controls stand after: never inside a link. */
function titleOf(card: Element): { element: Element; anchor: Element } | undefined {
  const inside = Array.from(card.querySelectorAll(links));
  const named = (card.matches(links) ? [card, ...inside] : inside).map(namedBy);
  const heading = named.find((element) => element.matches(headings) && text(element));
  // A heading outside of all links may be that of the whole list.
  const element = heading ?? longestOf(named) ?? card.querySelector(headings);
  return element ? { element, anchor: element.closest('a') ?? element } : undefined;
}

const headings = 'h1, h2, h3, h4, h5, h6';

/** The heading in or around a link. A link around a whole card begins with the title. */
function namedBy(link: Element): Element {
  const heading = link.querySelector(headings) ?? link.closest(headings);
  if (heading || (text(link)?.length ?? 0) < 300) return heading ?? link;
  const leaves = Array.from(link.querySelectorAll('*')).filter((part) => !part.firstElementChild);
  return leaves.find((part) => (text(part)?.length ?? 0) > 12) ?? link;
}

/** `Overview`, `View PDF` lead to the paper too. */
function longestOf(elements: Element[]): Element | undefined {
  const lengthOf = (element: Element) => text(element)?.length ?? 0;
  const longest = elements.reduce<Element | undefined>(
    (best, element) => (best && lengthOf(best) >= lengthOf(element) ? best : element),
    undefined,
  );
  return longest && lengthOf(longest) > 12 ? longest : undefined;
}

function organizationIn(card: Element): string | undefined {
  const names = new Set(
    Array.from(card.querySelectorAll('a[href*="organizations="]')).flatMap((link) => text(link) ?? []),
  );
  return names.size === 1 ? [...names][0] : undefined;
}

/** A date that stands by itself. */
function dateIn(card: Element): string | undefined {
  const time = card.querySelector('time[datetime]')?.getAttribute('datetime');
  if (time) return day(time);
  const alone = Array.from(card.querySelectorAll('span, p, div')).find(
    (element) =>
      !element.firstElementChild &&
      /^\d{1,2} [A-Z][a-z]{2} \d{4}$|^[A-Z][a-z]{2} \d{1,2}, \d{4}$/.test(text(element) ?? ''),
  );
  return day(text(alone));
}

function headingOf(page: Document): string | undefined {
  const title = text(page.querySelector('title'))?.replace(/ [-–|] alphaXiv$/i, '');
  return (text(page.querySelector('main h1')) ?? title)?.slice(0, 1000);
}
