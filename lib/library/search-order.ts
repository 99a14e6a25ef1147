/** The order of what was found. Inside the transaction of a search. Read first: search-index. */
import type { PaperId } from '../paper';
import { db, type SearchColumns } from './db';
import { foundBy } from './found';
import { idsNotShown } from './not-shown';
import type { PaperDocument } from './search-documents';
import { first } from './search-first';
import { readIds } from './search-ids';
import type { OpenIndex } from './search-index';
import { docsInPiece } from './search-pieces';

/** The best, the latest, the newest, the first by title, the highest first. What is equal in this is in order, too, by ids. */
export const sorts = ['relevance', 'saved', 'published', 'title', 'rating'] as const;
export type Sort = (typeof sorts)[number];

/** Deeper pages of the latest are found by sorting. */
const near = 100;

/** A paper of a page. */
export type Listed = Pick<PaperDocument, 'paperId'> & Partial<Pick<PaperDocument, 'parts'>>;

/** The papers that were saved last. */
export async function latest(index: OpenIndex, offset: number, limit: number): Promise<Listed[]> {
  const { outdated, pending } = index;
  if (index.isBehind) return latestOfAll(offset, limit);
  const most = offset + limit + outdated.size;
  if (most > near) {
    const toSort = { ...(await foundBy(index, [])), columns: index.columns() };
    return listed(index, (await inOrder(index, toSort, 'saved', offset + limit)).slice(offset));
  }
  const stored = await db.searchDocs.orderBy('[savedAt+paperId]').reverse().limit(most).toArray();
  const all = [...stored.filter(({ doc }) => !outdated.has(doc)), ...pending];
  return all.sort((a, b) => b.savedAt - a.savedAt || (a.paperId < b.paperId ? 1 : -1)).slice(offset, offset + limit);
}

/** The same without the index. */
async function latestOfAll(offset: number, limit: number): Promise<Listed[]> {
  const shown = db.papers
    .orderBy('savedAt')
    .reverse()
    .filter(({ removedAt, mergedInto }) => !removedAt && !mergedInto);
  return (await shown.offset(offset).limit(limit).primaryKeys()).map((paperId) => ({ paperId }));
}

/** The ids of all saved papers, the latest first: from keys alone, which browsers hand over all at once. */
export async function latestIds(): Promise<PaperId[]> {
  const ids = await db.papers.orderBy('savedAt').primaryKeys();
  const hidden = await idsNotShown();
  return ids.reverse().filter((id) => !hidden.has(id));
}

/** The papers of these documents. */
export async function listed({ state, pending, isBehind }: OpenIndex, docs: number[]): Promise<Listed[]> {
  const records = await db.searchDocs.bulkGet(docs.filter((doc) => doc < state.next));
  const stored = new Map(records.map((record) => [record?.doc, record]));
  return docs.flatMap((doc) => {
    const found = stored.get(doc) ?? pending[doc - state.next];
    // Of what waits to be indexed, nobody knows what else there is.
    return found ? (isBehind ? { paperId: found.paperId } : found) : [];
  });
}

/** What was found, how well it fits, and what else it is sorted by: being read while it was still looked for. */
interface ToSort {
  docs: Uint32Array;
  scores: Float32Array;
  columns: PromiseLike<SearchColumns[]>;
}

/** As far as these documents were sorted last. Whoever scrolls asks for more and more of the same. */
const sorted = new WeakMap<Uint32Array, { sort: Sort; docs: number[] }>();

/** The first `count` of these documents. */
export async function inOrder(index: OpenIndex, found: ToSort, sort: Sort, count: number): Promise<number[]> {
  const before = sorted.get(found.docs);
  const known = before?.sort === sort ? before.docs : [];
  const most = Math.min(count, found.docs.length);
  if (known.length >= most) return known.slice(0, most);
  const docs = await sortedAnew(index, found, sort, Math.max(most, 2 * known.length));
  sorted.set(found.docs, { sort, docs });
  return docs.slice(0, most);
}

async function sortedAnew(
  index: OpenIndex,
  { docs, scores, columns }: ToSort,
  sort: Sort,
  count: number,
): Promise<number[]> {
  if (sort === 'title') return byTitle(index, docs, count);
  const pieces = await columns;
  const savedAt = await index.savedAt();
  const order = {
    relevance: () => [scores, savedAt],
    saved: () => [savedAt, scores],
    published: () => [joined(index, pieces, 'published', new Int32Array(index.size)), scores, savedAt],
    rating: () => [joined(index, pieces, 'rating', new Uint8Array(index.size)), scores, savedAt],
  }[sort]();
  return first(docs, order, count, (tied) => readIds(index, tied));
}

/** What all pieces, and what waits to be indexed, say of a column. */
function joined<Column extends Int32Array | Uint8Array>(
  { size, state, pending }: OpenIndex,
  pieces: SearchColumns[],
  name: 'published' | 'rating',
  column: Column,
): Column {
  for (const piece of pieces) {
    const start = Number(piece.key.slice('columns:'.length)) * docsInPiece;
    column.set(piece[name].subarray(0, Math.max(0, size - start)), start);
  }
  pending.forEach((paper, i) => {
    column[state.next + i] = paper[name];
  });
  return column;
}

/** So few titles are read and sorted; of more, the index of all titles is read in order. */
const fewTitles = 1000;
const titlesAtOnce = 2000;

async function byTitle({ state, pending }: OpenIndex, docs: Uint32Array, count: number): Promise<number[]> {
  const stored = docs.filter((doc) => doc < state.next);
  const shown = stored.length <= fewTitles ? [...stored] : await walkTitles(new Set(stored), count);
  const records = (await db.searchDocs.bulkGet(shown)).filter((record) => record !== undefined);
  const waiting = Array.from(docs.filter((doc) => doc >= state.next)).flatMap((doc) => {
    const paper = pending[doc - state.next];
    return paper ? { ...paper, doc } : [];
  });
  const sorted = [...records, ...waiting].sort((a, b) => order(a.title, b.title) || order(a.paperId, b.paperId));
  return sorted.slice(0, count).map(({ doc }) => doc);
}

/** As the database has them in order. */
function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

async function walkTitles(docs: Set<number>, count: number): Promise<number[]> {
  const inOrder = () => db.searchDocs.orderBy('[title+paperId]');
  const first = (await inOrder().limit(titlesAtOnce).primaryKeys()).filter((doc) => docs.has(doc));
  if (first.length >= count) return first.slice(0, count);
  // All at once: with an offset, the database would walk to it, each time farther.
  return (await inOrder().primaryKeys()).filter((doc) => docs.has(doc)).slice(0, count);
}
