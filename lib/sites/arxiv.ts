import { addressOf, arxivId, type Identifier } from '../identity';
import { authorsIn, doisOf, field, linkTo, paperOf, subjectsIn } from './arxiv-fields';
import { lists } from './arxiv-list';
import { anyPresent, day, present, text } from './read';
import type { List, Reading, Site } from './site';

const searchResults: List = {
  name: 'search results',
  provenBy: 'the site’s templates',
  example: 'https://arxiv.org/search/?query=attention&searchtype=all',
  entry: 'li.arxiv-result',
  read: readResult,
  anchor: (result) => result.querySelector('p.title'),
};

const abstractPage: List = {
  name: 'the page of a paper',
  provenBy: 'the site’s templates',
  example: 'https://arxiv.org/abs/1706.03762',
  entry: '#abs',
  read: readPage,
  anchor: (page) => page.querySelector('h1.title'),
};

/** arXiv's lists, search results and abstract pages. */
export const arxiv: Site = {
  name: 'arXiv',
  matches: [
    'https://arxiv.org/*',
    'https://www.arxiv.org/*',
    'https://export.arxiv.org/*',
    'https://browse.arxiv.org/*',
    'https://xxx.lanl.gov/*',
  ],
  expected: /^\/(?:list\/.+|catchup\/.+|search\/.+|a\/.+|abs\/.+)/,
  lists: [lists, searchResults, abstractPage],
};

function readResult(result: Element): Reading | undefined {
  const heading = result.querySelector('.list-title');
  const paper = paperOf(heading?.querySelector('a[href*="/abs/"]'));
  const title = text(result.querySelector('p.title'));
  if (!paper || !title) return undefined;
  const notes = Array.from(result.querySelectorAll('p.comments'), (note) => text(note) ?? '');
  return present({
    ...paper,
    aliases: doisOf(result.querySelectorAll('.tags a[href*="doi.org/"]'), paper.id),
    title,
    ...authorsIn(result.querySelector('.authors')),
    abstract: abstractIn(result),
    ...datesIn(text(result.querySelector('p.is-size-7:not(.comments)'))),
    // A tag without a tooltip belongs to a DOI.
    subjects: tagsIn(result),
    comments: noteIn(notes, 'Comments:'),
    journalRef: noteIn(notes, 'Journal ref:'),
    links: anyPresent({ abstract: linkTo('abs', heading), pdf: linkTo('pdf', heading), html: linkTo('html', heading) }),
    seen: present({ list: queryOn(result.ownerDocument), position: numberOf(result) }),
  });
}

function tagsIn(result: Element): string[] | undefined {
  const tags = Array.from(result.querySelectorAll('.tag[data-tooltip]')).flatMap((tag) => text(tag) ?? []);
  return tags.length > 0 ? tags : undefined;
}

function noteIn(notes: string[], label: string): string | undefined {
  return (
    notes
      .find((note) => note.startsWith(label))
      ?.slice(label.length)
      .trim() || undefined
  );
}

/** The whole abstract is in the page, though hidden; what is shown is an extract. */
function abstractIn(result: Element): string | undefined {
  const whole = text(result.querySelector('.abstract-full'));
  if (whole) return whole.replace(/ ?△ Less$/, '');
  const extract = text(result.querySelector('.abstract-short'))?.replace(/ ?▽ More$/, '');
  return extract && !/^…|…$/.test(extract) ? extract : undefined;
}

/** `Submitted 3 March, 2026; v1 submitted 2 February, 2026; …`: without a v1, the version shown is the first. */
function datesIn(line = ''): { published?: string; updated?: string } {
  const submitted = day(/^Submitted ([^;]*)/.exec(line)?.[1]);
  const first = day(/\bv1 submitted ([^;]*)/.exec(line)?.[1]);
  return first ? present({ published: first, updated: submitted }) : present({ published: submitted });
}

/** The query, which a simple search says in its heading, and an advanced one below it. */
function queryOn(page: Document): string | undefined {
  const heading = text(page.querySelector('main h1, h1.title'))?.replace(/^Showing \S+ of \S+ results(?: for )?/, '');
  return (heading || text(page.querySelector('a[href*="advanced"][href*="terms-0"]')))?.slice(0, 1000);
}

function numberOf(result: Element): number {
  let number = Number(result.closest('ol')?.getAttribute('start') ?? 1);
  for (let before = result.previousElementSibling; before; before = before.previousElementSibling) number++;
  return number;
}

function readPage(page: Element): Reading | undefined {
  const paper = shownOn(page);
  const title = field(page.querySelector('h1.title'), /^Title:/);
  if (!paper || !title) return undefined;
  const access = page.ownerDocument.querySelector('.full-text');
  const dateline = text(page.querySelector('.dateline')) ?? '';
  return present({
    ...paper,
    aliases: doisOf(page.querySelectorAll('td.doi a'), paper.id),
    title,
    ...authorsIn(page.querySelector('.authors')),
    abstract: field(page.querySelector('.abstract'), /^Abstract:/),
    published: day(dateline) ?? day(contentOf(page, 'citation_date')),
    updated: day(/revised ([^(]*)\(this version/.exec(dateline)?.[1]),
    subjects: subjectsIn(page.querySelector('td.subjects')),
    comments: text(page.querySelector('td.comments')),
    journalRef: text(page.querySelector('td.jref')),
    links: anyPresent({ abstract: addressOf(paper.id), pdf: linkTo('pdf', access), html: linkTo('html', access) }),
  });
}

/** The line `arXiv:… for this version` says more than the rest, but was not always there. */
function shownOn(page: Element): Identifier | undefined {
  const lines = ['.arxividv a', '.arxivid a'].map((line) => text(page.querySelector(line)) ?? '');
  const names = [...lines, contentOf(page, 'citation_arxiv_id'), contentOf(page, 'og:url')];
  for (const name of names) {
    const paper = arxivId(name);
    if (paper) return paper;
  }
  return undefined;
}

function contentOf(page: Element, name: string): string {
  const meta = page.ownerDocument.querySelector(`meta[name="${name}"], meta[property="${name}"]`);
  return meta?.getAttribute('content') ?? '';
}
