/** Google Scholar: search results, what cites a paper, its versions, the library, profiles. */
import type { PaperId } from '../paper';
import { arxivIn, base, bylineIn, named } from './googlescholar-fields';
import { googleScholarHosts } from './googlescholar-hosts';
import { workPage, works } from './googlescholar-profile';
import { othersThan, paperAt } from './linked-papers';
import { address, anyPresent, present, text } from './read';
import type { List, Reading, Site } from './site';

/** Profiles and questions stand between the results, without an identifier. */
const results: List = {
  name: 'search results, “cited by”, versions, the library',
  provenBy: 'a real page',
  example: 'https://scholar.google.com/scholar?q=citation+analysis&hl=en',
  entry: '.gs_r[data-cid]',
  read: readResult,
  anchor: (row) => row.querySelector('.gs_rt'),
};

export const googlescholar: Site = {
  name: 'Google Scholar',
  matches: googleScholarHosts,
  expected: /^\/(?:scholar\?(?:.*&)?(?:q|cites|cluster|scilib)=|citations\?(?:.*&)?(?:user|citation_for_view)=)/,
  lists: [results, works, workPage],
};

function readResult(row: Element): Reading | undefined {
  const id = named(row.getAttribute('data-cid')) ?? named(row.getAttribute('data-did'));
  const heading = row.querySelector('.gs_rt');
  const link = linkIn(heading, row);
  const title = text(link ?? heading)?.slice(link ? 0 : prefixOf(heading).length);
  const at = address(link?.getAttribute('href'), base);
  // Opinions of courts are found too, and are no papers.
  if (!id || !heading || !title || at?.startsWith(`${base}/scholar_case?`)) return undefined;
  const { authors, venue, published } = bylineIn(text(row.querySelector('.gs_a')));
  const copies = copiesOf(row);
  const isPdf = prefixOf(heading).startsWith('[PDF]');
  return present({
    id,
    aliases: aliasesOf(id, [link, ...copies.map(({ link }) => link)], venue),
    title: title.trim(),
    authors,
    venue,
    published,
    links: anyPresent({
      abstract: isPdf ? undefined : at,
      pdf: copies.find(({ kind }) => kind === '[PDF]')?.at ?? (isPdf ? at : undefined),
      html: copies.find(({ kind }) => kind === '[HTML]')?.at,
    }),
    seen: present({ list: headingOf(row.ownerDocument), position: positionOf(row) }),
  });
}

/** The title, which is named like the row: what others put into the heading is not. `[CITATION]`s have no link. */
function linkIn(heading: Element | null, row: Element): Element | undefined {
  const parts = Array.from(heading?.children ?? []);
  const names = [row.getAttribute('data-cid'), row.getAttribute('data-aid')];
  return parts.find((part) => part.id && names.includes(part.id)) ?? parts.find((part) => part.matches('a[href]'));
}

/** `[PDF]`, `[BOOK][B]`, `[CITATION][C]`: for wide and for narrow screens. */
function prefixOf(heading: Element | null): string {
  return text(heading?.querySelector('.gs_ctc, .gs_ctu')) ?? '';
}

interface Copy {
  link: Element;
  kind: string | undefined;
  at: string | undefined;
}

/** Beside the result: where its text is, and by what libraries, which is of no use to others. */
function copiesOf(row: Element): Copy[] {
  const links = Array.from(row.querySelectorAll('.gs_or_ggsm > a[href^="http"]'));
  return links.map((link) => ({
    link,
    kind: text(link.querySelector('.gs_ctg2')),
    at: address(link.getAttribute('href'), base),
  }));
}

function aliasesOf(id: PaperId, links: (Element | undefined)[], venue: string | undefined): PaperId[] | undefined {
  const ids = links.map((link) => paperAt(link, base)?.id).filter((other) => !other?.startsWith('scholar:'));
  return othersThan(id, [...ids, arxivIn(venue)]);
}

/** The paper that the results cite, or are versions of; else what was searched for. */
function headingOf(page: Document): string | undefined {
  const heading = text(page.getElementById('gs_rt_hdr')?.querySelector('h2'));
  return (heading ?? (page.querySelector<HTMLInputElement>('input[name="q"]')?.value || undefined))?.slice(0, 1000);
}

/** Results are counted through all pages, from 0. */
function positionOf(row: Element): number | undefined {
  const before = row.getAttribute('data-rp') ?? '';
  return /^\d{1,6}$/.test(before) ? Number(before) + 1 : undefined;
}
