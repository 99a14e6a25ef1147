/** What one paper of a file changes in the library. It writes nothing. */
import { canonical } from '../fingerprint';
import type { WholePaper } from '../formats/whole-paper';
import type { Paper, PaperId } from '../paper';
import type { ImportCounts, PaperRecord } from './db';
import { type Known, namesOf } from './import-known';
import { planHighlights, planMarks } from './import-marks';
import { type Conflict, planNote } from './import-note';
import { planOthers } from './import-others';
import type { Row } from './import-rows';
import { filledIn, keyed, withoutTombstone } from './paper-records';

export type ImportKind = keyof ImportCounts;

/** What a merge changes of a saved paper. */
export type ImportPart =
  | 'details'
  | 'savedAt'
  | 'restored'
  | 'others'
  | 'note'
  | 'status'
  | 'rating'
  | 'tags'
  | 'highlights';

export interface ImportPlan {
  /** The record into which it goes. */
  id: PaperId;
  kind: ImportKind;
  parts: ImportPart[];
  conflict?: Conflict;
  rows: Row[];
  /** The saved papers that its identifiers lead to: if there are several, they may be the same work. */
  owners: PaperId[];
}

/** Into the first paper that any of its identifiers leads to, or as a paper of its own. */
export function planImport(whole: WholePaper, known: Known): ImportPlan {
  const { paper } = whole;
  const { unknown, owners } = known.ownersOf(namesOf(whole));
  const [owner] = owners;
  const id = owner?.id ?? paper.id;
  const record = owner ? changedRecord(owner, whole, unknown) : newRecord(whole);
  const note = whole.note && planNote(id, whole.note, known);
  const marks = planMarks(id, whole, known);
  const highlights = planHighlights(id, whole, known);
  const noteId = known.note(id)?.id ?? note?.rows.find(({ table }) => table === 'notes')?.key;
  const others = planOthers(id, whole, { noteId, unknown: new Set(unknown), known });
  const isDetailed = record !== owner && canonical(record.paper) !== canonical(owner?.paper);
  const parts: [ImportPart, boolean][] = [
    ['restored', owner?.removedAt !== undefined && record.removedAt === undefined],
    ['details', isDetailed || unknown.length > 0],
    ['savedAt', owner !== undefined && record.savedAt < owner.savedAt],
    ['others', others.rows.length > 0],
    ['note', note !== undefined && note.rows.length > 0],
    ['status', marks.parts.includes('status')],
    ['rating', marks.parts.includes('rating')],
    ['tags', marks.parts.includes('tags')],
    ['highlights', highlights.length > 0],
  ];
  const rows: Row[] = [
    ...(record === owner ? [] : [{ table: 'papers', key: id, record } as const]),
    ...unknown.map((alias) => ({ table: 'aliases', key: alias, record: { id: alias, paperId: id } }) as const),
    ...others.rows,
    ...(note?.rows ?? []),
    ...marks.rows,
    ...highlights,
  ];
  const isRemoved = record.removedAt !== undefined;
  return {
    id,
    kind: isRemoved ? 'removed' : !owner ? 'new' : rows.length > 0 ? 'merged' : 'same',
    parts: parts.filter(([, isChanged]) => isChanged).map(([part]) => part),
    ...(note?.conflict && { conflict: note.conflict }),
    rows,
    owners: [...owners.filter(({ removedAt }) => !removedAt).map((each) => each.id), ...others.owners],
  };
}

function newRecord(whole: WholePaper): PaperRecord {
  const { paper, savedAt, removedAt } = whole;
  const more = unknownFields(whole);
  return keyed({ id: paper.id, paper, savedAt, ...(removedAt !== undefined && { removedAt }), ...(more && { more }) });
}

/** What a later version of Papergloss wrote. */
function unknownFields(whole: WholePaper): Record<string, unknown> | undefined {
  const { paper: _1, ids: _2, savedAt: _3, removedAt: _4, others: _5, note: _6, ...rest } = whole;
  const { status: _7, rating: _8, tags: _9, highlights: _10, ...more } = rest;
  return Object.keys(more).length > 0 ? more : undefined;
}

/** The same object where nothing is new. */
function changedRecord(owner: PaperRecord, whole: WholePaper, unknown: PaperId[]): PaperRecord {
  // As `filledIn` leaves it: no aliases are an empty list there.
  const before = filledIn(owner.paper, { id: owner.id, title: owner.paper.title });
  const filled = filledIn(owner.paper, { ...whole.paper, aliases: [...(whole.paper.aliases ?? []), ...unknown] });
  const savedAt = Math.min(owner.savedAt, whole.savedAt);
  const isRestored = owner.removedAt !== undefined && !whole.removedAt && lastChange(whole) > owner.removedAt;
  const fields = unknownFields(whole);
  const more = fields && { ...fields, ...owner.more };
  const isFilled = canonical(before) !== canonical(filled);
  const isMore = more !== undefined && canonical(more) !== canonical(owner.more);
  if (!isFilled && savedAt === owner.savedAt && !isRestored && !isMore) return owner;
  const record = isRestored ? withoutTombstone(owner) : owner;
  return keyed({ ...record, savedAt, ...(isFilled && { paper: filled }), ...(isMore && { more }) });
}

/**
 * When somebody last did something with it. What was removed here stays removed, unless the file has it alive later; and
 * no import removes anything.
 */
function lastChange({ savedAt, note, status, rating, tags = [], highlights = [] }: WholePaper): number {
  const times = [savedAt, note?.updatedAt ?? 0, status?.at ?? 0, rating?.at ?? 0];
  for (const { at, removedAt = 0 } of tags) times.push(at, removedAt);
  for (const { updatedAt } of highlights) times.push(updatedAt);
  return times.reduce((a, b) => Math.max(a, b));
}

/** What says of a paper which one it is, to whom two of them may be the same work. */
export function evidenceOf({ paper, ids }: WholePaper): Paper {
  return {
    ...paper,
    aliases: [...new Set([...(paper.aliases ?? []), ...ids])].filter((id) => id !== paper.id).slice(0, 20),
  };
}
