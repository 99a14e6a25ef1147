/** What INSPIRE's rows and its page of a paper write alike. */
import { identifierOf } from '../identity';
import type { Paper, PaperId } from '../paper';
import { paperAt } from './linked-papers';
import { address, count, present, text } from './read';

export const base = 'https://inspirehep.net';

/** The box around an entry, which also holds its actions: DOI, PDF, citations. */
export function boxOf(element: Element): Element {
  return element.closest('.__ContentBox__, .ant-card') ?? element;
}

/** The arXiv papers and DOIs that a box links to; the DOI of an erratum or of data is another thing's. */
export function othersIn(box: Element): PaperId[] {
  const links = box.querySelectorAll('a[href*="arxiv.org/abs/"], a[href*="doi.org/"]');
  return Array.from(links).flatMap((link) => {
    const material = /^\s*\((\w+)\)/.exec(link.nextElementSibling?.textContent ?? '')?.[1];
    return material && !/^(?:publication|preprint)$/.test(material) ? [] : (paperAt(link, base)?.id ?? []);
  });
}

/** What the line below the title says: names, and dates and journals after them. */
export function factsIn(box: Element): Pick<Paper, 'authors' | 'authorCount' | 'venue' | 'journalRef' | 'subjects'> {
  const journal = Array.from(box.querySelectorAll('li i')).find((name) => !name.closest('[class*="icon"]'));
  return present({
    ...authorsIn(box),
    venue: text(journal),
    journalRef: text(journal?.closest('li'))
      ?.replace(/^Published in:? /, '')
      .replace(/ ?•$/, ''),
    subjects: subjectsIn(box),
  });
}

/** All authors, or how many there are. Of a collaboration and of many, only the first are shown. */
function authorsIn(box: Element): { authors?: string[]; authorCount?: number } {
  const list = authorListIn(box);
  if (!list) return {};
  const all = count(/Show All ?\((\d[\d,]*)\)/i.exec(list.parentElement?.textContent ?? '')?.[1]);
  if (all !== undefined) return { authorCount: all };
  if (/\bet al\b/.test(list.parentElement?.textContent ?? '')) return {};
  const authors = Array.from(list.children, (item) => nameIn(item)).flatMap((name) => name ?? []);
  return authors.length > 0 ? { authors } : {};
}

/** Authors without a page of their own are no links; a list without any is told by its class. */
function authorListIn(box: Element): Element | null {
  const linked = box.querySelector('a[data-test-id="author-link"], li a[href^="/authors/"]')?.closest('ul');
  const lists = Array.from(box.querySelectorAll('.__InlineList__.di > ul'));
  return linked ?? lists.find((list) => !list.querySelector('a[href*="collaboration"]')) ?? null;
}

/** An affiliation stands behind the name. */
function nameIn(item: Element): string | undefined {
  const name = item.querySelector('a, span');
  return text(name)?.replace(/,$/, '');
}

function subjectsIn(box: Element): string[] | undefined {
  const print = box.querySelector('a[href*="arxiv.org/abs/"]')?.closest('li');
  const code = /\[([a-z-]+(?:\.[A-Za-z-]+)?)\]/.exec(text(print) ?? '')?.[1];
  return code ? [code] : undefined;
}

/** The full text, where the box has a link of that name. */
export function pdfIn(box: Element): string | undefined {
  const link = Array.from(box.querySelectorAll('a[href]')).find((link) => text(link)?.toLowerCase() === 'pdf');
  return address(link?.getAttribute('href'), base);
}

/** The record whose citations a box counts: the only place where the page of a paper names it. */
export function citedIn(box: Element): PaperId | undefined {
  for (const link of box.querySelectorAll('a[href*="refersto"]')) {
    const record = /refersto(?::|%3a)recid(?::|%3a)(\d+)/i.exec(link.getAttribute('href') ?? '')?.[1];
    if (record) return identifierOf(`inspire:${record}`)?.id;
  }
  return undefined;
}
