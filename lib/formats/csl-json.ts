/** CSL-JSON: what citation processors read, and Zotero writes. */
import { z } from 'zod';
import { ratings, statuses } from '../marks';
import { PaperId } from '../paper';
import { citationKeys } from './citation-key';
import { isRecord, type JsonRead, tame } from './json';
import type { Kind } from './kinds';
import { type Name, nameOf, shownName } from './names';
import { beginningOf, type Problem, type Read } from './problems';
import { presentOnes, type Reference, referenceOf, writtenIds } from './reference';
import { type Found, Gathered } from './reference-paper';
import type { WholePaper } from './whole-paper';

export interface CslItem {
  id: string;
  type: string;
  [variable: string]: unknown;
}

const types: Record<Kind, string> = {
  preprint: 'article',
  conference: 'paper-conference',
  journal: 'article-journal',
  other: 'document',
};

/** The file in pieces: a line for each paper. */
export function* writeCslJson(papers: WholePaper[], keys?: Map<PaperId, string>): Generator<string> {
  const present = presentOnes(papers);
  const known = keys ?? citationKeys(present);
  let separator = '[\n';
  for (const whole of present) {
    yield separator + JSON.stringify(cslItem(referenceOf(whole), known.get(whole.paper.id) ?? 'paper'));
    separator = ',\n';
  }
  yield present.length > 0 ? '\n]\n' : '[]\n';
}

/** One paper. What CSL has no variable for is in `custom`, where CSL wants such things. */
export function cslItem(reference: Reference, key: string): CslItem {
  const { kind, authors, date, arxiv, tags, highlights } = reference;
  const ids = writtenIds(reference) && reference.ids;
  const own = {
    savedAt: reference.savedAt,
    ids,
    organization: reference.organization,
    journalRef: reference.journalRef,
    comments: reference.comments,
    primaryClass: reference.primaryClass,
    version: reference.version,
    pdf: reference.pdf,
    tags: tags.some((tag) => /[,;]/.test(tag)) ? tags : undefined,
    status: reference.status,
    rating: reference.rating,
    highlights: highlights.length > 0 ? highlights : undefined,
  };
  return {
    id: key,
    type: types[kind],
    ...(kind === 'preprint' && { genre: 'preprint' }),
    title: reference.title,
    ...(authors && { author: authors.map((author) => cslName(nameOf(author))) }),
    ...(date && { issued: { 'date-parts': [date.split('-').map(Number)] } }),
    ...(reference.venue && { 'container-title': reference.venue }),
    ...(kind === 'preprint' && arxiv && { publisher: 'arXiv' }),
    ...(arxiv && { number: `arXiv:${arxiv}` }),
    ...(reference.abstract && { abstract: reference.abstract }),
    ...(reference.doi && { DOI: reference.doi }),
    ...(reference.url && { URL: reference.url }),
    ...(tags.length > 0 && { keyword: tags.join(', ') }),
    ...(reference.note && { note: reference.note }),
    custom: { papergloss: own },
  };
}

function cslName(name: Name): Record<string, string> {
  if ('literal' in name) return { literal: name.literal };
  const { family, given, particle, suffix } = name;
  return {
    family,
    ...(given && { given }),
    ...(particle && { 'non-dropping-particle': particle }),
    ...(suffix && { suffix }),
  };
}

/** Whether JSON is CSL-JSON: a list of things with types, or one. */
export function isCslJson(value: unknown): boolean {
  return itemsOf(value).some(
    (item) => isRecord(item) && typeof item.type === 'string' && typeof item.title === 'string',
  );
}

/** All papers of a file. */
export function papersOfCsl({ value, problems }: JsonRead, now: number): Read {
  const gathered = new Gathered(now);
  const broken: Problem[] = [...problems];
  for (const item of itemsOf(value)) {
    if (!tame(item))
      broken.push({ problem: 'tooDeep', text: beginningOf(isRecord(item) ? (text(item.title) ?? '') : '') });
    else if (isRecord(item)) gathered.add(foundIn(item));
    else broken.push({ problem: 'badEntry', text: beginningOf(String(item)) });
  }
  return { papers: gathered.papers, problems: [...broken, ...gathered.problems] };
}

function itemsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  if (isRecord(value) && Array.isArray(value.items)) return value.items;
  return isRecord(value) ? [value] : [];
}

