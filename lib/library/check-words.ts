/** What the user wrote and marked: it belongs to a paper, and is shown with it. Inside the transaction of a check. */
import { tagKey } from '../marks';
import type { PaperId } from '../paper';
import { areTimes, isFuture } from './check-times';
import {
  db,
  type HighlightRecord,
  type MarksRecord,
  type NoteRecord,
  type NoteVersionRecord,
  type PaperRecord,
} from './db';
import type { Report } from './findings';
import { all } from './search-documents';

/** Every note has a paper that shows it, and no paper has two. */
export async function checkNotes(records: NoteRecord[], report: Report): Promise<void> {
  const papers = await papersOf(records);
  const ids = [...new Set(records.map(({ paperId }) => paperId))];
  const siblings = Map.groupBy(
    await all(ids, (id) => db.notes.where('paperId').equals(id).toArray()),
    ({ paperId }) => paperId,
  );
  for (const { id, paperId, createdAt, updatedAt, deletedAt } of records) {
    const paper = papers.get(paperId);
    if (!paper) report('lostNote', id);
    else if (paper.mergedInto !== undefined && !deletedAt) report('hiddenNote', id);
    if ((siblings.get(paperId)?.length ?? 0) > 1) report('twoNotes', paperId);
    if (!areTimes(createdAt, updatedAt) || !areTimes(deletedAt)) report('noteTime', id);
    if (isFuture(createdAt, updatedAt, deletedAt)) report('futureTime', id);
  }
}

/** Every earlier version belongs to a note. */
export async function checkVersions(records: NoteVersionRecord[], report: Report): Promise<void> {
  const notes = await db.notes.bulkGet(records.map(({ noteId }) => noteId));
  for (const [i, { id }] of records.entries()) if (!notes[i]) report('lostVersion', id);
}

/** The tags are in the index under the keys that they have. */
export async function checkMarks(records: MarksRecord[], report: Report): Promise<void> {
  const papers = await papersOf(records);
  for (const record of records) {
    const { paperId, status, rating, tags, tagKeys } = record;
    if (!papers.has(paperId)) report('lostMarks', paperId);
    if (tagKeysOf(record).join('\n') !== tagKeys.join('\n')) report('tagKeys', paperId);
    if (isFuture(status?.at, rating?.at, ...tags.flatMap(({ at, removedAt }) => [at, removedAt]))) {
      report('futureTime', paperId);
    }
  }
}

export function tagKeysOf({ tags }: MarksRecord): string[] {
  return tags.filter(({ removedAt }) => !removedAt).map(({ name }) => tagKey(name));
}

/** Every highlight has a paper that shows it. */
export async function checkHighlights(records: HighlightRecord[], report: Report): Promise<void> {
  const papers = await papersOf(records);
  for (const { id, paperId, createdAt, updatedAt, deletedAt } of records) {
    const paper = papers.get(paperId);
    if (!paper) report('lostHighlight', id);
    else if (paper.mergedInto !== undefined && !deletedAt) report('hiddenHighlight', id);
    if (!areTimes(createdAt, updatedAt) || !areTimes(deletedAt)) report('highlightTime', id);
    if (isFuture(createdAt, updatedAt, deletedAt)) report('futureTime', id);
  }
}

async function papersOf(records: { paperId: PaperId }[]): Promise<Map<PaperId, PaperRecord>> {
  const papers = await db.papers.bulkGet([...new Set(records.map(({ paperId }) => paperId))]);
  return new Map(papers.flatMap((paper) => (paper ? [[paper.id, paper]] : [])));
}
