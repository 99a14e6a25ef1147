/** The registry: every site that Papergloss knows. The manifest's match patterns come from here. */
import type { Paper } from '../paper';
import { aclanthology } from './aclanthology';
import { acm } from './acm';
import { alphaxiv } from './alphaxiv';
import { arxiv } from './arxiv';
import { biorxiv } from './biorxiv';
import { cvf } from './cvf';
import { dblp } from './dblp';
import { europepmc } from './europepmc';
import { googlescholar } from './googlescholar';
import { huggingface } from './huggingface';
import { ieee } from './ieee';
import { inspire } from './inspire';
import { nature } from './nature';
import { neurips } from './neurips';
import { openalex } from './openalex';
import { openreview } from './openreview';
import { pmlr } from './pmlr';
import { pubmed } from './pubmed';
import { sciencedirect } from './sciencedirect';
import { scirate } from './scirate';
import { semanticscholar } from './semanticscholar';
import type { List, Reading, Site } from './site';
import { springer } from './springer';
import { ssrn } from './ssrn';

export const sites: Site[] = [
  huggingface,
  arxiv,
  aclanthology,
  acm,
  alphaxiv,
  biorxiv,
  cvf,
  dblp,
  europepmc,
  googlescholar,
  ieee,
  inspire,
  nature,
  neurips,
  openalex,
  openreview,
  pmlr,
  pubmed,
  sciencedirect,
  scirate,
  semanticscholar,
  springer,
  ssrn,
];

/** Match patterns of all sites, for the manifest. */
export const matches = sites.flatMap((site) => site.matches);

const byHost = new Map(sites.flatMap((site) => site.matches.map((pattern) => [new URL(pattern).hostname, site])));

/** The site that a page belongs to, by its host. */
export function siteAt(url: string): Site | undefined {
  return URL.canParse(url) ? byHost.get(new URL(url).hostname) : undefined;
}

/** An element that stands for a paper, and how to read it. */
export interface Place {
  element: Element;
  list: List;
}

/** Every place on a page where an entry may stand, in document order. Cheap: nothing is read. */
export function placesOn(document: ParentNode, site: Site): Place[] {
  const found = site.lists.map((list) => elementsOf(list, document).map((element) => ({ element, list })));
  const kinds = found.filter((places) => places.length > 0);
  const places = kinds.flat();
  if (kinds.length > 1) places.sort((a, b) => inOrder(a.element, b.element));
  // What stands in an entry, or is one of two kinds at once, is no other entry.
  let last: Element | undefined;
  return places.filter(({ element }) => {
    if (last?.contains(element)) return false;
    last = element;
    return true;
  });
}

function elementsOf({ entry }: List, page: ParentNode): Element[] {
  return typeof entry === 'string' ? Array.from(page.querySelectorAll(entry)) : entry(page);
}

function inOrder(a: Element, b: Element): number {
  if (a === b) return 0;
  return a.compareDocumentPosition(b) & a.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** The paper at a place, as it stands there now. `position` counts the entries from 1; a printed number goes before it. */
export function readPlace(place: Place, site: Site, url: string, position: number): Paper | undefined {
  const reading = place.list.read(place.element);
  return reading && seenAt(reading, site, url, position);
}

/** Every entry of a page, in order. */
export function readPapers(document: Document, url: string): Paper[] {
  const site = siteAt(url);
  if (!site) return [];
  const papers: Paper[] = [];
  for (const place of placesOn(document, site)) {
    const reading = place.list.read(place.element);
    // Where nothing is numbered, the same paper right after itself is the same row, drawn for another screen width.
    const isCopy = reading?.id === papers.at(-1)?.id && reading?.seen?.position === undefined;
    if (reading && !isCopy) papers.push(seenAt(reading, site, url, papers.length + 1));
  }
  return papers;
}

function seenAt(reading: Reading, site: Site, url: string, position: number): Paper {
  const [address = url] = url.split('#');
  return { ...reading, seen: { site: site.name, url: address, position, ...reading.seen } };
}
