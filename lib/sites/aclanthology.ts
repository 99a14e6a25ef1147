/**
 * ACL Anthology. Unproven: no saved page was at hand; the site's templates of 2019 to 2026 have been read, and entries
 * are found by the identifiers in the links on their titles.
 */

import { base, isFrontMatter, namesIn } from './aclanthology-fields';
import { paperPage } from './aclanthology-page';
import { paperAt } from './linked-papers';
import { isoDate } from './metadata-article';
import { address, anyPresent, present, text } from './read';
import { headedBy } from './section-headings';
import type { List, Reading, Site } from './site';

const titleLink = 'strong > a[href]';
/** Beside it stand links to the volume's files. */
const volumeLink = 'a[href*="/volumes/"]:not([href$=".bib"])';

const entries: List = {
  name: 'volumes, events and authors',
  provenBy: 'unproven',
  example: 'https://aclanthology.org/volumes/P18-1/',
  // A row is a paragraph until 2024, a `div` since.
  entry: (page) => {
    const links = Array.from(page.querySelectorAll(`#main ${titleLink}`));
    return [...new Set(links.flatMap((link) => link.closest('p, div') ?? []))];
  },
  read: readRow,
  anchor: (row) => row.querySelector('strong')?.parentElement ?? null,
  controls: 'inside',
};

/** The ACL Anthology's volumes, events, authors and papers. Its search is Google's, and has no entries of its own. */
export const aclanthology: Site = {
  name: 'ACL Anthology',
  matches: [`${base}/*`, 'https://www.aclanthology.org/*'],
  expected:
    /^\/(?:volumes\/.+|events\/.+|people\/(?:.\/)?[^/]{2,}|\d{4}\.[a-z\d]+-[a-z\d]+\.[1-9]\d*\/?$|[A-Z]\d{2}-\d{4}\/?$)/,
  lists: [entries, paperPage],
};

/** The volume on the page of an event, the year on an author's. */
const headingOf = headedBy('h3, h4');

function readRow(row: Element): Reading | undefined {
  const link = row.querySelector(titleLink);
  const id = paperAt(link, base)?.id;
  const title = text(link);
  if (!link || !id?.startsWith('acl:') || isFrontMatter(id) || !title) return undefined;
  const heading = headingOf(row);
  const section = text(heading?.querySelector(volumeLink) ?? heading);
  const list = text(row.ownerDocument.querySelector('#title'))?.slice(0, 1000);
  const year = /^\d{4}$/.exec(section ?? '')?.[0];
  const volume = volumeOn(row.ownerDocument);
  return present({
    id,
    title,
    // Awards link to people too, beside the title.
    authors: namesIn(link.parentElement?.parentElement),
    abstract: abstractOf(row),
    published: year ?? volume?.published,
    venue: text(row.querySelector(volumeLink)) ?? (volume ? list : year ? undefined : section),
    links: anyPresent({ abstract: address(link.getAttribute('href'), base), pdf: pdfIn(row) }),
    seen: anyPresent({ list, section: section?.slice(0, 1000) }),
  });
}

/** Folded up after the row. */
function abstractOf(row: Element): string | undefined {
  const next = row.nextElementSibling;
  return next?.matches('.abstract-collapse, [id^="abstract-"]') ? text(next) : undefined;
}

/** The first badge; later ones are attachments. */
function pdfIn(row: Element): string | undefined {
  const badge = Array.from(row.querySelectorAll('a[href]')).find((link) => text(link) === 'pdf');
  return address(badge?.getAttribute('href'), base);
}

/** What the page of a volume says of all its papers. */
interface Volume {
  published: string | undefined;
}
const volumes = new WeakMap<Document, Volume | undefined>();

function volumeOn(page: Document): Volume | undefined {
  if (!volumes.has(page)) volumes.set(page, readVolume(page));
  return volumes.get(page);
}

function readVolume(page: Document): Volume | undefined {
  const terms = Array.from(page.querySelectorAll('#main dl > dt'));
  const said = (name: string) => text(terms.find((term) => text(term) === name)?.nextElementSibling);
  if (!said('Anthology ID:')) return undefined;
  return { published: isoDate(`${said('Month:') ?? ''} ${said('Year:') ?? ''}`) };
}