const maybe = <Value extends z.ZodType>(value: Value) => value.optional().catch(undefined);

/** What Papergloss wrote; what is not as it wrote it is left out. */
const Own = z.object({
  savedAt: maybe(z.number().nonnegative().max(8.64e15)),
  ids: maybe(z.array(PaperId)),
  organization: maybe(z.string()),
  journalRef: maybe(z.string()),
  comments: maybe(z.string()),
  primaryClass: maybe(z.string()),
  version: maybe(z.int()),
  pdf: maybe(z.string()),
  tags: maybe(z.array(z.string())),
  status: maybe(z.enum(statuses)),
  rating: maybe(z.literal(ratings)),
  highlights: maybe(z.array(z.object({ exact: z.string(), comment: maybe(z.string()) }))),
});

function foundIn(item: Record<string, unknown>): Found {
  const { custom } = item;
  const written = isRecord(custom) ? custom.papergloss : undefined;
  const { savedAt, tags, ids, ...own } = Own.parse(isRecord(written) ? written : {});
  const { note, alsoAt } = written ? { note: text(item.note), alsoAt: [] } : extraOf(text(item.note) ?? '');
  const number = /^arxiv:\s*(\S+)/i.exec(text(item.number) ?? text(item.archive_location) ?? '')?.[1];
  const venue = text(item['container-title']);
  const pages = text(item.page);
  const volume = text(item.volume);
  const place =
    venue && (volume || pages) ? `${venue}${volume ? ` ${volume}` : ''}${pages ? `, ${pages}` : ''}` : undefined;
  return {
    ...own,
    journalRef: own.journalRef ?? place,
    title: text(item.title)?.replace(/<\/?(?:i|b|sub|sup|span|sc)\b[^<>]{0,100}>/g, written ? '$&' : ''),
    authors: namesIn(item.author),
    date: dateIn(item.issued),
    venue: venue ?? text(item['event-title']) ?? text(item.event),
    abstract: text(item.abstract),
    doi: text(item.DOI),
    arxiv: number,
    url: text(item.URL),
    alsoAt: [
      ...alsoAt,
      ...(text(item.PMID) ? [`pmid:${text(item.PMID)}`] : []),
      ...(text(item.PMCID) ? [text(item.PMCID) ?? ''] : []),
    ],
    ...(ids?.length && { ids }),
    ...(savedAt !== undefined && { savedAt }),
    tags: tags ?? (text(item.keyword) ?? '').split(/[,;]/),
    note: [text(item.annote), note].filter(Boolean).join('\n\n'),
    highlights: own.highlights ?? [],
  };
}

/** What Zotero calls “Extra”, and writes as the note: some of its lines are fields. */
function extraOf(note: string): { note: string; alsoAt: string[] } {
  const alsoAt: string[] = [];
  const lines = note.split(/\r\n|\r|\n/).filter((line) => {
    const [, name = '', value = ''] =
      /^(arXiv|DOI|PMID|PMCID|URL|Citation Key|ADS Bibcode|ISSN|ISBN|Issue|Publisher|Version|_eprint|type):\s*(.*)$/i.exec(
        line,
      ) ?? [];
    if (/^(?:arxiv|pmid|doi)$/i.test(name)) alsoAt.push(`${name}:${value.split(' ')[0]}`);
    else if (/^(?:pmcid|url)$/i.test(name)) alsoAt.push(value);
    return name === '';
  });
  return { note: lines.join('\n').trim(), alsoAt };
}

function namesIn(authors: unknown): string[] | undefined {
  if (!Array.isArray(authors)) return undefined;
  return authors.filter(isRecord).map((name) => {
    const particle = [text(name['dropping-particle']), text(name['non-dropping-particle'])].filter(Boolean).join(' ');
    const family = text(name.family);
    if (!family) return text(name.literal) ?? text(name.given) ?? '';
    return shownName({ family, given: text(name.given), particle, suffix: text(name.suffix) });
  });
}

function dateIn(issued: unknown): string | undefined {
  if (!isRecord(issued)) return undefined;
  const parts: unknown = Array.isArray(issued['date-parts']) ? issued['date-parts'][0] : undefined;
  return Array.isArray(parts)
    ? parts.map((part) => String(part)).join('-')
    : (text(issued.raw) ?? text(issued.literal));
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() || undefined : undefined;
}
