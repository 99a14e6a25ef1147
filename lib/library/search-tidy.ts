/** Tidies the rows of the search index: each spilled batch adds some. In the background. Read first: search-upkeep. */
import { end } from '../search/postings';
import { mergeRows } from '../search/rows';
import { db, type SearchRow, type SearchState } from './db';
import { searchState } from './search-index';
import { alivePieces, isBitSet, pieceName } from './search-pieces';
import type { Sizes } from './search-upkeep';

/** Makes few rows of all in a bucket, for some buckets, without the documents that are gone. */
export async function tidy(sizes: Sizes): Promise<true> {
  await db.transaction('rw', db.searchRows, db.searchState, async () => {
    const state = await searchState();
    const rows = await db.searchRows
      .where('key')
      .above(state.tidiedTo ?? '')
      .limit(sizes.rows)
      .toArray();
    const buckets = [...Map.groupBy(rows, ({ key }) => key.slice(0, key.lastIndexOf(end)))];
    // The last bucket may have more rows.
    const isLast = rows.length < sizes.rows;
    const whole = isLast || buckets.length === 1 ? buckets : buckets.slice(0, -1);
    const pieces = new Map((await alivePieces()).map((piece) => [piece.key, piece]));
    const isAlive = (doc: number) => {
      const piece = pieces.get(`alive:${pieceName(doc)}`);
      return piece !== undefined && isBitSet(piece, doc);
    };
    // Where most of what is written is gone, all is written anew; otherwise what would stay as it is, is left.
    const isThin = state.next > 2 * state.count;
    for (const [bucket, parts] of whole) {
      for (const group of groupsOf(parts, sizes.row)) {
        if (group.length > 1 || isThin) await merge(bucket, group, isAlive);
      }
    }
    const tidiedTo = isLast ? undefined : whole.at(-1)?.[1].at(-1)?.key;
    await db.searchState.put({ ...state, tidiedTo, spills: isLast ? 0 : state.spills } satisfies SearchState);
  });
  return true;
}

async function merge(bucket: string, parts: SearchRow[], isAlive: (doc: number) => boolean): Promise<void> {
  const [first, ...others] = parts;
  if (!first) return;
  const bytes = mergeRows(
    bucket,
    parts.map(({ bytes }) => bytes),
    isAlive,
  );
  await db.searchRows
    .where('key')
    .between(first.key, others.at(-1)?.key ?? first.key, true, true)
    .delete();
  if (bytes.length > 0) await db.searchRows.put({ key: first.key, bytes });
}

/** Neighbours that are not too long together. */
function groupsOf(parts: SearchRow[], most: number): SearchRow[][] {
  const groups: SearchRow[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const part of parts) {
    size += part.bytes.length;
    if (size > most) {
      groups.push([]);
      size = part.bytes.length;
    }
    groups.at(-1)?.push(part);
  }
  return groups;
}
