/** Of which papers documents are. Inside the transaction in which the index was opened. Read first: search-index. */
import type { PaperId } from '../paper';
import { db } from './db';
import type { OpenIndex } from './search-index';

/** So many records are read at once: each answer is one task, and the page goes on between them. */
const recordsAtOnce = 2000;

/** So few of these are asked for one by one. */
const few = 50;

/** What was read of the index as it still is: papers that are equal in what they are sorted by are asked for with each letter. */
let lastRead: { stamp?: string | undefined; ids: Map<number, PaperId> } = { ids: new Map() };

/** Tells of which paper each of these documents is. */
export async function readIds(
  { state, pending }: OpenIndex,
  docs: number[],
): Promise<(doc: number) => PaperId | undefined> {
  const { stamp, next } = state;
  if (stamp === undefined || lastRead.stamp !== stamp) lastRead = { stamp, ids: new Map() };
  const { ids } = lastRead;
  const unknown = docs.filter((doc) => doc < next && !ids.has(doc));
  const pieces = [...Map.groupBy(unknown, (doc) => Math.floor(doc / recordsAtOnce))];
  const scattered = pieces.flatMap(([, sought]) => (sought.length <= few ? sought : []));
  for (const record of await db.searchDocs.bulkGet(scattered)) if (record) ids.set(record.doc, record.paperId);
  for (const [piece, sought] of pieces) {
    if (sought.length <= few) continue;
    const from = piece * recordsAtOnce;
    const records = await db.searchDocs
      .where('doc')
      .between(from, from + recordsAtOnce)
      .toArray();
    for (const { doc, paperId } of records) ids.set(doc, paperId);
  }
  return (doc) => (doc < next ? ids.get(doc) : pending[doc - next]?.paperId);
}

/** The ids of the papers of these documents, in the same order. */
export async function idsOf(index: OpenIndex, docs: ArrayLike<number>): Promise<PaperId[]> {
  const sought = Array.from(docs);
  const idOf = await readIds(index, sought);
  return sought.flatMap((doc) => idOf(doc) ?? []);
}
