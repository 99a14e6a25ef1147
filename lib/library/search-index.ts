/**
 * The search index, as it is read. Most of it is in rows of postings; the papers indexed last are in a batch; those that
 * changed since are indexed for the moment, in memory. Read first: lib/search/postings.ts. Read next: search-upkeep.
 */
import Dexie from 'dexie';
import type { PaperId } from '../paper';
import { batchOf } from '../search/document';
import type { Range } from '../search/lists';
import type { Searched } from '../search/match';
import { end } from '../search/postings';
import { type Batch, unpacked } from '../search/rows';
import {
  db,
  type SearchAlive,
  type SearchBatch,
  type SearchChange,
  type SearchColumns,
  type SearchRow,
  type SearchState,
} from './db';
import { all, documentsOf, type PaperDocument, shownRecords } from './search-documents';

/** Documents of which one piece tells. */
export const docsInPiece = 4096;

/** Another one when something else is indexed of a paper: then all are indexed anew. 2: the day on which it was read, and by which words papers are compared. */
export const indexFormat = 2;

/** More changed papers than this wait until they are indexed: to index them for each search would take too long. */
const maxPending = 500;

/** Of authors, a large library has hundreds of rows. */
const rowsInPart = 16;

export const searchTables = [db.searchChanges, db.searchDocs, db.searchRows, db.searchState];
export const readTables = [...searchTables, db.papers, db.notes, db.marks, db.highlights, db.aliases];

/** The index, inside the transaction in which it was opened. */
export interface OpenIndex extends Searched {
  state: SearchState;
  /** Another one whenever something else can be found. */
  version: string;
  /** 1 for each document that is alive. */
  alive: Uint8Array;
  /** What changed since it was indexed; its numbers begin at `state.next`. */
  pending: PaperDocument[];
  /** Documents that are out of date: their papers changed. */
  outdated: Set<number>;
  /** Not everything can be found yet. */
  isBehind: boolean;
  /** The same as `between` where that is much: each answer of the database is a task, and the page goes on between them. */
  betweenInParts(from: string, to: string, signal?: AbortSignal): Promise<Uint8Array[]>;
  /** What sorting needs to know; read once. */
  columns(): PromiseLike<SearchColumns[]>;
}

export function searchState(): PromiseLike<SearchState> {
  const fresh: SearchState = { key: 'state', format: indexFormat, next: 1, count: 0, spills: 0 };
  return db.searchState.get('state').then((state) => (state as SearchState | undefined) ?? fresh);
}

export function pieceName(doc: number): string {
  return String(Math.floor(doc / docsInPiece)).padStart(6, '0');
}

export function alivePieces(): PromiseLike<SearchAlive[]> {
  return db.searchState
    .where('key')
    .startsWith('alive:')
    .toArray()
    .then((pieces) => pieces as SearchAlive[]);
}

function columnPieces(): PromiseLike<SearchColumns[]> {
  return db.searchState
    .where('key')
    .startsWith('columns:')
    .toArray()
    .then((pieces) => pieces as SearchColumns[]);
}

export function isBitSet({ bits }: SearchAlive, doc: number): boolean {
  const at = doc % docsInPiece;
  return ((bits[at >> 3] ?? 0) & (1 << (at & 7))) !== 0;
}

/** What was read last. Of 100,000 papers it is a megabyte, which is not read anew for each letter and each facet. */
let lastRead: { stamp: string | undefined; alive: Uint8Array; columns?: SearchColumns[] } | undefined;

function readBefore({ stamp }: SearchState) {
  return stamp !== undefined && lastRead?.stamp === stamp ? lastRead : undefined;
}

/** 1 for each document that is alive, as far as they are indexed. */
function aliveOf(state: SearchState): PromiseLike<Uint8Array> {
  const before = readBefore(state);
  if (before) return Dexie.Promise.resolve(before.alive);
  return alivePieces().then((pieces) => {
    const alive = new Uint8Array(state.next);
    for (const piece of pieces) {
      const first = Number(piece.key.slice('alive:'.length)) * docsInPiece;
      const last = Math.min(state.next, first + docsInPiece);
      for (let doc = first; doc < last; doc++) if (isBitSet(piece, doc)) alive[doc] = 1;
    }
    lastRead = { stamp: state.stamp, alive };
    return alive;
  });
}

function columnsOf(state: SearchState): PromiseLike<SearchColumns[]> {
  const before = readBefore(state);
  if (before?.columns) return Dexie.Promise.resolve(before.columns);
  return columnPieces().then((columns) => {
    if (before) before.columns = columns;
    return columns;
  });
}

