/**
 * NeurIPS proceedings: the papers of a year, and the results of a search. Unproven: no saved page was at hand. The
 * layout has changed with the years; what all share is a link with the hash of the paper, first in an item of a list.
 */
import { addressOf } from '../identity';
import { paperAt } from './linked-papers';
import { base, namesIn, paperPage, yearOf } from './neurips-page';
import { address, present, text } from './read';
import type { List, Reading, Site } from './site';

const titleLink = 'a[href*="/paper/"][href*="/hash/"]';
const authorLine = '.paper-authors, i';

const papers: List = {
  name: 'the papers of a year, search results',
  provenBy: 'unproven',
  example: 'https://papers.nips.cc/paper_files/paper/2017',
  entry: `li:has(${titleLink})`,
  read: readItem,
  anchor: (item) => item.querySelector(authorLine) ?? item.querySelector(titleLink),
};

/** The proceedings of NeurIPS, by year, by search and by paper. */
export const neurips: Site = {
  name: 'NeurIPS',
  matches: [
    'https://papers.nips.cc/*',
    'https://papers.neurips.cc/*',
    'https://proceedings.neurips.cc/*',
    'https://proceedings.nips.cc/*',
  ],
  expected: /^\/(?:paper_files\/)?paper\/\d{4}(?:$|\/)|^\/papers\/search\?.+/,
  lists: [papers, paperPage],
};

function readItem(item: Element): Reading | undefined {
  const link = item.querySelector(titleLink);
  const paper = paperAt(link, base);
  const title = text(link);
  if (!paper?.id.startsWith('neurips:') || !title) return undefined;
  const list = text(item.ownerDocument.querySelector('h1, h2, h3, h4'))?.slice(0, 1000);
  return present({
    ...paper,
    title,
    authors: namesIn(item.querySelector(authorLine)),
    published: yearOf(paper.id),
    venue: /\((?:NeurIPS|NIPS) \d{4}\)$/.test(list ?? '') ? list : undefined,
    links: present({ abstract: address(link?.getAttribute('href'), base) ?? addressOf(paper.id) }),
    seen: present({ list, section: text(item.querySelector('.paper-track-badge')) }),
  });
}
