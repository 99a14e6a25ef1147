/** What is indexed of each paper. Reads, and never writes. */
import Dexie from 'dexie';
import { dayOf, isoOf } from '../day';
import { folded } from '../fold';
import { tagKey } from '../marks';
import type { Paper, PaperId } from '../paper';
import { yearOf } from '../same-work';
import type { SearchDocument, TextField } from '../search/document';
import { valueKey } from '../search/value-key';
import { t } from '../text';
import { venueName } from '../venue';
import { db, type PaperRecord } from './db';
import { highlightsOf } from './highlights';
import { marksOf } from './marks';
import type { Parts } from './saved-papers';

/** A paper to be indexed. */
export interface PaperDocument {
  paperId: PaperId;
  savedAt: number;
  title: string;
  /** Days since 1970. */
  published: number;
  rating: number;
  parts: Parts;
  document: SearchDocument;
}

/** The papers under which these are shown, each once: a merged one is a part of another; a removed one is not shown. */
export async function shownRecords(ids: PaperId[]): Promise<PaperRecord[]> {
  const shown = new Set((await shownAs(ids)).values());
  return [...shown].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Under which paper each of these is shown, if it is. */
export async function shownAs(ids: PaperId[]): Promise<Map<PaperId, PaperRecord>> {
  const known = new Map<PaperId, PaperRecord>();
  let next: PaperId[] = ids;
  while (next.length > 0) {
    const records = (await db.papers.bulkGet([...new Set(next)])).filter((record) => record !== undefined);
    for (const record of records) known.set(record.id, record);
    next = records.flatMap(({ mergedInto }) => (mergedInto && !known.has(mergedInto) ? mergedInto : []));
  }
  const shown = new Map<PaperId, PaperRecord>();
  for (const id of ids) {
    let record = known.get(id);
    while (record?.mergedInto) record = known.get(record.mergedInto);
    if (record && !record.removedAt) shown.set(id, record);
  }
  return shown;
}

/** Asks for each at once: `anyOf` would wait for one before it asks for the next. */
export function all<Id, Found>(ids: Id[], ask: (id: Id) => PromiseLike<Found[]>): PromiseLike<Found[]> {
  return Dexie.Promise.all(ids.map(ask)).then((found) => found.flat());
}

/** The papers that were merged into each of these, directly or not. */
export async function mergedInto(ids: PaperId[]): Promise<Map<PaperId, Paper[]>> {
  const found = new Map<PaperId, Paper[]>();
  const rootOf = new Map(ids.map((id) => [id, id]));
  let next = ids;
  while (next.length > 0) {
    const records = await all(next, (id) => db.papers.where('mergedInto').equals(id).toArray());
    for (const { id, paper, mergedInto = id } of records) {
      const root = rootOf.get(mergedInto) ?? mergedInto;
      rootOf.set(id, root);
      found.set(root, [...(found.get(root) ?? []), paper]);
    }
    next = records.map(({ id }) => id);
  }
  return found;
}

/** The notes of these papers. */
export function notesOf(ids: PaperId[]): PromiseLike<Map<PaperId, string>> {
  return all(ids, (id) => db.notes.where('paperId').equals(id).toArray()).then(
    (notes) => new Map(notes.filter(({ deletedAt }) => !deletedAt).map(({ paperId, text }) => [paperId, text])),
  );
}

/** What is indexed of papers that are shown. */
export async function documentsOf(records: PaperRecord[]): Promise<PaperDocument[]> {
  const ids = records.map(({ id }) => id);
  const [notes, marks, highlights] = await Dexie.Promise.all([notesOf(ids), db.marks.bulkGet(ids), highlightsOf(ids)]);
  const others = await mergedInto(ids);
  return records.map(({ id, paper, savedAt }, i) => {
    const readAt = marks[i]?.status?.value === 'read' ? marks[i].status.at : undefined;
    const { status, rating, tags = [] } = marks[i] ? marksOf(marks[i]) : {};
    const note = notes.get(id) ?? '';
    const passages = highlights.get(id) ?? [];
    const papers = [paper, ...(others.get(id) ?? [])];
    const texts: SearchDocument['texts'] = papers.flatMap(textsOf);
    for (const tag of tags) texts.push(['tag', tag]);
    if (status) texts.push(['other', t(`marks.status.${status}`)]);
    if (note) texts.push(['note', note]);
    for (const { quote, comment } of passages) texts.push(['highlight', [quote.exact, comment].join('\n')]);
    const values = papers.flatMap(valuesOf);
    const add = (field: 'tag' | 'status' | 'rating' | 'read' | 'has', key: string, shown: string) =>
      values.push({ field, key, shown });
    for (const tag of tags) add('tag', valueKey(tagKey(tag)), tag);
    if (status) add('status', status, '');
    if (readAt !== undefined) add('read', isoOf(dayOf(readAt)), '');
    if (rating) add('rating', String(rating), '');
    const has = {
      note,
      highlight: passages.length,
      tag: tags.length,
      status,
      rating,
      abstract: papers.some(hasAbstract),
    };
    for (const [key, value] of Object.entries(has)) if (value) add('has', key, '');
    return {
      paperId: id,
      savedAt,
      title: titleSorted(paper.title),
      published: dayPublished(paper),
      rating: rating ?? 0,
      parts: {
        others: papers.length > 1,
        note: note !== '',
        marks: marks[i] !== undefined,
        highlights: passages.length > 0,
      },
      document: { texts, values },
    };
  });
}

function hasAbstract({ abstract }: Paper): boolean {
  return Boolean(abstract);
}

function textsOf(paper: Paper): SearchDocument['texts'] {
  const { id, aliases = [], title, authors = [], organization, abstract, subjects = [], comments, seen } = paper;
  const texts: [TextField, string | undefined][] = [
    ['title', title],
    ...authors.map((author): [TextField, string] => ['author', author]),
    ['venue', paper.venue],
    ['venue', paper.journalRef],
    ['abstract', abstract],
    ['other', organization],
    ...subjects.map((subject): [TextField, string] => ['other', subject]),
    ['other', comments],
    ['other', seen?.site],
    ['other', seen?.list],
    ...[id, ...aliases].map((each): [TextField, string] => ['other', each.replace(':', ' ')]),
  ];
  return texts.filter((text): text is [TextField, string] => Boolean(text[1]));
}

function valuesOf(paper: Paper): SearchDocument['values'] {
  const { authors = [], venue, seen } = paper;
  const values: SearchDocument['values'] = authors.map((name) => ({
    field: 'author',
    key: valueKey(name),
    shown: name,
  }));
  const name = venue && venueName(venue);
  if (name) values.push({ field: 'venue', key: valueKey(name), shown: name });
  if (seen) values.push({ field: 'site', key: valueKey(seen.site), shown: seen.site });
  if (seen) values.push({ field: 'host', key: new URL(seen.url).hostname.replace(/^www\./, ''), shown: '' });
  const year = yearOf(paper);
  if (year !== undefined) values.push({ field: 'year', key: String(year), shown: '' });
  return values;
}

/** Without marks at its beginning: quotation marks say nothing of where a title belongs. */
export function titleSorted(title: string): string {
  return folded(title)
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .slice(0, 200);
}

function dayPublished(paper: Paper): number {
  const [year = yearOf(paper), month = 1, day = 1] = (paper.published ?? paper.updated ?? '')
    .slice(0, 10)
    .split('-')
    .filter(Boolean)
    .map(Number);
  return year === undefined ? 0 : Math.floor(Date.UTC(year, month - 1, day) / 86_400_000);
}
