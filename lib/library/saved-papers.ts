/** Saved papers, as lists show them. */
import Dexie from 'dexie';
import type { Marks } from '../marks';
import type { Paper } from '../paper';
import type { Highlight } from '../quote';
import { db, type PaperRecord } from './db';
import { highlightsOf } from './highlights';
import { marksOf } from './marks';
import { mergedInto, notesOf } from './search-documents';

/** A saved paper, as a list shows it. */
export interface SavedPaper extends Marks {
  paper: Paper;
  savedAt: number;
  note: string;
  /** The oldest first. */
  highlights: Highlight[];
  /** The same work under other identities, merged into this one. */
  others: Paper[];
}

/** What a page said of these papers, and what the user says of them. */
export async function savedPapersOf(records: PaperRecord[]): Promise<SavedPaper[]> {
  const ids = records.map(({ id }) => id);
  const [notes, marks, highlights] = await Dexie.Promise.all([notesOf(ids), db.marks.bulkGet(ids), highlightsOf(ids)]);
  const others = await mergedInto(ids);
  return records.map(({ id, paper, savedAt }, i) => ({
    paper,
    savedAt,
    note: notes.get(id) ?? '',
    others: others.get(id) ?? [],
    highlights: highlights.get(id) ?? [],
    ...(marks[i] && marksOf(marks[i])),
  }));
}
