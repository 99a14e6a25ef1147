/** The order of what was found. Inside the transaction of a search. Read first: search-index. */
import type { PaperId } from '../paper';
import { db, type SearchColumns } from './db';
import { foundBy } from './found';
import type { PaperDocument } from './search-documents';
import type { OpenIndex } from './search-index';
import { docsInPiece } from './search-pieces';
import { turn } from './turn';

/** The best, the latest, the newest, the first by title, the highest first. */
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
  const removed = await db.papers.where('removedAt').above(0).primaryKeys();
  const merged = await db.papers.where('mergedInto').above('').primaryKeys();
  const hidden = new Set([...removed, ...merged]);
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

/** So many records are read at once: each answer is one task, and the page goes on between them. */
const recordsAtOnce = 2000;

/** The ids of the papers of these documents, in the same order. */
export async function idsOf({ state, pending }: OpenIndex, docs: ArrayLike<number>): Promise<PaperId[]> {
  const sought = Array.from(docs);
  const pieces = new Set(sought.filter((doc) => doc < state.next).map((doc) => Math.floor(doc / recordsAtOnce)));
  const ids = new Map(pending.map(({ paperId }, i) => [state.next + i, paperId]));
  for (const piece of pieces) {
    const from = piece * recordsAtOnce;
    const records = await db.searchDocs
      .where('doc')
      .between(from, from + recordsAtOnce)
      .toArray();
    for (const { doc, paperId } of records) ids.set(doc, paperId);
  }
  return sought.flatMap((doc) => ids.get(doc) ?? []);
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
  return first(docs, order, count);
}

type Column = ArrayLike<number>;

/** The first `count` by the first column; those that are equal there, by the next. It sorts no more than it needs to. */
async function first(docs: Uint32Array, columns: Column[], count: number): Promise<number[]> {
  const compare = by(columns);
  const [leading = []] = columns;
  let best: number[] = [];
  let least: number | undefined;
  let limit = Number.NEGATIVE_INFINITY;
  // Later documents were mostly saved later: few that come then are better.
  for (let i = docs.length - 1; i >= 0; i--) {
    const doc = docs[i] as number;
    // Most are told apart by the first column: to compare them by all takes ten times as long.
    if ((leading[doc] ?? 0) < limit || (least !== undefined && compare(doc, least) > 0)) continue;
    best.push(doc);
    if (best.length < 2 * count) continue;
    best = (await inTurns(best, compare)).slice(0, count);
    least = best[count - 1] as number;
    limit = leading[least] ?? 0;
  }
  return (await inTurns(best, compare)).slice(0, count);
}

type Compare = (a: number, b: number) => number;

/** So many are sorted at once. */
const sortedAtOnce = 5000;

/** Sorts pieces, and pieces of pieces: of two that are in order, `sort` makes one with few comparisons. */
async function inTurns(docs: number[], compare: Compare): Promise<number[]> {
  if (docs.length <= sortedAtOnce) return docs.sort(compare);
  const middle = docs.length >> 1;
  const [start, end] = [await inTurns(docs.slice(0, middle), compare), await inTurns(docs.slice(middle), compare)];
  await turn();
  return start.concat(end).sort(compare);
}

function by(columns: Column[]): Compare {
  return (a, b) => {
    for (const column of columns) {
      const difference = (column[b] ?? 0) - (column[a] ?? 0);
      if (difference !== 0) return difference;
    }
    return b - a;
  };
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