/** Opens the index. Inside a transaction. */
export async function openIndex(): Promise<OpenIndex> {
  const [state, changes] = await Dexie.Promise.all([searchState(), db.searchChanges.limit(maxPending + 1).toArray()]);
  const indexed = await aliveOf(state);
  const isBehind = state.format !== indexFormat || state.builtTo !== undefined || changes.length > maxPending;
  const pending = await pendingOf(changes.slice(0, maxPending), state.next);
  const size = state.next + pending.documents.length;
  const alive = new Uint8Array(size);
  alive.set(indexed);
  const { outdated } = pending;
  for (const doc of outdated) alive[doc] = 0;
  alive.fill(1, state.next);
  let askedColumns: PromiseLike<SearchColumns[]> | undefined;
  const columns = () => {
    askedColumns ??= columnsOf(state);
    return askedColumns;
  };
  const read = new Map<string, Uint8Array[]>();
  const inMemory = (stored: Batch, from: string, to: string) => [
    ...rowsIn(stored, from, to, state.batch?.spilledTo),
    ...rowsIn(batchOfPending(pending, state.next), from, to),
  ];
  // Dexie’s own promises all the way: of several native ones at once, Dexie loses which transaction they belong to.
  const preload = (ranges: Range[]) => {
    const wanted = ranges.filter(([from, to]) => !read.has(`${from}\n${to}`));
    const stored = storedBatch(state);
    const asked = wanted.map(([from, to]) => db.searchRows.where('key').between(from, to).toArray());
    const remember = (answers: SearchRow[][], stored: Batch) =>
      wanted.forEach(([from, to], i) => {
        const rows = (answers[i] ?? []).map(({ bytes }) => bytes);
        read.set(`${from}\n${to}`, [...rows, ...inMemory(stored, from, to)]);
      });
    return Dexie.Promise.all(asked).then((answers) => stored.then((stored) => remember(answers, stored)));
  };
  return {
    state,
    version: [state.stamp, pending.key].join(),
    size,
    alive,
    count: state.count - outdated.length + pending.documents.length,
    isAlive: (doc) => alive[doc] === 1,
    pending: pending.documents,
    outdated: new Set(outdated),
    isBehind,
    columns,
    savedAt: () => columns().then((pieces) => savedTimes(pieces, pending.documents, state.next)),
    preload,
    async between(from, to) {
      await preload([[from, to]]);
      return read.get(`${from}\n${to}`) ?? [];
    },
    async betweenInParts(from, to, signal) {
      const rows: Uint8Array[] = [];
      for (let after = from, isFirst = true; ; isFirst = false) {
        const part = await db.searchRows.where('key').between(after, to, isFirst).limit(rowsInPart).toArray();
        rows.push(...part.map(({ bytes }) => bytes));
        signal?.throwIfAborted();
        if (part.length < rowsInPart) break;
        after = part.at(-1)?.key ?? to;
      }
      return [...rows, ...inMemory(await storedBatch(state), from, to)];
    },
  };
}

/** By document, those that are still to be indexed included. */
function savedTimes(pieces: SearchColumns[], pending: PaperDocument[], next: number): Float64Array {
  const times = new Float64Array(next + pending.length);
  for (const { key, savedAt } of pieces) {
    const start = Number(key.slice('columns:'.length)) * docsInPiece;
    times.set(savedAt.subarray(0, Math.max(0, next - start)), start);
  }
  times.set(
    pending.map(({ savedAt }) => savedAt),
    next,
  );
  return times;
}

/** What is still to be indexed. The same again and again while somebody types. */
interface Pending {
  key: string;
  documents: PaperDocument[];
  /** What is indexed of the papers that changed. */
  outdated: number[];
  batch?: Batch;
}
let lastPending: Pending = { key: '', documents: [], outdated: [] };

async function pendingOf(changes: SearchChange[], next: number): Promise<Pending> {
  const key = [next, ...changes.map(({ change }) => change)].join();
  if (lastPending.key === key) return lastPending;
  const changed = changes.map(({ paperId }) => paperId);
  const records = await shownRecords(changed);
  const documents = await documentsOf(records);
  const ids = [...new Set([...changed, ...records.map(({ id }) => id)])];
  const outdated = await docsOf(ids);
  lastPending = { key, documents, outdated };
  return lastPending;
}

/** The documents of these papers. Inside a transaction. */
export function docsOf(ids: PaperId[]): PromiseLike<number[]> {
  return all(ids, (id) => db.searchDocs.where('paperId').equals(id).primaryKeys() as PromiseLike<number[]>);
}

function batchOfPending(pending: Pending, next: number): Batch {
  pending.batch ??= batchOf(pending.documents.map(({ document }, i) => [next + i, document]));
  return pending.batch;
}

let lastStored: { id: string; batch: Batch } = { id: '', batch: new Map() };

/** The batch that is in the database. */
export function storedBatch({ batch }: SearchState): PromiseLike<Batch> {
  if (!batch || lastStored.id === batch.id) return Dexie.Promise.resolve(batch ? lastStored.batch : new Map());
  return db.searchState.get('batch').then((stored) => {
    lastStored = { id: batch.id, batch: stored ? unpacked(stored as SearchBatch) : new Map() };
    return lastStored.batch;
  });
}

function rowsIn(batch: Batch, from: string, to: string, after?: string): Uint8Array[] {
  const rows: Uint8Array[] = [];
  for (const [bucket, row] of batch) {
    const key = bucket + end;
    if (key >= from && key < to && (after === undefined || bucket > after)) rows.push(row);
  }
  return rows;
}
