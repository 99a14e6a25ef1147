/** A page about one paper: one entry, at its heading. */
import type { PaperId } from '../paper';
import { paperDescribedBy } from './metadata';
import { text } from './read';
import type { List, Reading } from './site';

interface Described {
  state: string;
  reading: Reading | undefined;
}
const known = new WeakMap<Document, Described>();

/** What the page is about, as long as its head says the same. */
function describedOn(page: Document, url: string): Reading | undefined {
  const state = stateOf(page, url);
  const before = known.get(page);
  if (before?.state === state) return before.reading;
  const reading = paperDescribedBy(page, url);
  known.set(page, { state, reading });
  return reading;
}

/** Cheap, and different after each change that counts. */
function stateOf(page: Document, url: string): string {
  const titles = ['meta[name^="citation_" i], meta[property^="citation_" i]', 'title', 'h1', 'span.Z3988'];
  const scripts = Array.from(
    page.querySelectorAll('script[type*="ld+json" i]'),
    ({ textContent }) => textContent?.length,
  );
  const firsts = titles
    .map((name) => page.querySelector(name))
    .map((part) => part?.getAttribute('content') ?? part?.textContent);
  return JSON.stringify([url, page.getElementsByTagName('meta').length, scripts, firsts]);
}

/** The heading that says the title of the paper: the head may be an earlier page's. */
function headingOf(page: Document, { title }: Reading): Element | undefined {
  const said = folded(title);
  const headings = Array.from(page.querySelectorAll('h1, h2, [class*="title" i]')).slice(0, 200);
  const isSaid = (heading: Element) => {
    const shown = folded(text(heading));
    return (
      shown.length > 0 &&
      shown.length < said.length + 40 &&
      (shown.includes(said) || (shown.length > 20 && said.includes(shown)))
    );
  };
  const main = headings.filter((heading) => heading.localName === 'h1');
  return main.find(isSaid) ?? headings.find(isSaid);
}

function folded(title = ''): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The paper that a page is about, with all its names, and its heading. */
export function aboutOn(page: ParentNode, url: string): { names: PaperId[]; heading: Element } | undefined {
  const document = page.ownerDocument ?? (page as Document);
  const reading = describedOn(document, url);
  const heading = reading && headingOf(document, reading);
  return heading && { names: [reading.id, ...(reading.aliases ?? [])], heading };
}

export function describedPage(url: string): List {
  return {
    name: 'the page of a paper',
    provenBy: 'unproven',
    example: 'https://www.nature.com/articles/nature14539',
    entry(page) {
      const about = aboutOn(page, url);
      return about ? [about.heading] : [];
    },
    read: (heading) => describedOn(heading.ownerDocument, url),
    anchor: (heading) => heading,
  };
}
