/** Passages that the user marked. In the background, inside the transaction of whoever calls. */
import Dexie from 'dexie';
import type { PaperId } from '../paper';
import type { Highlight } from '../quote';
import { db, type HighlightRecord } from './db';

/** Keeps a highlight; one that is known by its id gets this comment, and comes back if it was taken away. */
export async function putHighlight(paperId: PaperId, highlight: Highlight): Promise<void> {
  const now = Date.now();
  const before = await db.highlights.get(highlight.id);
  await db.highlights.put({
    ...highlight,
    paperId: before?.paperId ?? paperId,
    createdAt: before?.createdAt ?? now,
    updatedAt: now,
  });
}

/** Takes it away, or brings it back; returns the paper that it belongs to. */
export async function setDeleted(id: string, isDeleted: boolean): Promise<PaperId | undefined> {
  const record = await db.highlights.get(id);
  if (!record) return undefined;
  const { deletedAt: _, ...alive } = record;
  const now = Date.now();
  await db.highlights.put(isDeleted ? { ...alive, updatedAt: now, deletedAt: now } : { ...alive, updatedAt: now });
  return record.paperId;
}

/** The highlights of each of these papers, the oldest first. */
export function highlightsOf(paperIds: PaperId[]): PromiseLike<Map<PaperId, Highlight[]>> {
  // `anyOf` would wait for one before it asks for the next.
  const asked = paperIds.map((id) => db.highlights.where('paperId').equals(id).toArray());
  return Dexie.Promise.all(asked).then((answers) => {
    const found = new Map<PaperId, Highlight[]>();
    for (const record of answers.flat().sort((a, b) => a.createdAt - b.createdAt)) {
      if (!record.deletedAt) found.set(record.paperId, [...(found.get(record.paperId) ?? []), shown(record)]);
    }
    return found;
  });
}

function shown({ id, quote, comment }: HighlightRecord): Highlight {
  return { id, quote, ...(comment !== undefined && { comment }) };
}
