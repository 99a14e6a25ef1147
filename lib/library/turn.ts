/** Long work inside a transaction, which ends when nothing is asked of it: see also lib/slices. */
import { db } from './db';

/** Milliseconds of work at a time: with what a page does itself, far from the 50 that people feel. */
const sliceLength = 12;

/** When something was last asked for here. */
let lastTurn = 0;

/** Lets the page do what waits, when it had to wait: each answer of the database is a task of its own. */
export function turn(): PromiseLike<void> | undefined {
  if (performance.now() - lastTurn < sliceLength) return undefined;
  return db.searchState.count().then(() => {
    lastTurn = performance.now();
  });
}
