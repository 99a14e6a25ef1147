/** alphaXiv's page of one paper. Unproven, as its lists are: see alphaxiv.ts. */
import { addressOf, arxivId, type Identifier } from '../identity';
import { describedUnder, isSameTitle } from './described-page';
import { othersThan } from './linked-papers';
import { present, text } from './read';
import type { List, Reading } from './site';

export const paperPage: List = {
  name: 'the page of a paper',
  provenBy: 'unproven',
  example: 'https://www.alphaxiv.org/abs/1706.03762',
  entry: 'h1',
  read: readPage,
  anchor: (heading) => heading,
};

/** The paper that a page is about, if its heading and its head agree: the head may be that of an earlier page. */
export function subjectOf(page: ParentNode): Identifier | undefined {
  const title = text(page.querySelector('h1'));
  const head = [text(page.querySelector('title')), contentOf(page, 'og:title'), contentOf(page, 'citation_title')];
  const names = head.map((name) => name?.replace(/ [-–|] alphaXiv$/i, ''));
  if (!title || !names.some((name) => isSameTitle(name, title))) return undefined;
  const canonical = page.querySelector('link[rel="canonical"]')?.getAttribute('href');
  for (const at of [contentOf(page, 'citation_arxiv_id'), canonical, contentOf(page, 'og:url')]) {
    const paper = at ? arxivId(at) : undefined;
    if (paper) return paper;
  }
  return undefined;
}

function contentOf(page: ParentNode, name: string): string | undefined {
  return page.querySelector(`meta[name="${name}"], meta[property="${name}"]`)?.getAttribute('content') ?? undefined;
}

function readPage(heading: Element): Reading | undefined {
  const page = heading.ownerDocument;
  const title = text(heading);
  const paper = heading === page.querySelector('h1') ? subjectOf(page) : undefined;
  if (!paper || !title) return undefined;
  const described = describedUnder(heading);
  const others = described ? [described.id, ...(described.aliases ?? [])] : [];
  return present({
    ...described,
    ...paper,
    aliases: othersThan(paper.id, others),
    title,
    links: present({ ...described?.links, abstract: addressOn(page) ?? addressOf(paper.id) }),
  });
}

function addressOn(page: Document): string | undefined {
  const at = page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? contentOf(page, 'og:url');
  return at && /^https:\/\//.test(at) && arxivId(at) ? at : undefined;
}
