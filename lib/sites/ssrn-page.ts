/** SSRN's page of one paper, and what its lists write alike. Unproven: see ssrn.ts. */
import type { Paper } from '../paper';
import { describedHeadings, describedUnder } from './described-page';
import { day, present, text } from './read';
import type { List, Reading } from './site';

export const base = 'https://papers.ssrn.com';

/** Links that hold the number of a paper: its abstract, its downloads. */
export const links = 'a[href*="abstract_id=" i], a[href*="abstract=" i], a[href*="abstractid=" i]';

export const abstractPage: List = {
  name: 'the page of a paper',
  provenBy: 'unproven',
  example: 'https://papers.ssrn.com/sol3/papers.cfm?abstract_id=1450589',
  entry: (page) => describedHeadings(page, 'h1, h2'),
  read: readPage,
  anchor: (heading) => heading,
};

function readPage(heading: Element): Reading | undefined {
  const described = describedUnder(heading);
  const title = text(heading);
  if (!described?.id.startsWith('doi:10.2139/') || !title) return undefined;
  const box = heading.closest('.box-abstract-main') ?? heading.parentElement ?? heading;
  const dates = datesIn(box);
  return present({
    ...described,
    title,
    // The head has surnames first.
    authors: authorsIn(box.querySelector('.authors')) ?? described.authors,
    abstract: abstractIn(box) ?? described.abstract,
    published: dates.published ?? described.published,
    updated: dates.updated,
    journalRef: text(box.querySelector('.reference-info')),
  });
}

/** All authors of a paper: SSRN does not shorten its lists. Affiliations stand beside them, without a link. */
export function authorsIn(list: Element | null): string[] | undefined {
  if (!list || /\bet al\b|…/.test(list.textContent ?? '')) return undefined;
  const linked = Array.from(list.querySelectorAll('h2, a[href*="per_id=" i], a[href*="author=" i]'));
  const outermost = linked.filter((name) => !name.parentElement?.closest('h2'));
  const names = outermost.flatMap((name) => text(name) ?? []);
  return names.length > 0 ? names : undefined;
}

/** `Posted: 14 May 2026`, `Last revised: 2 Jun 2026`. */
export function datesIn(part: Element): Pick<Paper, 'published' | 'updated'> {
  const line = text(part) ?? '';
  const dated = (name: string) => day(new RegExp(`\\b${name}:? ?(\\d{1,2} [A-Z][a-z]{2,8} \\d{4})`).exec(line)?.[1]);
  return present({ published: dated('Posted'), updated: dated('Last [Rr]evised') });
}

function abstractIn(box: Element): string | undefined {
  const part = box.querySelector('.abstract-text');
  const paragraphs = Array.from(part?.querySelectorAll('p') ?? [], (paragraph) => text(paragraph));
  return paragraphs.filter(Boolean).join(' ') || undefined;
}
