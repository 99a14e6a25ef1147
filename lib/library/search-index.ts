/**
 * The search index, as it is read. Most of it is in rows of postings; the papers indexed last are in a batch; those that
 * changed since are indexed for the moment, in memory. Read first: lib/search/postings.ts. Read next: search-upkeep.
 */
import Dexie from 'dexie';
import type { Range } from '../search/lists';
import type { Searched } from '../search/match';
import { end } from '../search/postings';
import { type Batch, unpacked } from '../search/rows';
import { db, type SearchBatch, type SearchColumns, type SearchState } from './db';
import type { PaperDocument } from './search-documents';
import { batchOfPending, type Pending, pendingOf } from './search-pending';
import { aliveOf, columnsOf, savedTimes } from './search-pieces';
import { storedInParts, storedRows } from './search-rows';
import { beginTurn, turn } from './turn';

/** Another one when something else is indexed of a paper: then all are indexed anew. 3: venues without their year, and values as a query can name them. */
export const indexFormat = 3;

/** More changed papers than this wait until they are indexed: to index them for each search would take too long. */
const maxPending = 500;

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

/** Opens the index. Inside a transaction. */
export async function openIndex(): Promise<OpenIndex> {
  const [state, changes] = await Dexie.Promise.all([searchState(), db.searchChanges.limit(maxPending + 1).toArray()]);
  beginTurn();
  const indexed = await aliveOf(state);
  const isBehind = state.format !== indexFormat || state.builtTo !== undefined || changes.length > maxPending;
  const pending = await pendingOf(changes.slice(0, maxPending), state.next);
  const size = state.next + pending.documents.length;
  const alive = withPending(indexed, pending, state.next);
  let askedColumns: PromiseLike<SearchColumns[]> | undefined;
  const columns = () => {
    askedColumns ??= columnsOf(state);
    return askedColumns;
  };
  const read = new Map<string, Uint8Array[]>();
  let askedBatches: PromiseLike<[stored: Batch, waiting: Batch]> | undefined;
  const batches = () => {
    askedBatches ??= storedBatch(state).then((stored) =>
      batchOfPending(pending, state.next).then((waiting) => [stored, waiting]),
    );
    return askedBatches;
  };
  const inMemory = ([stored, waiting]: [Batch, Batch], from: string, to: string) => [
    ...rowsIn(stored, from, to, state.batch?.spilledTo),
    ...rowsIn(waiting, from, to),
  ];
  // Dexie’s own promises all the way: of several native ones at once, Dexie loses which transaction they belong to.
  const preload = (ranges: Range[]) => {
    const wanted = ranges.filter(([from, to]) => !read.has(`${from}\n${to}`));
    if (wanted.length === 0) return Dexie.Promise.resolve();
    const memory = batches();
    const asked = wanted.map((range) => storedRows(state, range));
    const remember = (answers: Uint8Array[][], memory: [Batch, Batch]) =>
      wanted.forEach(([from, to], i) => {
        read.set(`${from}\n${to}`, [...(answers[i] ?? []), ...inMemory(memory, from, to)]);
      });
    return Dexie.Promise.all(asked).then((answers) => memory.then((memory) => remember(answers, memory)));
  };
  return {
    state,
    version: [state.stamp, pending.key].join(),
    size,
    alive,
    count: state.count - pending.outdated.length + pending.documents.length,
    isAlive: (doc) => alive[doc] === 1,
    pending: pending.documents,
    outdated: new Set(pending.outdated),
    isBehind,
    columns,
    savedAt: () => columns().then((pieces) => savedTimes(pieces, pending.documents, state.next)),
    preload,
    turn,
    async between(from, to) {
      await preload([[from, to]]);
      return read.get(`${from}\n${to}`) ?? [];
    },
    async betweenInParts(from, to, signal) {
      const rows = await storedInParts(state, [from, to], signal);
      return [...rows, ...inMemory(await batches(), from, to)];
    },
  };
}

let lastAlive: { indexed?: Uint8Array; pending?: Pending; alive: Uint8Array } = { alive: new Uint8Array() };

/** 1 for each document that is alive, with those that wait and without those that are out of date. */
function withPending(indexed: Uint8Array, pending: Pending, next: number): Uint8Array {
  if (lastAlive.indexed === indexed && lastAlive.pending === pending) return lastAlive.alive;
  const alive = new Uint8Array(next + pending.documents.length);
  alive.set(indexed);
  for (const doc of pending.outdated) alive[doc] = 0;
  alive.fill(1, next);
  lastAlive = { indexed, pending, alive };
  return alive;
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

/** The rows of a batch by their keys, in its order: each letter asks for some of thousands. */
const rowsByKey = new WeakMap<Batch, { keys: string[]; rows: Uint8Array[] }>();

function rowsIn(batch: Batch, from: string, to: string, after?: string): Uint8Array[] {
  let known = rowsByKey.get(batch);
  if (!known) {
    known = { keys: Array.from(batch.keys(), (bucket) => bucket + end), rows: [...batch.values()] };
    rowsByKey.set(batch, known);
  }
  const { keys, rows } = known;
  const afterSpilled = after === undefined ? '' : `${after}${end}\0`;
  const start = firstFrom(keys, from > afterSpilled ? from : afterSpilled);
  return rows.slice(start, Math.max(start, firstFrom(keys, to)));
}

/** Where the first of these, which are in order, stands that is not before `key`. */
function firstFrom(keys: string[], key: string): number {
  let [least, most] = [0, keys.length];
  while (least < most) {
    const middle = (least + most) >> 1;
    if ((keys[middle] as string) < key) least = middle + 1;
    else most = middle;
  }
  return least;
}
