/** SciRate: arXiv's papers with votes, `scites`: feeds, search results, what a user has scited, the page of a paper. */
import { doiId } from '../identity';
import { othersThan, paperAt } from './linked-papers';
import { paperDescribedBy } from './metadata';
import { address, anyPresent, count, day, oneLine, present, text } from './read';
import type { List, Reading, Site } from './site';

const base = 'https://scirate.com';

const lists: List = {
  name: 'feeds, search results, a user’s scites',
  provenBy: 'the site’s templates',
  example: 'https://scirate.com/arxiv/cs.LG',
  entry: 'li.paper',
  read: readRow,
  anchor: (row) => row.querySelector('.title'),
};

const paperPage: List = {
  name: 'the page of a paper',
  provenBy: 'the site’s templates',
  example: 'https://scirate.com/arxiv/1706.03762',
  entry: 'div.paper .title-row h1.title',
  read: readPage,
  anchor: (heading) => heading,
};

/** SciRate's lists and papers. */
export const scirate: Site = {
  name: 'SciRate',
  matches: [`${base}/*`],
  // Beside a feed's papers and a paper are pages of comments, and of who scited it.
  expected: /^\/(?:\?.*)?$|^\/arxiv\/(?![^?]*\/(?:comments|scites)\/?(?:\?|$))|^\/search\?/,
  lists: [lists, paperPage],
};

function readRow(row: Element): Reading | undefined {
  const link = row.querySelector('.title a[href]');
  const id = paperAt(link, base)?.id;
  const title = text(link);
  if (!id || !title) return undefined;
  const about = row.querySelector('.uid');
  const heading = row.ownerDocument.querySelector('.feed-header h1, a[name="results"] + h3');
  return present({
    id,
    version: versionIn(text(about)),
    title,
    ...authorsIn(row.querySelector('.authors')),
    abstract: text(row.querySelector('.abstract')),
    published: day(text(about)),
    subjects: linkTexts(about),
    links: linksIn(row, address(link?.getAttribute('href'), base)),
    seen: anyPresent({
      list: text(heading)?.slice(0, 1000),
      date: dayOf(row.ownerDocument),
      counts: countsIn(row, row.querySelectorAll('.pull-right > div > a')),
    }),
  });
}

function readPage(heading: Element): Reading | undefined {
  const page = heading.closest('div.paper');
  const described = paperDescribedBy(heading.ownerDocument);
  const main = page?.querySelector('.abstract')?.parentElement;
  const id = described?.id ?? paperAt(main?.querySelector(':scope > a[href*="/abs/"]'), base)?.id;
  const title = text(heading);
  if (!page || !id || !title) return undefined;
  const dates = text(page.querySelector('.dates')) ?? '';
  const fields = fieldsIn(main);
  return present({
    id,
    aliases: othersThan(id, [...(described?.aliases ?? []), doiId(fields.get('Doi')?.split(' ')[0] ?? '')]),
    title,
    ...authorsIn(page.querySelector('.authors')),
    abstract: text(page.querySelector('.abstract')),
    // Submitted some days before; lists have only this one.
    published: day(dates.split('Published ')[1]) ?? described?.published,
    updated: day(dates.split('Updated ')[1]),
    subjects: linkTexts(page.querySelector('.categories') ?? page.querySelector('.dates')),
    comments: fields.get('Author comments')?.slice(0, 10_000),
    journalRef: fields.get('Journal ref')?.slice(0, 10_000),
    links: linksIn(page, address(`/arxiv/${id.replace(/^arxiv:/, '')}`, base)),
    seen: anyPresent({ counts: countsIn(page, page.querySelectorAll('.comments > h4')) }),
  });
}

/** The day that a feed is of; it may be of several. */
function dayOf(page: Document): string | undefined {
  const shown = text(page.querySelector('.timenav p'));
  return shown?.includes('—') ? undefined : day(shown);
}

/** `arXiv:2609.00001v2`, which is no link. */
function versionIn(line = ''): number | undefined {
  const version = /\barXiv:\S+?v([1-9]\d{0,3})(?!\S)/.exec(line)?.[1];
  return version ? Number(version) : undefined;
}

/** Lists show twenty, and how many more there are: `et al (7)`. */
function authorsIn(list: Element | null): { authors?: string[]; authorCount?: number } {
  const names = linkTexts(list)?.map((name) => name.replace(/\s*,$/, '')) ?? [];
  const more = /^et al \((\d{1,5})\)$/.exec(names.at(-1) ?? '')?.[1];
  if (more) return { authorCount: names.length - 1 + Number(more) };
  return names.length > 0 ? { authors: names } : {};
}

function linkTexts(part: Element | null | undefined): string[] | undefined {
  const texts = Array.from(part?.querySelectorAll('a') ?? []).flatMap((link) => text(link) ?? []);
  return texts.length > 0 ? texts : undefined;
}

function linksIn(part: Element, abstract: string | undefined): Reading['links'] {
  const at = (title: string) => address(part.querySelector(`a[title="${title}"]`)?.getAttribute('href'), base);
  return anyPresent({ abstract, pdf: at('Download PDF'), html: at('View HTML') });
}

function countsIn(part: Element, labels: Iterable<Element>): { upvotes?: number; comments?: number } | undefined {
  const said = Array.from(labels, (label) => /^(\d+) comments?$/.exec(text(label) ?? '')?.[1]);
  const comments = count(said.find((number) => number !== undefined));
  return anyPresent({ upvotes: count(text(part.querySelector('.scites-count .count'))), comments });
}

/** Lines of plain text below the abstract: `Journal ref: …`. */
function fieldsIn(part: Element | null | undefined): Map<string, string> {
  const lines = Array.from(part?.childNodes ?? []).flatMap((node) =>
    node.nodeType === 3 ? (oneLine(node.nodeValue) ?? []) : [],
  );
  return new Map(
    lines.flatMap((line): [string, string][] => {
      const field = /^([A-Z][a-z ]+): (.+)$/.exec(line);
      return field?.[1] && field[2] ? [[field[1], field[2]]] : [];
    }),
  );
}
