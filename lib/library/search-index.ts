/**
 * The search index, as it is read. Most of it is in rows of postings; the papers indexed last are in a batch; those that
 * changed since are indexed for the moment, in memory. Read first: lib/search/postings.ts. Read next: search-upkeep.
 */
import type { PaperId } from '../paper';
import { batchOf } from '../search/document';
import type { Searched } from '../search/match';
import { end } from '../search/postings';
import { type Batch, unpacked } from '../search/rows';
import { db, type SearchAlive, type SearchBatch, type SearchChange, type SearchColumns, type SearchState } from './db';
import { documentsOf, type PaperDocument, shownRecords } from './search-documents';

/** Documents of which one piece tells. */
export const docsInPiece = 4096;

/** More changed papers than this wait until they are indexed: to index them for each search would take too long. */
const maxPending = 500;

export const searchTables = [db.searchChanges, db.searchDocs, db.searchRows, db.searchState];
export const readTables = [...searchTables, db.papers, db.notes, db.marks, db.highlights, db.aliases];

/** The index, inside the transaction in which it was opened. */
export interface OpenIndex extends Searched {
  state: SearchState;
  /** 1 for each document that is alive. */
  alive: Uint8Array;
  /** What changed since it was indexed; its numbers begin at `state.next`. */
  pending: PaperDocument[];
  /** Documents that are out of date: their papers changed. */
  outdated: Set<number>;
  /** Not everything can be found yet. */
  isBehind: boolean;
}

export async function searchState(): Promise<SearchState> {
  const state = await db.searchState.get('state');
  return (state as SearchState | undefined) ?? { key: 'state', next: 1, count: 0, spills: 0 };
}

export function pieceName(doc: number): string {
  return String(Math.floor(doc / docsInPiece)).padStart(6, '0');
}

export async function alivePieces(): Promise<SearchAlive[]> {
  return (await db.searchState.where('key').startsWith('alive:').toArray()) as SearchAlive[];
}

export async function columnPieces(): Promise<SearchColumns[]> {
  return (await db.searchState.where('key').startsWith('columns:').toArray()) as SearchColumns[];
}

export function isBitSet({ bits }: SearchAlive, doc: number): boolean {
  const at = doc % docsInPiece;
  return ((bits[at >> 3] ?? 0) & (1 << (at & 7))) !== 0;
}

/** Opens the index. Inside a transaction. */
export async function openIndex(): Promise<OpenIndex> {
  const state = await searchState();
  const changes = await db.searchChanges.limit(maxPending + 1).toArray();
  const isBehind = state.builtTo !== undefined || changes.length > maxPending;
  const { documents, batch, ids } = await pendingOf(changes.slice(0, maxPending), state.next);
  const stored = await storedBatch(state);
  const size = state.next + documents.length;
  const alive = new Uint8Array(size);
  for (const piece of await alivePieces()) {
    const first = Number(piece.key.slice('alive:'.length)) * docsInPiece;
    const last = Math.min(size, first + docsInPiece);
    for (let doc = first; doc < last; doc++) if (isBitSet(piece, doc)) alive[doc] = 1;
  }
  const outdated = ids.length > 0 ? await db.searchDocs.where('paperId').anyOf(ids).primaryKeys() : [];
  for (const doc of outdated) alive[doc] = 0;
  alive.fill(1, state.next);
  const memory = [
    { batch: stored, after: state.batch?.spilledTo },
    { batch, after: undefined },
  ];
  return {
    state,
    size,
    alive,
    count: state.count - outdated.length + documents.length,
    isAlive: (doc) => alive[doc] === 1,
    pending: documents,
    outdated: new Set(outdated),
    isBehind,
    async between(from, to) {
      const rows = await db.searchRows.where('key').between(from, to).toArray();
      return [
        ...rows.map(({ bytes }) => bytes),
        ...memory.flatMap(({ batch, after }) => rowsIn(batch, from, to, after)),
      ];
    },
  };
}

/** What is still to be indexed. The same again and again while somebody types. */
interface Pending {
  key: string;
  documents: PaperDocument[];
  batch: Batch;
  /** Of which papers what is indexed is out of date. */
  ids: PaperId[];
}
let lastPending: Pending = { key: '', documents: [], batch: new Map(), ids: [] };

async function pendingOf(changes: SearchChange[], next: number): Promise<Pending> {
  const key = [next, ...changes.map(({ change }) => change)].join();
  if (lastPending.key === key) return lastPending;
  const changed = changes.map(({ paperId }) => paperId);
  const records = await shownRecords(changed);
  const documents = await documentsOf(records);
  const batch = batchOf(documents.map(({ document }, i) => [next + i, document]));
  const ids = [...new Set([...changed, ...records.map(({ id }) => id)])];
  lastPending = { key, documents, batch, ids };
  return lastPending;
}

let lastStored: { id: string; batch: Batch } = { id: '', batch: new Map() };

/** The batch that is in the database. */
export async function storedBatch({ batch }: SearchState): Promise<Batch> {
  if (!batch) return new Map();
  if (lastStored.id !== batch.id) {
    const stored = (await db.searchState.get('batch')) as SearchBatch | undefined;
    lastStored = { id: batch.id, batch: stored ? unpacked(stored) : new Map() };
  }
  return lastStored.batch;
}

function rowsIn(batch: Batch, from: string, to: string, after: string | undefined): Uint8Array[] {
  const rows: Uint8Array[] = [];
  for (const [bucket, row] of batch) {
    const key = bucket + end;
    if (key >= from && key < to && (after === undefined || bucket > after)) rows.push(row);
  }
  return rows;
}
