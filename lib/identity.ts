/**
 * Identifiers: what people and addresses call a paper, and the one name that it has here. Knows arXiv and DOI; a
 * further scheme is one more entry of `schemes`. Nothing here throws, whatever the text is.
 */
import type { PaperId } from './paper';

/** A paper's name, and the version that the text spoke of: versions are not papers of their own. */
export interface Identifier {
  id: PaperId;
  version?: number;
}

interface Scheme {
  /** Reads an identifier as people write it, or an address that holds one. */
  read(text: string): Identifier | undefined;
  /** The paper's canonical page. */
  address(value: string): string;
}

const arxiv: Scheme = { read: readArxiv, address: (value) => `https://arxiv.org/abs/${value}` };
const doi: Scheme = { read: readDoi, address: (value) => `https://doi.org/${encodePath(value)}` };
const schemes = new Map<string, Scheme>(Object.entries({ arxiv, doi }));

/** Longer texts are no identifiers, and not worth the time. */
const maxLength = 4000;

/** The arXiv paper that a text names (`arXiv:math.GT/0309136v2`), or that an address is of. */
export function arxivId(text: string): Identifier | undefined {
  return arxiv.read(text.trim());
}

/** The paper that a DOI names (`doi:10.1145/…`, `https://doi.org/…`); arXiv's own DOIs name arXiv papers. */
export function doiId(text: string): PaperId | undefined {
  return doi.read(text.trim())?.id;
}

/** The paper that an address is of, or that a text names by an identifier. */
export function paperIdOf(text: string): PaperId | undefined {
  const trimmed = text.trim();
  for (const scheme of schemes.values()) {
    const identifier = scheme.read(trimmed);
    if (identifier) return identifier.id;
  }
  return undefined;
}

/** A paper's canonical page; `undefined` for a scheme that this version does not know. */
export function addressOf(id: PaperId): string | undefined {
  const colon = id.indexOf(':');
  return schemes.get(id.slice(0, colon))?.address(id.slice(colon + 1));
}

/**
 * `2510.04938` since 2007, `hep-th/9901001` before; a subject class (`math.GT/…`) is not part of the id. More lenient
 * than arXiv on how many digits belong to which year: sites and tests invent numbers, and no number means two papers.
 */
const arxivNumber =
  /^(?:arxiv:\s*)?(?:(\d{2}(?:0[1-9]|1[0-2])\.\d{4,5})|([a-z]+(?:-[a-z]{2,})?)(?:\.[a-z-]{2,})?\/(\d{2}(?:0[1-9]|1[0-2])\d{3}))(?:v([1-9]\d{0,3}))?(?:\s*\[[a-z.-]+\])?$/i;

const arxivFolders = ['abs', 'pdf', 'html', 'format', 'ps', 'e-print', 'src', 'bibtex'];

/** The folders of a host under which arXiv ids stand. */
const arxivHosts = new Map([
  ['arxiv.org', arxivFolders],
  ['xxx.lanl.gov', arxivFolders],
  ['ar5iv.org', arxivFolders],
  ['alphaxiv.org', ['abs', 'pdf', 'html', 'overview']],
  ['scirate.com', ['arxiv']],
  ['papers.cool', ['arxiv']],
  ['huggingface.co', ['papers']],
  ['hf.co', ['papers']],
]);

function readArxiv(text: string): Identifier | undefined {
  if (text.length > maxLength) return undefined;
  return numbered(text) ?? standingIn(text);
}

function numbered(text: string): Identifier | undefined {
  const match = arxivNumber.exec(text);
  if (!match) return undefined;
  const [, number, archive, oldNumber, version] = match;
  const id: PaperId = `arxiv:${number ?? `${archive?.toLowerCase()}/${oldNumber}`}`;
  return version ? { id, version: Number(version) } : { id };
}

function standingIn(address: string): Identifier | undefined {
  const url = urlOf(address);
  if (!url) return undefined;
  if (isDoiHost(url)) return ownDoi(decode(url.pathname.slice(1)));
  const host = url.hostname.endsWith('.arxiv.org') ? 'arxiv.org' : url.hostname.replace(/^www\./, '');
  const [, folder = '', ...rest] = url.pathname.split('/');
  if (!arxivHosts.get(host)?.includes(folder)) return undefined;
  return numbered(decode(rest.join('/')).replace(/(?:\.pdf|\.ps|\.ps\.gz|\/)$/i, ''));
}

/** arXiv gives its papers DOIs of its own. */
function ownDoi(doi: string): Identifier | undefined {
  const value = /^10\.48550\/arxiv\.(.+)$/i.exec(doi)?.[1];
  return value ? numbered(value) : undefined;
}

function readDoi(text: string): Identifier | undefined {
  if (text.length > maxLength) return undefined;
  const url = urlOf(text);
  const written = url && isDoiHost(url) ? decode(url.pathname.slice(1)) : text.replace(/^doi:\s*/i, '');
  const value = withoutPunctuation(written).toLowerCase();
  if (value.length > 400 || !/^10\.\d{4,9}(?:\.\d+)*\/\S+$/.test(value)) return undefined;
  return ownDoi(value) ?? { id: `doi:${value}` };
}

function isDoiHost(url: URL): boolean {
  return /^(?:www\.|dx\.)?doi\.org$/.test(url.hostname);
}

function urlOf(text: string): URL | undefined {
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  return URL.canParse(address) ? new URL(address) : undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function encodePath(value: string): string {
  return value.toWellFormed().split('/').map(encodeURIComponent).join('/');
}

/** In running text a DOI is followed by a full stop, or stands in brackets; brackets are also part of some DOIs. */
function withoutPunctuation(doi: string): string {
  let open = doi.split('(').length - doi.split(')').length;
  let end = doi.length;
  for (; end > 0; end--) {
    const last = doi.charAt(end - 1);
    if (last === ')' && open < 0) open++;
    else if (!'.,;'.includes(last)) break;
  }
  return doi.slice(0, end);
}
