/** All that is known of one saved paper, for the page that shows it. */
import type { Marks } from '../marks';
import type { Paper, PaperId } from '../paper';
import { db, type NoteRecord, type PaperRecord } from './db';
import { highlightsOf } from './highlights';
import { marksOf } from './marks';
import type { SavedPaper } from './saved-papers';

export interface PaperDetails extends SavedPaper {
  /** Under all of which it is known. */
  ids: PaperId[];
  /** When the user did what, the latest first. */
  history: Deed[];
}

export interface Deed {
  deed: 'saved' | 'noted' | 'noteChanged' | 'status' | 'rating' | 'tagged' | 'highlighted';
  at: number;
  /** The tag, or what was chosen. */
  what?: string;
}

/** A saved paper by any of its identifiers; a merged one as that into which it was merged. */
export async function paperDetails(id: PaperId): Promise<PaperDetails | undefined> {
  const alias = await db.aliases.get(id);
  let record: PaperRecord | undefined = await db.papers.get(alias?.paperId ?? id);
  while (record?.mergedInto) record = await db.papers.get(record.mergedInto);
  if (!record || record.removedAt) return undefined;

  const [note, marks, highlights, ids, others] = await Promise.all([
    db.notes.where('paperId').equals(record.id).first(),
    db.marks.get(record.id),
    highlightsOf([record.id]),
    db.aliases.where('paperId').equals(record.id).primaryKeys(),
    mergedInto(record.id),
  ]);
  const written = note && !note.deletedAt ? note : undefined;
  const said: Marks = marks ? marksOf(marks) : {};
  const times = await db.highlights.where('paperId').equals(record.id).toArray();
  const history: Deed[] = [
    { deed: 'saved', at: record.savedAt },
    ...deedsOfNote(written),
    ...(said.status && marks?.status ? [{ deed: 'status', at: marks.status.at, what: said.status } as const] : []),
    ...(said.rating && marks?.rating
      ? [{ deed: 'rating', at: marks.rating.at, what: String(said.rating) } as const]
      : []),
    ...(marks?.tags ?? [])
      .filter(({ removedAt }) => !removedAt)
      .map(({ name, at }) => ({ deed: 'tagged', at, what: name }) as const),
    ...times
      .filter(({ deletedAt }) => !deletedAt)
      .map(({ createdAt }) => ({ deed: 'highlighted', at: createdAt }) as const),
  ];
  return {
    ...said,
    paper: record.paper,
    savedAt: record.savedAt,
    note: written?.text ?? '',
    highlights: highlights.get(record.id) ?? [],
    others,
    ids: [record.id, ...ids.filter((other) => other !== record.id)],
    history: history.sort((a, b) => b.at - a.at),
  };
}

function deedsOfNote(note: NoteRecord | undefined): Deed[] {
  if (!note) return [];
  const noted: Deed = { deed: 'noted', at: note.createdAt };
  return note.updatedAt > note.createdAt ? [noted, { deed: 'noteChanged', at: note.updatedAt }] : [noted];
}

async function mergedInto(id: PaperId): Promise<Paper[]> {
  const records = await db.papers.where('mergedInto').equals(id).toArray();
  const below = await Promise.all(records.map((record) => mergedInto(record.id)));
  return records.flatMap((record, i) => [record.paper, ...(below[i] ?? [])]);
}
