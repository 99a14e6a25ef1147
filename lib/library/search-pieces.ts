/**
 * Which documents of the search index are there, and what sorting needs to know of them: in pieces of some thousand
 * documents each. Inside the transaction in which the index was opened. Read first: search-index.
 */
import Dexie from 'dexie';
import { db, type SearchAlive, type SearchColumns, type SearchState } from './db';
import type { PaperDocument } from './search-documents';

/** Documents of which one piece tells. */
export const docsInPiece = 4096;

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

/** Each is asked for by its name: all in one answer would be one long task. */
function columnPieces(next: number): PromiseLike<SearchColumns[]> {
  const names: string[] = [];
  for (let doc = 0; doc < next; doc += docsInPiece) names.push(`columns:${pieceName(doc)}`);
  return db.searchState
    .bulkGet(names)
    .then((pieces) => pieces.filter((piece) => piece !== undefined) as SearchColumns[]);
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
export function aliveOf(state: SearchState): PromiseLike<Uint8Array> {
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

export function columnsOf(state: SearchState): PromiseLike<SearchColumns[]> {
  const before = readBefore(state);
  if (before?.columns) return Dexie.Promise.resolve(before.columns);
  return columnPieces(state.next).then((columns) => {
    if (before) before.columns = columns;
    return columns;
  });
}

let lastTimes: { pieces?: SearchColumns[]; pending?: PaperDocument[]; times: Float64Array } = {
  times: new Float64Array(),
};

/** By document, those that are still to be indexed included. Not to be changed. */
export function savedTimes(pieces: SearchColumns[], pending: PaperDocument[], next: number): Float64Array {
  if (lastTimes.pieces === pieces && lastTimes.pending === pending) return lastTimes.times;
  const times = new Float64Array(next + pending.length);
  for (const { key, savedAt } of pieces) {
    const start = Number(key.slice('columns:'.length)) * docsInPiece;
    times.set(savedAt.subarray(0, Math.max(0, next - start)), start);
  }
  times.set(
    pending.map(({ savedAt }) => savedAt),
    next,
  );
  lastTimes = { pieces, pending, times };
  return times;
}

/** Tells of these documents that they are gone, and what sorting needs to know of those. */
export async function changePieces(gone: number[], docs: Map<number, PaperDocument>): Promise<void> {
  const names = [...new Set([...gone, ...docs.keys()].map(pieceName))];
  const keys = names.flatMap((name) => [`alive:${name}` as const, `columns:${name}` as const]);
  const pieces = await db.searchState.bulkGet(keys);
  names.forEach((name, i) => {
    pieces[2 * i] ??= { key: `alive:${name}`, bits: new Uint8Array(docsInPiece / 8) };
    pieces[2 * i + 1] ??= {
      key: `columns:${name}`,
      savedAt: new Float64Array(docsInPiece),
      published: new Int32Array(docsInPiece),
      rating: new Uint8Array(docsInPiece),
    };
  });
  const set = (doc: number, document?: PaperDocument) => {
    const i = names.indexOf(pieceName(doc));
    const { bits } = pieces[2 * i] as SearchAlive;
    const { savedAt, published, rating } = pieces[2 * i + 1] as SearchColumns;
    const at = doc % docsInPiece;
    const bit = 1 << (at & 7);
    bits[at >> 3] = document ? (bits[at >> 3] ?? 0) | bit : (bits[at >> 3] ?? 0) & ~bit;
    savedAt[at] = document?.savedAt ?? 0;
    published[at] = document?.published ?? 0;
    rating[at] = document?.rating ?? 0;
  };
  for (const doc of gone) set(doc);
  for (const [doc, document] of docs) set(doc, document);
  await db.searchState.bulkPut(pieces.filter((piece) => piece !== undefined));
}
