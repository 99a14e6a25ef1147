/** Saved papers, as lists show them. */
import Dexie from 'dexie';
import type { Marks } from '../marks';
import type { Paper, PaperId } from '../paper';
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

/** What else there is of a paper: where that is known, nothing is asked for that is not there. */
export interface Parts {
  others: boolean;
  note: boolean;
  marks: boolean;
  highlights: boolean;
}

/** What a page said of these papers, and what the user says of them. */
export async function savedPapersOf(
  records: PaperRecord[],
  partsOf: (id: PaperId) => Parts | undefined = () => undefined,
): Promise<SavedPaper[]> {
  const idsWith = (part: keyof Parts) => records.map(({ id }) => id).filter((id) => partsOf(id)?.[part] ?? true);
  const marked = idsWith('marks');
  const [notes, marks, highlights] = await Dexie.Promise.all([
    notesOf(idsWith('note')),
    db.marks.bulkGet(marked),
    highlightsOf(idsWith('highlights')),
  ]);
  const others = await mergedInto(idsWith('others'));
  return records.map(({ id, paper, savedAt }) => {
    const mark = marks[marked.indexOf(id)];
    return {
      paper,
      savedAt,
      note: notes.get(id) ?? '',
      others: others.get(id) ?? [],
      highlights: highlights.get(id) ?? [],
      ...(mark && marksOf(mark)),
    };
  });
}
