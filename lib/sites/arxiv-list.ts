/** Lists of new, recent, monthly and caught-up papers, of an author's, and of old searches: `dt` and `dd` in pairs. */
import type { Sighting } from '../paper';
import { authorsIn, field, linkTo, paperOf, subjectsIn } from './arxiv-fields';
import { detailsOf, withDetails } from './definition-list';
import { anyPresent, day, present, text } from './read';
import type { List, Reading } from './site';

export const lists: List = {
  name: 'new, recent, month, catchup and author lists',
  provenBy: 'a real page',
  example: 'https://arxiv.org/list/cs.LG/new',
  entry: '#dlpage dl > dt, dl#articles > dt, dl > dt:has(> .list-identifier)',
  read: readPair,
  anchor: (dt) => detailsOf(dt)[0]?.querySelector('.list-title') ?? null,
  parts: withDetails,
};

function readPair(dt: Element): Reading | undefined {
  const paper = paperOf(dt.querySelector('a[href*="/abs/"]'));
  const [details] = detailsOf(dt);
  const title = field(details?.querySelector('.list-title'), /^Title:/);
  if (!paper || !details || !title) return undefined;
  const html = linkTo('html', dt);
  return present({
    ...paper,
    version: paper.version ?? paperOf(dt.querySelector('a[href*="/html/"]'))?.version,
    title,
    ...authorsIn(details.querySelector('.list-authors')),
    abstract: text(details.querySelector('p.mathjax, .meta > p')),
    subjects: subjectsIn(details.querySelector('.list-subjects')),
    comments: field(details.querySelector('.list-comments'), /^Comments?:/),
    journalRef: field(details.querySelector('.list-journal-ref'), /^Journal-ref:/),
    links: anyPresent({ abstract: linkTo('abs', dt), pdf: linkTo('pdf', dt), html }),
    seen: seenIn(dt),
  });
}

function seenIn(dt: Element): NonNullable<Reading['seen']> {
  const line = dt.textContent ?? '';
  const position = /^\s*(?:\[(\d+)\]|(\d+)\.\s)/.exec(line);
  const part = partOf(dt.parentElement as Element);
  return present({
    ...part,
    position: position ? Number(position[1] ?? position[2]) : undefined,
    announcement: announcementIn(line, part.section ?? ''),
  });
}

function announcementIn(line: string, section: string): Sighting['announcement'] {
  if (line.includes('(replaced') || section.startsWith('Replace')) return 'replacement';
  if (line.includes('(cross-list') || section.startsWith('Cross')) return 'cross-list';
  return section.startsWith('New ') ? 'new' : undefined;
}

/** What holds for all entries of a page, and for those of one `dl`. Read once: arXiv's lists do not change. */
type PageFacts = Pick<Sighting, 'list' | 'date'>;
type PartFacts = PageFacts & Pick<Sighting, 'section'>;
const pages = new WeakMap<Element, PageFacts>();
const parts = new WeakMap<Element, PartFacts>();

function partOf(dl: Element): PartFacts {
  const known = parts.get(dl);
  if (known) return known;
  const page = pageOf(dl.closest('#dlpage') ?? dl.parentElement ?? dl);
  const section = sectionOf(dl);
  const part = present({ list: page.list, section, date: day(section) ?? page.date });
  parts.set(dl, part);
  return part;
}

function pageOf(page: Element): PageFacts {
  const known = pages.get(page);
  if (known) return known;
  const facts = present({ list: headingOf(page), date: dateOf(page) });
  pages.set(page, facts);
  return facts;
}

/** The heading stands in the `dl` since 2024, before it in older lists, or before the first of one `dl` per entry. */
function sectionOf(dl: Element): string | undefined {
  let heading: Element | undefined = Array.from(dl.children).find((child) => child.localName === 'h3');
  for (let before = dl.previousElementSibling; before && !heading; before = before.previousElementSibling) {
    if (parts.has(before)) return parts.get(before)?.section;
    if (before.localName === 'h3') heading = before;
  }
  const section = text(heading)?.replace(/ ?\((?:continued|showing)[^)]*\)$/, '');
  return section && isOverAll(section) ? undefined : section;
}

function isOverAll(heading: string): boolean {
  return heading.startsWith('Showing new listings');
}

/** Old searches have their heading before the page proper, and count in it. */
function headingOf(page: Element): string | undefined {
  const heading = text(page.querySelector('h1') ?? page.closest(':has(> h1)')?.querySelector('h1'));
  return heading?.replace(/^Search: Showing results .*? for /, '').slice(0, 1000);
}

/** The day that the whole page is of, where it says so. */
function dateOf(page: Element): string | undefined {
  const headings = Array.from(page.children).filter((child) => child.localName === 'h3');
  return (
    day(text(headings.find((heading) => isOverAll(text(heading) ?? '')))) ??
    day(text(page.querySelector('h1'))) ??
    day(text(page.querySelector('.list-dateline'))?.split('announced').at(-1))
  );
}
