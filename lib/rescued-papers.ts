/** Papers, whole, from the rows of a database of whatever version. What cannot be understood is left over, as it is. */
import { Hidden, KeptApart, OtherPaper, WholePaper } from './formats/whole-paper';
import type { MergeRecord, NoteVersionRecord } from './library/db';
import { wholeMerge } from './library/whole-words';

/** What each store holds. */
export type Rows = Record<string, unknown[]>;

type Row = Record<string, unknown>;

export interface RescuedPapers {
  papers: WholePaper[];
  hidden: Hidden[];
  keptApart: KeptApart[];
  left: Rows;
}

export function wholeFromRows(stores: Rows): RescuedPapers {
  const { papers = [], notes, noteVersions, aliases, marks, highlights, merges, hidden, suggestions, ...left } = stores;
  const notesOf = by(notes, 'paperId');
  const versionsOf = by(noteVersions, 'noteId');
  const aliasesOf = by(aliases, 'paperId');
  const marksOf = by(marks, 'paperId');
  const highlightsOf = by(highlights, 'paperId');
  const mergesOf = by(merges, 'from');
  const mergedInto = by(papers, 'mergedInto');

  const othersOf = (id: unknown, root: unknown, met: Set<unknown>): Row[] =>
    (mergedInto.get(id) ?? [])
      .filter((row) => !met.has(row.id) && met.add(row.id))
      .flatMap((row) => {
        const merge = mergesOf.get(row.id)?.find(({ splitAt }) => splitAt === undefined);
        const ids = merge?.aliases ?? [row.id];
        const mergedAt = merge?.mergedAt ?? row.savedAt;
        const other = { paper: row.paper, ids, savedAt: row.savedAt, mergedAt, ...(id !== root && { into: id }) };
        return [withMerge(other, merge, versionsOf), ...othersOf(row.id, root, met)];
      });

  const found: WholePaper[] = [];
  const unread: unknown[] = [];
  for (const row of rowsIn(papers)) {
    if (row.mergedInto !== undefined) continue;
    const [note] = (notesOf.get(row.id) ?? []).sort((a, b) => Number('deletedAt' in a) - Number('deletedAt' in b));
    const versions = versionsOf.get(note?.id)?.map(without('noteId'));
    const [mark] = marksOf.get(row.id) ?? [];
    const others = othersOf(row.id, row.id, new Set([row.id]));
    const passages = highlightsOf.get(row.id)?.map(without('paperId'));
    const whole: Row = {
      paper: row.paper,
      ids: [...new Set([row.id, ...(aliasesOf.get(row.id) ?? []).map(({ id }) => id)])],
      savedAt: row.savedAt,
      ...(row.removedAt !== undefined && { removedAt: row.removedAt }),
      ...(others.length > 0 && { others }),
      ...(note && { note: { ...without('paperId')(note), ...(versions && { versions }) } }),
      ...(mark?.status !== undefined && { status: mark.status }),
      ...(mark?.rating !== undefined && { rating: mark.rating }),
      ...(mark?.tags !== undefined && { tags: mark.tags }),
      ...(passages && { highlights: passages }),
    };
    const { data } = WholePaper.safeParse(whole);
    if (data) found.push(data);
    else unread.push(whole);
  }
  const apart = rowsIn(suggestions)
    .filter(({ keptApartAt }) => keptApartAt !== undefined)
    .map(({ papers, keptApartAt }) => ({ papers, at: keptApartAt }));
  return {
    papers: found,
    hidden: parsed(rowsIn(hidden), Hidden.safeParse),
    keptApart: parsed(apart, KeptApart.safeParse),
    left: { ...left, ...(unread.length > 0 && { papers: unread }) },
  };
}

/** With what splitting needs, where that can be read. */
function withMerge(other: Row, merge: Row | undefined, versionsOf: Map<unknown, Row[]>): Row {
  if (!merge) return other;
  try {
    const record = merge as unknown as MergeRecord;
    const versions = versionsOf.get(record.notes.from?.id) as NoteVersionRecord[] | undefined;
    const whole = { ...other, ...wholeMerge(record, versions ?? []) };
    return OtherPaper.safeParse(whole).success ? whole : other;
  } catch {
    return other; // It is a merge of another version.
  }
}

function rowsIn(store: unknown[] = []): Row[] {
  return store.filter((row): row is Row => typeof row === 'object' && row !== null);
}

function by(store: unknown[] | undefined, field: string): Map<unknown, Row[]> {
  return Map.groupBy(rowsIn(store), (row) => row[field]);
}

function without(field: string) {
  return ({ [field]: _, ...rest }: Row): Row => rest;
}

function parsed<Value>(rows: Row[], parse: (row: unknown) => { data?: Value | undefined }): Value[] {
  return rows.map((row) => parse(row).data).filter((data) => data !== undefined);
}
