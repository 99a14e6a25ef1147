/**
 * SSRN: search results, lists of a journal, of an author. Unproven: no saved page was at hand; what lasted from 2012
 * to 2025 are the numbers in links. An entry is the largest block whose links lead to one paper only.
 */
import { cardsOf, paperAt } from './linked-papers';
import { present, text } from './read';
import type { List, Reading, Site } from './site';
import { abstractPage, authorsIn, base, datesIn, links } from './ssrn-page';

const papers: List = {
  name: 'search results, papers of a network, of an author',
  provenBy: 'unproven',
  example: 'https://papers.ssrn.com/sol3/JELJOUR_Results.cfm?form_name=journalBrowse&journal_id=1175282',
  entry: cardsOn,
  read: readCard,
  anchor: (card) => card.querySelector('.authors-list, .authors') ?? titleOf(card) ?? null,
};

/** SSRN's lists, and its page about one paper. */
export const ssrn: Site = {
  name: 'SSRN',
  matches: ['https://papers.ssrn.com/*', 'https://www.ssrn.com/*'],
  expected:
    /^\/(?:abstract=\d+|sol3\/(?:papers\.cfm\?abstract|results\.cfm|jeljour_results\.cfm|cf_dev\/absbyauth\.cfm))/i,
  lists: [papers, abstractPage],
};

/** Beside one paper stand links to its versions, and recommended papers. */
function cardsOn(page: ParentNode): Element[] {
  if (page.querySelector('meta[name="citation_title" i]')) return [];
  return cardsOf(page, links, base).filter((card) => !card.closest('nav, header, footer, aside'));
}

function readCard(card: Element): Reading | undefined {
  const link = titleOf(card);
  const paper = paperAt(link, base);
  const title = text(link);
  if (!paper || !title) return undefined;
  return present({
    ...paper,
    title,
    authors: authorsIn(card.querySelector('.authors-list, .authors')),
    ...datesIn(card),
    links: present({ abstract: `${base}/sol3/papers.cfm?abstract_id=${paper.id.split('.').at(-1)}` }),
    seen: present({ list: headingOf(card.ownerDocument) }),
  });
}

/** `Download`, `Open PDF` and the number of versions lead to the paper too. */
function titleOf(card: Element): Element | undefined {
  const inside = Array.from(card.querySelectorAll(links));
  const named = inside.find((link) => link.matches('a.title, .title > a, a.paper-title, h2 a, h3 a, strong > a'));
  if (named && text(named)) return named;
  const candidates = card.matches(links) ? [card, ...inside] : inside;
  return candidates.find(
    (link) => (text(link)?.length ?? 0) > 12 && !/^(?:Download|Open PDF|View)/.test(text(link) ?? ''),
  );
}

function headingOf(page: Document): string | undefined {
  const title = text(page.querySelector('title'))?.replace(/ ?(?:::|[-–|]) ?SSRN$/, '');
  return (text(page.querySelector('h1')) ?? title)?.slice(0, 1000);
}
