/** Long work inside a transaction, which ends when nothing is asked of it: see also lib/slices. */
import { sliceLength } from '../slices';
import { db } from './db';

/** When something was last asked for here. */
let lastTurn = 0;

/** Lets the page do what waits, when it had to wait: each answer of the database is a task of its own. */
export function turn(): PromiseLike<void> | undefined {
  if (performance.now() - lastTurn < sliceLength) return undefined;
  return db.searchState.count().then(() => {
    lastTurn = performance.now();
  });
}
