/** Google Scholar's profiles: the table of somebody's works, and the page of one of them. */
import type { PaperId } from '../paper';
import { arxivIn, base, clusterAt, named, namesIn, venueOf, whole } from './googlescholar-fields';
import { othersThan, paperAt } from './linked-papers';
import { isoDate } from './metadata-article';
import { address, anyPresent, present, text } from './read';
import type { List, Reading } from './site';

export const works: List = {
  name: 'the works on a profile',
  provenBy: 'a real page',
  example: 'https://scholar.google.com/citations?user=RxmmtT8AAAAJ&hl=en',
  entry: 'tr.gsc_a_tr',
  read: readWork,
  anchor: (row) => row.querySelector('td.gsc_a_t'),
  controls: 'inside',
};

/** Unproven: no saved page was at hand; the parts are those that others have read between 2020 and 2026. */
export const workPage: List = {
  name: 'the page of a work on a profile',
  provenBy: 'unproven',
  example:
    'https://scholar.google.com/citations?view_op=view_citation&hl=en&user=RxmmtT8AAAAJ&citation_for_view=RxmmtT8AAAAJ:qjMakFHDy7sC',
  entry: '#gsc_oci_title',
  read: readWorkPage,
  anchor: (title) => title.closest('#gsc_oci_title_wrapper') ?? title,
};

/** `…&citation_for_view=USER:ID`; encoded once more in the address of a profile that shows a work. */
function workIn(address: string | null | undefined): PaperId | undefined {
  const work = /citation_for_view(?:=|%3D)([\w-]+(?::|%3A)[\w-]+)/i.exec(address ?? '')?.[1];
  return named(work?.replace(/%3A/i, ':'));
}

function pageOf(id: PaperId): string {
  const work = id.slice('scholar:'.length);
  return `${base}/citations?view_op=view_citation&user=${work.split(':')[0]}&citation_for_view=${work}`;
}

function readWork(row: Element): Reading | undefined {
  const link = row.querySelector('a.gsc_a_at');
  // Until 2021 the link itself led nowhere.
  const id = workIn(link?.getAttribute('href')) ?? workIn(link?.getAttribute('data-href'));
  const title = text(link);
  if (!id || !title) return undefined;
  const [authors, place] = Array.from(row.querySelectorAll('.gs_gray'), (line) => text(line));
  const year = text(row.querySelector('.gsc_a_y span'));
  const line = place?.replace(/(?:^|, )\d{4}$/, '');
  const venue = venueOf(line);
  return present({
    id,
    aliases: othersThan(id, [clusterAt(row.querySelector('a.gsc_a_ac')?.getAttribute('href')), arxivIn(venue)]),
    title,
    authors: namesIn(authors),
    venue,
    // More than the name: volume and pages.
    journalRef: venue !== line ? whole(place) : undefined,
    published: isoDate(year),
    links: { abstract: pageOf(id) },
    seen: anyPresent({ list: text(row.ownerDocument.getElementById('gsc_prf_in'))?.slice(0, 1000) }),
  });
}

function readWorkPage(heading: Element): Reading | undefined {
  const part = heading.closest('#gsc_vcpb, .gs_md_bdy') ?? heading.ownerDocument.body;
  const link = heading.closest('a') ?? heading.querySelector('a');
  const title = text(heading);
  const id = idOf(part);
  if (!id || !title) return undefined;
  const pdf = part.querySelector('.gsc_oci_title_ggi a[href^="http"], #gsc_oci_title_gg a[href^="http"]');
  const field = fieldsIn(part);
  const venue = whole(['Journal', 'Conference', 'Book', 'Source'].map(field).find(Boolean));
  const cited = part.querySelector('a[href*="cites="]');
  const ids = [clusterAt(cited?.getAttribute('href')), arxivIn(venue), paperAt(link, base)?.id, paperAt(pdf, base)?.id];
  return present({
    id,
    aliases: othersThan(id, ids),
    title,
    authors: namesIn(field('Authors')),
    venue,
    published: isoDate(field('Publication date')),
    links: present({
      abstract: pageOf(id),
      pdf: isPdf(pdf) ? address(pdf?.getAttribute('href'), base) : undefined,
    }),
  });
}

/** By the page's address; else by what can be done with the work there. */
function idOf(part: Element): PaperId | undefined {
  const actions = part.querySelector('[action*="citation_for_view="], a[href*="citation_for_view="]');
  return workIn(part.baseURI) ?? workIn(actions?.getAttribute('action') ?? actions?.getAttribute('href'));
}

/** Their names are in the language of the reader; of those in another, only title and links are known. */
function fieldsIn(part: Element): (name: string) => string | undefined {
  const rows = Array.from(part.querySelectorAll('.gs_scl'));
  return (name) => {
    const row = rows.find((row) => text(row.querySelector('.gsc_oci_field')) === name);
    return text(row?.querySelector('.gsc_oci_value'));
  };
}

function isPdf(link: Element | null): boolean {
  return /^\[PDF\]/.test(text(link) ?? '');
}
