/**
 * What the library page lists: the saved papers that a query asks for, and what can be asked for further. Today it looks
 * at all papers each time.
 */
import { folded } from '../fold';
import type { Sort } from '../library-place';
import type { Marks } from '../marks';
import type { Paper, PaperId } from '../paper';
import { type FacetField, facetFields, type Term, termsOf } from '../query-text';
import { yearOf } from '../same-work';
import { t } from '../text';
import { db } from './db';
import { highlightsOf } from './highlights';
import { marksOf } from './marks';
import type { SavedPaper } from './queries';

export interface Wanted {
  offset: number;
  limit: number;
  sort: Sort;
}

/** A value of a field, and how many of the papers that were found have it. */
export interface Facet {
  value: string;
  papers: number;
}
export type Facets = Record<FacetField, Facet[]>;

/** Some of the papers that a query finds, in order, and how many it finds. */
export async function shelf(query: string, { offset, limit, sort }: Wanted) {
  const found = sorted(await scan(query), sort);
  const shown = found.slice(offset, offset + limit);
  const highlights = await highlightsOf(shown.map(({ id }) => id));
  const papers = shown.map(
    ({ id, paper, savedAt, note, marks, others }): SavedPaper => ({
      ...marks,
      paper,
      savedAt,
      note,
      others,
      highlights: highlights.get(id) ?? [],
    }),
  );
  return { papers, total: found.length };
}

/** The ids of all papers that a query finds, in order. */
export async function shelfIds(query: string, sort: Sort): Promise<PaperId[]> {
  return sorted(await scan(query), sort).map(({ id }) => id);
}

/** What the papers that a query finds have, field by field, the most frequent first. */
export async function shelfFacets(query: string): Promise<Facets> {
  const found = await scan(query);
  const count = (field: FacetField): Facet[] => {
    const counts = new Map<string, Facet>();
    for (const row of found) {
      for (const value of new Set(valuesOf(row, field))) {
        const facet = counts.get(folded(value)) ?? { value, papers: 0 };
        counts.set(folded(value), { ...facet, papers: facet.papers + 1 });
      }
    }
    const byValue = field === 'year' || field === 'rating';
    return [...counts.values()].sort((a, b) =>
      byValue ? b.value.localeCompare(a.value) : b.papers - a.papers || a.value.localeCompare(b.value),
    );
  };
  return Object.fromEntries(facetFields.map((field) => [field, count(field)])) as Facets;
}

interface Row {
  id: PaperId;
  paper: Paper;
  savedAt: number;
  note: string;
  marks: Marks;
  others: Paper[];
}

async function scan(query: string): Promise<Row[]> {
  const [records, notes, marks] = await Promise.all([db.papers.toArray(), db.notes.toArray(), db.marks.toArray()]);
  const noteOf = new Map(notes.filter(({ deletedAt }) => !deletedAt).map((note) => [note.paperId, note]));
  const marksAt = new Map(marks.map((record) => [record.paperId, record]));
  const merged = Map.groupBy(records, ({ mergedInto }) => mergedInto);
  const othersOf = (id: PaperId): Paper[] =>
    (merged.get(id) ?? []).flatMap((record) => [record.paper, ...othersOf(record.id)]);
  const terms = termsOf(query);
  const rows = (merged.get(undefined) ?? [])
    .filter(({ removedAt }) => !removedAt)
    .map(({ id, paper, savedAt }): Row => {
      const [note, marked] = [noteOf.get(id), marksAt.get(id)];
      return {
        id,
        paper,
        savedAt,
        note: note?.text ?? '',
        marks: marked ? marksOf(marked) : {},
        others: othersOf(id),
      };
    });
  return rows.filter((row) => terms.every((term) => matches(row, term) !== term.isNot));
}

function sorted(rows: Row[], sort: Sort): Row[] {
  const orders: Record<Sort, (a: Row, b: Row) => number> = {
    relevance: () => 0,
    saved: () => 0,
    published: (a, b) => dateOf(b.paper).localeCompare(dateOf(a.paper)),
    title: (a, b) => a.paper.title.localeCompare(b.paper.title),
    rating: (a, b) => (b.marks.rating ?? 0) - (a.marks.rating ?? 0),
  };
  return rows.sort((a, b) => orders[sort](a, b) || b.savedAt - a.savedAt);
}

function matches(row: Row, { field, value }: Term): boolean {
  const isField = facetFields.some((each) => each === field);
  const wanted = folded(value);
  if (!isField) return folded(textOf(row)).includes(folded(field ? `${field}:${value}` : value));
  const values = valuesOf(row, field as FacetField).map(folded);
  const [, from, to] = /^(\d*)\.\.(\d*)$/.exec(wanted) ?? [];
  if (from === undefined || to === undefined) return values.some((each) => each.includes(wanted));
  return values.some((each) => each >= from && (to === '' || each <= to));
}

function valuesOf({ paper, note, marks, others }: Row, field: FacetField): string[] {
  const papers = [paper, ...others];
  const { status, rating, tags = [] } = marks;
  const values: Record<FacetField, (string | undefined | false)[]> = {
    status: [status],
    tag: tags,
    year: papers.map((each) => yearOf(each)?.toString()),
    site: papers.map(({ seen }) => seen?.site),
    venue: papers.map(({ venue }) => venue),
    author: papers.flatMap(({ authors = [] }) => authors),
    rating: [rating && String(rating)],
    has: [note !== '' && 'note', tags.length > 0 && 'tag', status && 'status', rating && 'rating'],
  };
  return values[field].filter((value) => typeof value === 'string');
}

function textOf({ paper, note, marks: { status, tags = [] }, others }: Row): string {
  const said = [paper, ...others].flatMap((each) => {
    const { title, authors = [], organization, abstract, subjects = [], comments, venue, journalRef, seen } = each;
    const where = [comments, venue, journalRef, seen?.site, seen?.list];
    return [title, ...authors, organization, abstract, ...subjects, ...where, each.id, ...(each.aliases ?? [])];
  });
  return [...said, note, status && t(`marks.status.${status}`), ...tags].join('\n');
}

function dateOf({ published, updated }: Paper): string {
  return published ?? updated ?? '';
}
