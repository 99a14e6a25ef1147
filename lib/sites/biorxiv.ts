/**
 * bioRxiv and medRxiv, which are one site in two colours.
 * Unproven: no saved page was at hand; the rows are as scrapers of 2016 to 2026 describe them.
 */
import { identifierOf } from '../identity';
import type { PaperId } from '../paper';
import { authorsIn, postedOn, versionIn } from './biorxiv-fields';
import { paperPage } from './biorxiv-page';
import { address, day, present, text } from './read';
import type { List, Reading, Site } from './site';

const titleLink = 'a.highwire-cite-linked-title, [class*="cite-title"] a[href*="/content/"]';

const rows: List = {
  name: 'search results, collections, recent preprints',
  provenBy: 'unproven',
  example: 'https://www.biorxiv.org/content/early/recent',
  entry: `.highwire-article-citation:has(${titleLink}), [data-pisa]:has(${titleLink})`,
  read: readRow,
  anchor: (row) => row.querySelector('.highwire-cite-authors') ?? row.querySelector(titleLink),
};

/** Lists and preprints of both servers. */
export const biorxiv: Site = {
  name: 'bioRxiv, medRxiv',
  matches: ['https://www.biorxiv.org/*', 'https://www.medrxiv.org/*', 'https://biorxiv.org/*', 'https://medrxiv.org/*'],
  expected: /^\/(?:search\/.+|collection\/.+|content\/(?:early\/recent|10\.\d+\/.+)|archive)/,
  lists: [rows, paperPage],
};

function readRow(row: Element): Reading | undefined {
  const link = row.querySelector(titleLink);
  const href = link?.getAttribute('href') ?? '';
  const title = text(link);
  const venue = text(row.querySelector('.highwire-cite-metadata-journal'));
  const id = preprintAt(address(href, 'https://www.biorxiv.org')) ?? preprintIn(row);
  if (!id || !title) return undefined;
  const version = versionIn(href) ?? versionIn(row.getAttribute('data-pisa'));
  const section = sectionOf(row);
  const date = day(section);
  return present({
    id,
    version,
    title,
    authors: authorsIn(row.querySelector('.highwire-citation-authors')),
    venue,
    // Lists of a day hold what was posted on it.
    ...postedOn(date, version),
    links: present({ abstract: address(href, hostOf(venue, row)) }),
    seen: present({ list: headingOf(row.ownerDocument), section, date }),
  });
}

/** The preprint's DOI stands in its address, but for those of before 2018. */
function preprintAt(at: string | undefined): PaperId | undefined {
  const id = at ? identifierOf(at)?.id : undefined;
  return id?.startsWith('doi:') ? id : undefined;
}

function preprintIn(row: Element): PaperId | undefined {
  const written = text(row.querySelector('.highwire-cite-metadata-doi'));
  return written ? preprintAt(written.replace(/^doi:/i, '').replaceAll(' ', '')) : undefined;
}

/** The two hosts serve the same pages of different papers: a row says by its journal which it is of, or the page by its title. */
function hostOf(venue: string | undefined, row: Element): string {
  const owners = [venue, row.getAttribute('data-pisa'), row.closest('li')?.className, titleOf(row.ownerDocument)];
  const owner = owners.map((name) => /(?:bio|med)rxiv/i.exec(name ?? '')?.[0]).find(Boolean);
  return owner?.toLowerCase() === 'medrxiv' ? 'https://www.medrxiv.org' : 'https://www.biorxiv.org';
}

function sectionOf(row: Element): string | undefined {
  const group = row.closest('.highwire-article-citation-list, .highwire-list-wrapper, .issue-toc-section');
  return text(group?.querySelector(':scope > h2, :scope > h3, :scope > .highwire-list-title'));
}

function titleOf(page: Document): string | undefined {
  return text(page.querySelector('title'));
}

function headingOf(page: Document): string | undefined {
  return text(page.querySelector('#page-title, h1'))?.slice(0, 1000);
}
