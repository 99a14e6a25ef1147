/** Proceedings of Machine Learning Research: volumes, and the page of a paper. */
import { webId } from '../identity';
import type { PaperId } from '../paper';
import { othersThan, paperAt } from './linked-papers';
import { paperDescribedBy } from './metadata';
import { address, anyPresent, oneLine, present, text } from './read';
import { headedBy } from './section-headings';
import type { List, Reading, Site } from './site';

const base = 'https://proceedings.mlr.press';

const volumes: List = {
  name: 'volumes',
  provenBy: 'the site’s templates',
  example: 'https://proceedings.mlr.press/v119/',
  entry: '.paper:has(> .title)',
  read: readRow,
  anchor: (row) => row.querySelector('.title'),
};

/** Unproven: no saved page was at hand; only the site's templates of 2017 have been read. */
const paperPage: List = {
  name: 'the page of a paper',
  provenBy: 'unproven',
  example: 'https://proceedings.mlr.press/v37/ioffe15.html',
  entry: 'article h1, #content h1',
  read: readPage,
  anchor: (heading) => heading,
};

/** PMLR's volumes and papers. */
export const pmlr: Site = {
  name: 'PMLR',
  matches: [`${base}/*`],
  expected: /^\/[vr]\d+(?:\/(?:index\.html)?|\/[\w-]+\d\d[a-z]?\.html)?$/,
  lists: [volumes, paperPage],
};

const sectionOf = headedBy('h2, h3, h4');

function readRow(row: Element): Reading | undefined {
  const title = text(row.querySelector('.title'));
  const links = linksIn(row.querySelector('.links') ?? row);
  const own = links.find(({ label }) => label === 'abs');
  const at = address(own?.link.getAttribute('href'), base);
  const id = paperAt(own?.link, base)?.id ?? (at && webId(at));
  if (!id || !title) return undefined;
  const info = row.querySelector('.info');
  const list = text(row.ownerDocument.querySelector('h2'))?.slice(0, 1000);
  const section = text(sectionOf(row));
  return present({
    id,
    aliases: othersThan(id, namesIn(links)),
    title,
    authors: authorsIn(row.querySelector('.authors')),
    venue: text(info?.querySelector('i')),
    journalRef: text(info),
    links: anyPresent({ abstract: at, ...filesIn(links) }),
    seen: anyPresent({ list, section: section === list ? undefined : section }),
  });
}

interface Labelled {
  label: string;
  link: Element;
}

/** The links by what is written on them: the same address may be a paper's own, or one that it refers to. */
function linksIn(part: Element | null): Labelled[] {
  const links = Array.from(part?.querySelectorAll('a[href]') ?? []);
  return links.map((link) => ({ label: text(link)?.toLowerCase() ?? '', link }));
}

function namesIn(links: Labelled[]): (PaperId | undefined)[] {
  const named = links.filter(({ label }) => /^(?:openreview|arxiv|doi)\b/.test(label));
  return named.map(({ link }) => paperAt(link, base)?.id);
}

function filesIn(links: Labelled[]): { pdf: string | undefined; code: string | undefined } {
  const at = (wanted: RegExp) =>
    address(links.find(({ label }) => wanted.test(label))?.link.getAttribute('href'), base);
  return { pdf: at(/^(?:download )?pdf$/), code: at(/^(?:software|code)$/) };
}

/** Between names stands a space that may break; within a name, as in `King, Jr`, one that may not. */
function authorsIn(list: Element | null | undefined): string[] | undefined {
  const names = (list?.textContent ?? '').replace(/;\s*$/, '').split(/,[ \t\r\n]+/);
  const authors = names.flatMap((name) => oneLine(name) ?? []);
  return authors.length > 0 ? authors : undefined;
}

function readPage(heading: Element): Reading | undefined {
  const page = heading.ownerDocument;
  const described = paperDescribedBy(page);
  const title = text(heading);
  // A volume has such a heading too, and no paper in its head.
  if (!described || !title || heading !== page.querySelector('article h1, #content h1')) return undefined;
  const known = [described.id, ...(described.aliases ?? [])];
  const id = known.find((name) => name.startsWith('pmlr:')) ?? described.id;
  const info = page.querySelector('#info');
  const links = linksIn(page.querySelector('#extras'));
  return present({
    ...described,
    id,
    aliases: othersThan(id, [...known, ...namesIn(links)]),
    title,
    authors: authorsIn(page.querySelector('span.authors, #authors')) ?? described.authors,
    abstract: text(page.querySelector('#abstract')) ?? described.abstract,
    venue: text(info?.querySelector('i')) ?? described.venue,
    journalRef: text(info)?.replace(/\.$/, ''),
    links: anyPresent({ ...described.links, ...present(filesIn(links)) }),
  });
}
