/** What a query finds. Kept for a moment: the list asks for it, then what counts it. Read first: search-index. */
import { type Found, match } from '../search/match';
import type { Clause } from '../search/query';
import type { OpenIndex } from './search-index';

let last: { key: string; found: Found } | undefined;

/** Inside the transaction of the index. Not to be changed. */
export async function foundBy(index: OpenIndex, clauses: Clause[]): Promise<Found> {
  const key = JSON.stringify([index.version, clauses]);
  if (last?.key === key) return last.found;
  const found = await match(index, clauses);
  last = { key, found };
  return found;
}
