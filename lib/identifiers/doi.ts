import { numbered } from './arxiv';
import { decode, encodePath, type Identifier, type Scheme } from './scheme';
import { anthologyId } from './venues';

/** DOIs; those that a repository makes of its own numbers name the paper by that number. */
export const doi: Scheme = {
  written: (text) => named(text.replace(/^doi:\s*/i, '')),
  hosts: ['doi.org', 'dx.doi.org'],
  at: (url) => named(decode(url.pathname.slice(1))),
  address: (value) => `https://doi.org/${encodePath(value)}`,
};

/** What publishers put behind a DOI in their addresses, some of them twice: `/full/html`. */
const tails =
  /(?:(?:\/(?:full|abstract|abs|pdf|epdf|epub|html|meta|summary|references|fulltext|full-text|(?:figures|tables)\/\d+)|\.pdf|\.html?))+$/i;

/** Silverchair’s: `/article/doi/10.1162/…/96482/A-Primer-in-Margins`, with a number of its own. */
const numberedPath = /\/(?:advance-)?article(?:-[a-z]+)*\/doi\/$/i;

/** The DOI that stands in an address of a publisher: `/doi/abs/10.1145/…`, `/article/10.1007/…`, `?id=10.1371/…`. */
export function doiInAddress(url: URL): Identifier | undefined {
  const start = url.pathname.search(/\/10\.\d{4,9}(?:\.\d+)*(?:\/|%2F)/i);
  const written =
    start < 0 ? (url.searchParams.get('id') ?? url.searchParams.get('doi')) : url.pathname.slice(start + 1);
  if (!written?.startsWith('10.')) return undefined;
  const isNumbered = start >= 0 && numberedPath.test(url.pathname.slice(0, start + 1));
  const path = withoutTails(decode(written));
  return named(isNumbered ? path.replace(/(?<=^[^/]+\/.+)\/\d{4,}(?:\/[^/]*)?$/, '') : path);
}

function withoutTails(path: string): string {
  const bare = path.replace(/\/+$/, '').replace(tails, '');
  // The views of a preprint's version: `…v2.full`, `…v2.full.pdf+html`, `…v2.supplementary-material`.
  return bare.replace(/^(10\.(?:1101|64898)\/[\d.]+v\d+)\W.*$/, '$1');
}

function named(written: string): Identifier | undefined {
  const value = withoutPunctuation(written).toLowerCase();
  if (value.length > 400 || !/^10\.\d{4,9}(?:\.\d+)*\/\S+$/.test(value)) return undefined;
  return ownNumber(value) ?? preprint(value) ?? { id: `doi:${value}` };
}

/** Preprints of bioRxiv and medRxiv are written with their version, which is not part of the DOI. */
function preprint(doi: string): Identifier | undefined {
  const [, work, version] = /^(10\.(?:1101|64898)\/[\d.]*\d)v([1-9]\d?)$/.exec(doi) ?? [];
  return work ? { id: `doi:${work}`, version: Number(version) } : undefined;
}

/** The paper whose own identifier a DOI is made of. */
function ownNumber(doi: string): Identifier | undefined {
  const arxiv = /^10\.48550\/arxiv\.(.+)$/.exec(doi)?.[1];
  if (arxiv) return numbered(arxiv);
  const anthology = /^10\.(?:18653|3115)\/v1\/(.+)$/.exec(doi)?.[1];
  return anthology ? anthologyId(anthology) : undefined;
}

/** In running text a DOI is followed by a full stop, or stands in brackets; brackets are also part of some DOIs. */
function withoutPunctuation(doi: string): string {
  let open = doi.split('(').length - doi.split(')').length;
  let end = doi.length;
  for (; end > 0; end--) {
    const last = doi.charAt(end - 1);
    if (last === ')' && open < 0) open++;
    else if (!'.,;/'.includes(last)) break;
  }
  return doi.slice(0, end);
}
