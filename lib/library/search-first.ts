/** The first of many documents, by columns: of each document a number, the highest first. It sorts no more than it needs to. */
import type { PaperId } from '../paper';
import { turn } from './turn';

export type Column = ArrayLike<number>;

/**
 * The first `count` by the first column; those that are equal there, by the next; and those that are equal in all, by
 * the ids of their papers, which are read of no others.
 */
export async function first(
  docs: Uint32Array,
  columns: Column[],
  count: number,
  readIds: (docs: number[]) => Promise<(doc: number) => PaperId | undefined>,
): Promise<number[]> {
  const [leading = []] = columns;
  const compare = by(columns);
  // Numbers are others whenever a paper is indexed anew: here they only say which of those that are equal to wait for.
  const best = await select(docs, count, leading, (a, b) => compare(a, b) || b - a);
  const last = best.at(-1) ?? 0;
  const others = docs.filter((doc) => doc < last && leading[doc] === leading[last] && compare(doc, last) === 0);
  const all = best.concat(Array.from(others));
  const isAsBefore = (i: number) => i > 0 && i < all.length && compare(all[i - 1] as number, all[i] as number) === 0;
  const tied = all.filter((_, i) => isAsBefore(i) || isAsBefore(i + 1));
  if (tied.length === 0) return best;
  const idOf = await readIds(tied);
  return select(all, count, leading, (a, b) => compare(a, b) || ((idOf(a) ?? '') < (idOf(b) ?? '') ? 1 : -1));
}

/** So many are looked at, and sorted, at once. */
const atOnce = 5000;

type Compare = (a: number, b: number) => number;

/** The first `count` of all, no two of which are equal. */
async function select(docs: ArrayLike<number>, count: number, leading: Column, compare: Compare): Promise<number[]> {
  let best: number[] = [];
  let least: number | undefined;
  let limit = Number.NEGATIVE_INFINITY;
  // Later documents were mostly saved later: few that come then are better.
  for (let i = docs.length - 1; i >= 0; i--) {
    if (i % atOnce === 0) await turn();
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

/** Sorts pieces, and pieces of pieces: of two that are in order, `sort` makes one with few comparisons. */
async function inTurns(docs: number[], compare: Compare): Promise<number[]> {
  if (docs.length <= atOnce) return docs.sort(compare);
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
    return 0;
  };
}
