/** Papers of a file that were merged into another one: they are again, and can be split again. It writes nothing. */
import type { OtherPaper, WholePaper } from '../formats/whole-paper';
import type { PaperId } from '../paper';
import type { MarksRecord, MergeRecord, NoteRecord, PaperRecord } from './db';
import { Known, namesOf } from './import-known';
import { type MarkedPaper, planMarks } from './import-marks';
import { planNote } from './import-note';
import type { Row } from './import-rows';
import { keyed } from './paper-records';

interface Into {
  /** The note of the paper into which they go, after the import. */
  noteId: string | undefined;
  /** Its identifiers that are new here. */
  unknown: Set<PaperId>;
  known: Known;
}

/** The same work under other identities, unless they belong to another saved paper: that is for the user to decide. */
export function planOthers(id: PaperId, { others = [] }: WholePaper, { noteId, unknown, known }: Into) {
  const rows: Row[] = [];
  const owners: PaperId[] = [];
  /** The papers into which others may be merged, and their notes. */
  const noteIds = new Map([[id, noteId]]);
  for (const other of others) {
    const { paper, savedAt, mergedAt, highlights } = other;
    const named = namesOf(other);
    const found = known.ownersOf(named);
    const strangers = found.owners.filter((owner) => owner.id !== id);
    owners.push(...strangers.filter(({ removedAt }) => !removedAt).map((owner) => owner.id));
    if (strangers.length > 0 || noteIds.has(paper.id) || known.record(paper.id)) continue;
    const into = other.into !== undefined && noteIds.has(other.into) ? other.into : id;
    const more = unknownFields(other);
    const record: PaperRecord = { id: paper.id, paper, savedAt, mergedInto: into, ...(more && { more }) };
    const said = planSaid(other, new Set(noteIds.values()), known);
    const merge: MergeRecord = {
      id: crypto.randomUUID(),
      into,
      from: paper.id,
      mergedAt,
      aliases: named.filter((alias) => alias !== id),
      notes: mergedNotes(other, said.note, { paperId: into, noteId: noteIds.get(into) }),
      ...mergedMarks(other, into),
      ...(highlights && { highlights }),
    };
    noteIds.set(paper.id, said.note?.id);
    const missing = found.unknown.filter((alias) => !unknown.has(alias));
    rows.push(
      { table: 'papers', key: paper.id, record: keyed(record) },
      { table: 'merges', key: merge.id, record: merge },
      ...missing.map((alias): Row => ({ table: 'aliases', key: alias, record: { id: alias, paperId: id } })),
      ...said.rows,
    );
  }
  return { rows, owners };
}

/** What a later version of Papergloss wrote. */
function unknownFields(other: OtherPaper): Record<string, unknown> | undefined {
  const { paper: _1, ids: _2, savedAt: _3, mergedAt: _4, into: _5, note: _6, status: _7, ...rest } = other;
  const { rating: _8, tags: _9, highlights: _10, before: _11, after: _12, ...more } = rest;
  return Object.keys(more).length > 0 ? more : undefined;
}

/** What was said of it alone lies below the merge: its marks, and its note as one that was taken away then. */
function planSaid({ paper, mergedAt, ...said }: OtherPaper, taken: Set<string | undefined>, known: Known) {
  const own = said.note && (taken.has(said.note.id) ? { ...said.note, id: crypto.randomUUID() } : said.note);
  const rows = own ? planNote(paper.id, own, known).rows : [];
  const note = rows.find(({ table }) => table === 'notes')?.record as NoteRecord | undefined;
  const putAway = (row: Row): Row => {
    if (row.record !== note || !note || note.deletedAt !== undefined) return row;
    const at = Math.max(mergedAt, note.updatedAt);
    return { ...row, record: { ...note, updatedAt: at, deletedAt: at } };
  };
  return { note, rows: [...rows.map(putAway), ...planMarks(paper.id, said, known).rows] };
}

/** `into`: the paper into which it was merged, and the note that it has here. */
function mergedNotes(
  { before, after }: OtherPaper,
  from: NoteRecord | undefined,
  { paperId, noteId }: { paperId: PaperId; noteId: string | undefined },
): MergeRecord['notes'] {
  if (!from) return {};
  if (after?.text === undefined) return { from };
  if (!before?.note) return { from, text: after.text };
  const { versions: _, ...note } = before.note;
  return { into: { ...note, id: noteId ?? note.id, paperId } as NoteRecord, from, text: after.text };
}

function mergedMarks(other: OtherPaper, paperId: PaperId): Pick<MergeRecord, 'marks'> {
  const from = marksOf(other.paper.id, other);
  const into = marksOf(paperId, other.before);
  const both = marksOf(paperId, other.after);
  return from ? { marks: { ...(into && { into }), from, ...(both && { both }) } } : {};
}

/** As nobody has marked it here. */
function marksOf(paperId: PaperId, marked: MarkedPaper = {}): MarksRecord | undefined {
  return planMarks(paperId, marked, new Known()).rows[0]?.record as MarksRecord | undefined;
}
