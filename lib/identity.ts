/**
 * Identifiers: what people and addresses call a paper, and the one name that it has here. Each scheme is in
 * lib/identifiers; a further one is one more entry of `schemes`. Nothing here throws, whatever the text is.
 */
import { arxiv } from './identifiers/arxiv';
import { doi, doiInAddress } from './identifiers/doi';
import { corpusid, dblp, inspire, openalex, pmcid, pmid, s2, scholar } from './identifiers/indexes';
import { endsOfDois, ieee, pii } from './identifiers/publishers';
import type { Identifier, Scheme } from './identifiers/scheme';
import { acl, cvf, neurips, openreview, pmlr } from './identifiers/venues';
import { web } from './identifiers/web';
import type { PaperId } from './paper';

export type { Identifier };

/** The most telling first. */
const schemes: Record<string, Scheme> = {
  arxiv,
  doi,
  openreview,
  acl,
  pmid,
  pmcid,
  neurips,
  pmlr,
  cvf,
  ieee,
  pii,
  inspire,
  openalex,
  s2,
  corpusid,
  dblp,
  scholar,
  web,
};

const readers = new Map<string, Pick<Scheme, 'at'>[]>();
for (const scheme of [...Object.values(schemes), ...endsOfDois]) {
  for (const host of scheme.hosts) readers.set(host, [...(readers.get(host) ?? []), scheme]);
}

/** Longer texts are no identifiers, and not worth the time. */
const maxLength = 4000;

/** The paper, and its version, that an address is of, or that a text names by an identifier. */
export function identifierOf(text: string): Identifier | undefined {
  const trimmed = text.trim();
  if (trimmed.length > maxLength) return undefined;
  for (const scheme of Object.values(schemes)) {
    const identifier = scheme.written(trimmed);
    if (identifier) return identifier;
  }
  const url = urlOf(trimmed);
  return url && identifierAt(url);
}

function identifierAt(url: URL): Identifier | undefined {
  for (const reader of readers.get(url.hostname.replace(/^www\./, '')) ?? []) {
    const identifier = reader.at(url);
    if (identifier) return identifier;
  }
  return doiInAddress(url);
}

/** The paper that an address is of, or that a text names by an identifier. */
export function paperIdOf(text: string): PaperId | undefined {
  return identifierOf(text)?.id;
}

/** The arXiv paper that a text names (`arXiv:math.GT/0309136v2`), or that an address is of. */
export function arxivId(text: string): Identifier | undefined {
  const identifier = identifierOf(text);
  return identifier?.id.startsWith('arxiv:') ? identifier : undefined;
}

/**
 * The paper that a DOI names (`doi:10.1145/…`, `https://doi.org/…`). Repositories that make DOIs of their own numbers
 * name it by the number: arXiv, ACL Anthology.
 */
export function doiId(text: string): PaperId | undefined {
  const trimmed = text.trim();
  if (trimmed.length > maxLength) return undefined;
  const url = urlOf(trimmed);
  return (
    doi.written(trimmed) ?? (url && doi.hosts.includes(url.hostname.replace(/^www\./, '')) ? doi.at(url) : undefined)
  )?.id;
}

/** The name of a paper that has no identifier: the address of its page, or of its PDF. */
export function webId(address: string): PaperId | undefined {
  const url = urlOf(address.trim());
  return url && web.at(url)?.id;
}

/** A paper's canonical page; `undefined` for a scheme that this version does not know. */
export function addressOf(id: PaperId): string | undefined {
  const colon = id.indexOf(':');
  const scheme = id.slice(0, colon);
  return Object.hasOwn(schemes, scheme) ? schemes[scheme]?.address(id.slice(colon + 1)) : undefined;
}

const names: Record<string, string> = { arxiv: 'arXiv', doi: 'doi', pmid: 'PMID', pmcid: 'PMCID', acl: 'ACL' };

/** An identifier as people write it: `arXiv:2510.04938`, `doi:10.1145/…`; the address where it is only that. */
export function identifierShown(id: PaperId): string {
  const colon = id.indexOf(':');
  const scheme = id.slice(0, colon);
  return scheme === 'web' ? id.slice(colon + 1) : `${names[scheme] ?? scheme}:${id.slice(colon + 1)}`;
}

/** Which of several identifiers of one paper names it best: the smaller, the better. */
export function rankOf(id: PaperId): number {
  const rank = Object.keys(schemes).indexOf(id.slice(0, id.indexOf(':')));
  return rank < 0 ? Number.POSITIVE_INFINITY : rank;
}

function urlOf(text: string): URL | undefined {
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  return address.length <= maxLength + 8 && URL.canParse(address) ? new URL(address) : undefined;
}
