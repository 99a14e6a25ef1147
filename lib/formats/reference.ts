/** What formats for references say of a paper: between a saved paper and BibTeX, RIS, CSL-JSON and the like. */
import { addressOf, paperIdOf, rankOf, webId } from '../identity';
import type { Rating, Status } from '../marks';
import type { Paper, PaperId } from '../paper';
import { type HighlightText, highlightTextsOf } from './highlight-text';
import { type Kind, kindOf } from './kinds';
import { uuidOf } from './uuid-of';
import type { WholePaper } from './whole-paper';

export interface Reference {
  kind: Kind;
  title: string;
  /** As pages write them. */
  authors?: string[] | undefined;
  organization?: string | undefined;
  /** `2024`, `2024-07` or `2024-07-31`. */
  date?: string | undefined;
  venue?: string | undefined;
  /** More precisely, where it is also said less so. */
  journalRef?: string | undefined;
  abstract?: string | undefined;
  /** The authors' remark. */
  comments?: string | undefined;
  /** Without a scheme. */
  doi?: string | undefined;
  arxiv?: string | undefined;
  primaryClass?: string | undefined;
  version?: number | undefined;
  url?: string | undefined;
  pdf?: string | undefined;
  /** All of them, its own first. */
  ids: PaperId[];
  savedAt: number;
  tags: string[];
  note?: string | undefined;
  status?: Status | undefined;
  rating?: Rating | undefined;
  highlights: HighlightText[];
}

/** Those that are in the library: without those in the trash. */
export function presentOnes(papers: Iterable<WholePaper>): WholePaper[] {
  return [...papers].filter(({ removedAt }) => !removedAt);
}

/** A saved paper as a reference: what pages said of all its identities, and what the user said. */
export function referenceOf(whole: WholePaper): Reference {
  const { paper, others = [], ids } = whole;
  const papers: Paper[] = [paper, ...others.map((other) => other.paper)];
  const first = <Key extends keyof Paper>(key: Key) => papers.find((each) => each[key] !== undefined)?.[key];
  const venue = first('venue');
  const journalRef = first('journalRef');
  const date = first('published') ?? first('updated');
  const subject = first('subjects')?.find((each) => /^[a-z-]+(?:\.[A-Za-z-]+)?$/.test(each));
  const arxiv = valueIn('arxiv', ids);
  return {
    kind: kindOf(ids, venue ?? journalRef),
    title: paper.title,
    authors: first('authors'),
    organization: first('organization'),
    date: date?.slice(0, 10),
    venue: venue ?? journalRef,
    journalRef: venue && journalRef,
    abstract: first('abstract'),
    comments: first('comments'),
    doi: valueIn('doi', ids),
    arxiv,
    primaryClass: arxiv && subject,
    version: paper.version,
    url: paper.links?.abstract ?? ids.map(addressOf).find((address) => address !== undefined),
    pdf: papers.find(({ links }) => links?.pdf)?.links?.pdf,
    ids,
    savedAt: whole.savedAt,
    tags: (whole.tags ?? []).filter(({ removedAt }) => !removedAt).map(({ name }) => name),
    note: whole.note && !whole.note.deletedAt && whole.note.text.trim() ? whole.note.text : undefined,
    status: whole.status?.value,
    rating: whole.rating?.value,
    highlights: highlightTextsOf(whole),
  };
}

/** The address under which a paper is found. */
export function addressFor({
  doi,
  arxiv,
  url,
  ids,
}: Pick<Reference, 'doi' | 'arxiv' | 'url' | 'ids'>): string | undefined {
  return doi ? addressOf(`doi:${doi}`) : arxiv ? addressOf(`arxiv:${arxiv}`) : (url ?? addressOf(ids[0] ?? 'web:'));
}

interface Identifying extends Partial<Pick<Reference, 'arxiv' | 'doi' | 'url' | 'title' | 'authors' | 'date'>> {
  /** Further identifiers and addresses, as they are written. */
  alsoAt?: string[] | undefined;
}

/** The identifiers that follow from the other fields, the most telling first. At least one. */
export function derivedIds({
  arxiv,
  doi,
  url,
  alsoAt = [],
  title = '',
  authors = [],
  date = '',
}: Identifying): PaperId[] {
  const written = [arxiv && `arxiv:${arxiv}`, doi && `doi:${doi}`, url, ...alsoAt];
  const found = written.flatMap((text) => (text ? (paperIdOf(text) ?? []) : []));
  if (found.length > 0) return [...new Set(found)].sort((a, b) => rankOf(a) - rankOf(b));
  const web = url && webId(url);
  // Nobody gave it an identifier. The same entry read again is the same paper; nothing else is.
  return [web || `entry:${uuidOf([title, ...authors, date.slice(0, 4)].join('\n').toLowerCase())}`];
}

/** All identifiers, in a text, if they are others than those that follow from the fields. */
export function writtenIds(reference: Reference): string | undefined {
  const isSame = derivedIds(reference).join(' ') === reference.ids.join(' ');
  return isSame ? undefined : reference.ids.map((id) => id.replace(/[\s%{}\\,;]|[^!-~]/gu, encoded)).join(' ');
}

/** The identifiers in such a text. */
export function readIds(text: string): PaperId[] {
  return text.split(/\s+/).flatMap((word) => {
    const id = decodedId(word);
    return id && /^[a-z0-9]+:[\s\S]{1,500}$/.test(id) ? [id as PaperId] : [];
  });
}

function decodedId(word: string): string | undefined {
  return /^(?:[^%]|%[\dA-F]{2})+$/i.test(word) && isUri(word) ? decodeURIComponent(word) : undefined;
}

function isUri(word: string): boolean {
  try {
    return decodeURIComponent(word) !== '';
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}

function encoded(letter: string): string {
  return encodeURIComponent(letter.toWellFormed()).replace(
    /^[^%]$/,
    (plain) => `%${plain.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function valueIn(scheme: string, ids: PaperId[]): string | undefined {
  return ids.find((id) => id.startsWith(`${scheme}:`))?.slice(scheme.length + 1);
}
