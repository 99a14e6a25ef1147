/** Rows of the search index, from the database or as they were read last. Inside a transaction. Read first: search-index. */
import Dexie from 'dexie';
import type { Range } from '../search/lists';
import { db, type SearchState } from './db';
import { beginTurn } from './turn';

/** Bytes that are kept at most: of 100,000 papers, all values, and the words of a handful of beginnings. */
const mostBytes = 16_000_000;

/** Of authors, a large library has hundreds of rows. */
const rowsInPart = 16;

/**
 * What was read last, the latest last, for as long as the index is the same: whoever types a word reads the same rows
 * with every letter after its third, and those of the word before it with every letter.
 */
let kept: { of: string; bytes: number; ranges: Map<string, Uint8Array[]> } = { of: '', bytes: 0, ranges: new Map() };

/** The rows in a range. Not to be changed. */
export function storedRows(state: SearchState, [from, to]: Range): PromiseLike<Uint8Array[]> {
  const { before, keep } = keptOf(state, [from, to]);
  if (before) return Dexie.Promise.resolve(before);
  return db.searchRows
    .where('key')
    .between(from, to)
    .toArray()
    .then((records) => {
      beginTurn();
      return keep(records.map(({ bytes }) => bytes));
    });
}

/** The same where that is much: each answer of the database is a task, and the page goes on between them. */
export async function storedInParts(
  state: SearchState,
  [from, to]: Range,
  signal: AbortSignal | undefined,
): Promise<Uint8Array[]> {
  const { before, keep } = keptOf(state, [from, to]);
  if (before) return before;
  const rows: Uint8Array[] = [];
  for (let after = from, isFirst = true; ; isFirst = false) {
    const part = await db.searchRows.where('key').between(after, to, isFirst).limit(rowsInPart).toArray();
    rows.push(...part.map(({ bytes }) => bytes));
    signal?.throwIfAborted();
    if (part.length < rowsInPart) return keep(rows);
    after = part.at(-1)?.key ?? to;
  }
}

/** The rows of a range, where they are kept, and how to keep them. */
function keptOf(state: SearchState, [from, to]: Range) {
  const of = JSON.stringify(state);
  if (kept.of !== of) kept = { of, bytes: 0, ranges: new Map() };
  const { ranges } = kept;
  const name = `${from}\n${to}`;
  const before = ranges.get(name);
  if (before) {
    ranges.delete(name);
    ranges.set(name, before);
  }
  const keep = (rows: Uint8Array[]) => {
    // Without a stamp, one index looks like another.
    if (kept.ranges === ranges && state.stamp !== undefined) add(name, rows);
    return rows;
  };
  return { before, keep };
}

function add(name: string, rows: Uint8Array[]): void {
  const { ranges } = kept;
  if (ranges.has(name)) return;
  ranges.set(name, rows);
  kept.bytes += sizeOf(rows);
  for (const [oldest, rows] of ranges) {
    if (kept.bytes <= mostBytes) return;
    ranges.delete(oldest);
    kept.bytes -= sizeOf(rows);
  }
}

function sizeOf(rows: Uint8Array[]): number {
  return rows.reduce((sum, { length }) => sum + length, 0);
}
