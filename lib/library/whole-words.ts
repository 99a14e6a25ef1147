/** What the user said of a paper, as a file has it, and what a merge has made of that. */
import type { OtherPaper, WholePaper } from '../formats/whole-paper';
import type { MarksRecord, MergeRecord, NoteRecord, NoteVersionRecord } from './db';

/** What `WholePaper` accepts. */
const maxVersions = 1000;

/** `versions`: the oldest first. */
export function wholeNote(record: NoteRecord, versions: NoteVersionRecord[] = []): NonNullable<WholePaper['note']> {
  const { paperId: _, worn: __, ...note } = record;
  if (versions.length === 0) return note;
  return { ...note, versions: versions.slice(-maxVersions).map(({ noteId: _, ...version }) => version) };
}

export function wholeMarks(record: MarksRecord | undefined): Pick<WholePaper, 'status' | 'rating' | 'tags'> {
  if (!record) return {};
  const { status, rating, tags } = record;
  return {
    ...(status && { status: { ...status } }),
    ...(rating && { rating: { ...rating } }),
    ...(tags.length > 0 && { tags: tags.map((tag) => ({ ...tag })) }),
  };
}

/** What splitting needs of a merge. `versions`: those of the note of the paper that is no longer shown. */
export function wholeMerge(merge: MergeRecord, versions: NoteVersionRecord[]): Partial<OtherPaper> {
  const { notes, marks, highlights } = merge;
  const isJoined = notes.text !== undefined;
  const before = { ...(isJoined && notes.into && { note: wholeNote(notes.into) }), ...wholeMarks(marks?.into) };
  const after = { ...(isJoined && { text: notes.text }), ...wholeMarks(marks?.both) };
  return {
    ...(notes.from && { note: wholeNote(notes.from, versions) }),
    ...wholeMarks(marks?.from),
    ...(highlights && { highlights }),
    ...(Object.keys(before).length > 0 && { before }),
    ...(Object.keys(after).length > 0 && { after }),
  };
}
