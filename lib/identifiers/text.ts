/** Identifiers and addresses of papers in running text. Its time grows with the length of the text, and no faster. */
import { type Identifier, identifierOf } from '../identity';

/** `text.slice(start, end)` is how it stands there, with the name of its scheme: `arXiv:2401.12345v2`. */
export interface Found {
  identifier: Identifier;
  start: number;
  end: number;
}

/** Archives whose old numbers (`hep-th/9901001`) people write without `arXiv:`. */
const archives = `astro-ph|cond-mat|gr-qc|hep-(?:ex|lat|ph|th)|math-ph|nucl-(?:ex|th)|quant-ph|q-(?:alg|bio)|alg-geom|
  chao-dyn|cmp-lg|cs|dg-ga|funct-an|math|nlin|patt-sol|physics|solv-int`.replace(/\s+/g, '');

const oldNumber = '\\d{2}(?:0[1-9]|1[0-2])\\d{3}';
const version = '(?:v[1-9]\\d{0,3})?(?!\\d)';

/** Where something may begin. What ends by itself is matched as a whole, of addresses and DOIs only the beginning. */
const beginning = new RegExp(
  [
    // With the scheme, or the host alone: `openreview.net/forum?id=…`.
    '(?<address>https?://|(?<![\\w.@/-])(?:[a-z\\d-]{1,63}\\.){1,5}[a-z]{2,18}/)',
    '(?<doi>(?<!\\d\\.?)(?:\\bdoi[\\s:]{0,3})?10\\.\\d{4,9}(?:\\.\\d{1,9}){0,5}/)',
    // A number alone may be a price or a version.
    `(?<![\\d=.])arxiv(?:\\s(?:id|identifier|preprint|e-?print))?[\\s:#([]{1,3}(?<arxiv>\\d{4}\\.\\d{4,5}${version})`,
    `(?<![\\d=.])arxiv[\\s:#([]{1,3}(?<old>[a-z]+(?:-[a-z]+)?(?:\\.[a-z]{2}|\\.[a-z]+-[a-z]+)?/${oldNumber}${version})`,
    `(?<![\\w./=-])(?<bare>(?:${archives})(?:\\.[a-z]{2})?/${oldNumber}${version})(?![\\w/])`,
    '(?<!\\w)(?:pmid|pubmed\\sid)[\\s:#]{0,3}(?<pmid>\\d{1,8})(?!\\d)',
    // The shortest numbers are also names of other things.
    '(?<!\\w)(?:pmcid[\\s:#]{0,3}(?<pmcid>pmc[1-9]\\d{0,8})|(?<pmc>pmc[1-9]\\d{4,8}))(?!\\w)',
  ].join('|'),
  'gi',
);

/** A bracket, or characters up to one, of an address or a DOI. Another one may follow without a space. */
const piece = /[()[\]]|<(?=\d+:)|>|(?:(?!https?:\/\/|(?:doi|pmid|pmcid|arxiv):|[,;]10\.\d{4})[!#-&*-;=?-Z_a-z~])+/giy;

const closing: Record<string, string> = { '(': ')', '[': ']', '<': '>' };

/** Identifiers and addresses of papers that stand in a text, in order; none overlaps another. */
export function identifiersIn(text: string): Found[] {
  const found: Found[] = [];
  beginning.lastIndex = 0;
  for (let match = beginning.exec(text); match; match = beginning.exec(text)) {
    const { address, doi, arxiv, old, bare, pmid, pmcid, pmc } = match.groups ?? {};
    const start = match.index;
    let end = beginning.lastIndex;
    let written = arxiv ?? old ?? bare ?? (pmid ? `pmid:${pmid}` : (pmcid ?? pmc ?? ''));
    if (address || doi) {
      const run = runFrom(text, end);
      // Not from where it was cut: what follows an open bracket would be gone through again and again.
      beginning.lastIndex = run.next;
      end = run.end;
      written = text.slice(start, end);
      if (address && !/^https?:/i.test(written)) written = `https://${written}`;
    }
    const identifier = identifierOf(written);
    if (identifier) found.push({ identifier, start, end });
  }
  return found;
}

/** Where the address or DOI that goes on at `start` ends, without what belongs to the sentence; and where to go on. */
function runFrom(text: string, start: number): { end: number; next: number } {
  const open: { bracket: string; at: number }[] = [];
  let next = start;
  for (piece.lastIndex = start; ; next = piece.lastIndex) {
    const part = piece.exec(text)?.[0];
    if (!part) break;
    if (closing[part]) open.push({ bracket: part, at: next });
    else if (/^[)\]>]$/.test(part) && closing[open.pop()?.bracket ?? ''] !== part) break;
  }
  let end = open[0]?.at ?? next;
  while (end > start && '.,;:!?*'.includes(text.charAt(end - 1))) end--;
  return { end, next };
}
