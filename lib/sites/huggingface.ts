import type { PaperId } from '../paper';
import { type Embedded, embeddedIn } from './huggingface-data';
import { authorsOf, base, pageOf, paperAt, subjectOf, upvotesIn } from './huggingface-fields';
import { paperPage } from './huggingface-page';
import { address, anyPresent, count, day, present, text } from './read';
import type { List, Reading, Site } from './site';

const titleLink = 'h3 a[href*="/papers/"]';

/** Cards with a cover, or rows with an abstract: daily, weekly, monthly and trending papers, search results. */
const cards: List = {
  name: 'Daily Papers by day, week and month; trending; search results',
  provenBy: 'a real page',
  example: 'https://huggingface.co/papers',
  // Only the innermost: what wraps the whole list is not a card.
  entry: `article:has(${titleLink}):not(:has(article ${titleLink}))`,
  read: readCard,
  anchor: titleOf,
};

/** Hugging Face's lists of papers, and its page about one. */
export const huggingface: Site = {
  name: 'Hugging Face',
  matches: ['https://huggingface.co/*', 'https://hf.co/*'],
  hydrates: true,
  expected: /^\/papers(?:$|[/?])/,
  lists: [cards, paperPage],
};

/** Trending rows hold their title twice, for wide and for narrow screens: the one that is shown. */
function titleOf(card: Element): Element | null {
  const titles = Array.from(card.querySelectorAll('h3'));
  return titles.find((title) => titles.length > 1 && title.checkVisibility?.()) ?? titles[0] ?? null;
}

function readCard(card: Element): Reading | undefined {
  const link = Array.from(card.querySelectorAll(titleLink)).find((link) => paperAt(link.getAttribute('href')));
  const id = paperAt(link?.getAttribute('href'));
  if (!id || isInWidget(card)) return undefined;
  const page = embeddedIn(card.closest('[data-props]'));
  const known = page?.papers.get(id) ?? {};
  const title = text(link) ?? known.title;
  if (!title) return undefined;
  const list = headingOf(card.ownerDocument);
  const isDaily = (page?.isOneDay ?? true) && !list?.startsWith('Trending');
  return present({
    id,
    title,
    ...authorsOf(known, printedAuthorCount(card)),
    organization: organizationIn(card) ?? known.organization,
    abstract: known.abstract ?? abstractIn(card, known, list),
    published: known.published ?? dateIn(card),
    links: present({
      abstract: pageOf(id),
      code: codeIn(card) ?? address(known.code, base),
      project: address(known.project, base),
    }),
    seen: present({
      list,
      date: isDaily ? dateOfList(card, page?.date) : undefined,
      counts: anyPresent({
        upvotes: upvotesIn(card) ?? known.upvotes,
        comments: count(text(card.querySelector('a[href$="#community"]'))) ?? known.comments,
        stars: starsIn(card, id) ?? known.stars,
      }),
    }),
  });
}

/** Beside a list, and on the page about one paper, stand cards of other papers: those are no entries. */
function isInWidget(card: Element): boolean {
  if (card.closest('aside, nav, footer, dialog, [data-target="PaperContent"]')) return true;
  return !card.closest('[data-target="DailyPapers"]') && subjectOf(card.ownerDocument) !== undefined;
}

/** Some layouts have no heading, and the name only in the title of the page. */
function headingOf(page: Document): string | undefined {
  const title = text(page.querySelector('title'))?.replace(/ [-–] Hugging Face$/, '');
  return (text(page.querySelector('main h1')) ?? title)?.slice(0, 1000);
}

/** The `7 authors` behind the avatars. The titles of the avatars are names of users, not of authors. */
function printedAuthorCount(card: Element): number | undefined {
  for (const item of card.querySelectorAll('li')) {
    const number = /(\d[\d,]*) authors?$/.exec(text(item) ?? '')?.[1];
    if (number) return count(number);
  }
  return undefined;
}

/** An organisation's logo is named like its page. */
function organizationIn(card: Element): string | undefined {
  const logos = Array.from(card.querySelectorAll('a img[alt]:not([alt=""])'));
  const links = logos.map((logo) => ({ name: logo.getAttribute('alt'), link: logo.closest('a') }));
  const found = links.find(({ name, link }) => address(link?.getAttribute('href'), base) === `${base}/${name}`);
  return text(found?.link);
}

/**
 * The paragraph below the title. A trending row may show a sentence by a language model there, which is not what
 * the authors wrote; where the embedded data do not tell, only the length does.
 */
function abstractIn(card: Element, known: Embedded, list = ''): string | undefined {
  const paragraph = text(card.querySelector('h3 ~ p, h3 ~ * p'));
  if (!paragraph || paragraph === known.summary || paragraph.endsWith('…')) return undefined;
  return list.startsWith('Trending') && paragraph.length < 400 ? undefined : paragraph;
}

function dateIn(card: Element): string | undefined {
  const time = card.querySelector('time');
  const written = time ? undefined : /Published on ([A-Z][a-z]+ \d{1,2}, \d{4})/.exec(card.textContent ?? '')?.[1];
  return day(time?.getAttribute('datetime')) ?? day(text(time)) ?? day(written);
}

function codeIn(card: Element): string | undefined {
  const links = Array.from(card.querySelectorAll('a[href*="//github.com/"]'));
  return address(links.find((link) => !link.closest('p'))?.getAttribute('href'), base);
}

/** Stars stand on a link to the code, or on a chip that links to the paper. */
function starsIn(card: Element, id: PaperId): number | undefined {
  for (const link of card.querySelectorAll('a[href*="//github.com/"], a[href*="/papers/"]:not([href*="#"])')) {
    const stars = link.closest('h3') ? undefined : count(text(link)?.replace(/^GitHub\s*/, ''));
    const isOfThis = link.getAttribute('href')?.includes('//github.com/') || paperAt(link.getAttribute('href')) === id;
    if (stars !== undefined && isOfThis) return stars;
  }
  return undefined;
}

/**
 * The day of a daily list. The site goes to another day without a reload, and the embedded data stay as they were:
 * they count only while the page shows the same day.
 */
function dateOfList(card: Element, embedded: string | undefined): string | undefined {
  const part = card.closest('[data-target]') ?? card.ownerDocument.documentElement;
  const search = part.querySelector<HTMLInputElement>('input[name="daily-papers-search"]');
  if (search?.value) return undefined;
  const time = Array.from(part.querySelectorAll('time[datetime]')).find((time) => !time.closest('article'));
  if (time) return day(time.getAttribute('datetime'));
  const shown = text(part.querySelector('a[href*="/papers/date/"]')?.parentElement);
  return embedded && day(`${shown}, ${embedded.slice(0, 4)}`) === embedded ? embedded : undefined;
}
