/** Long work inside a transaction, which ends when nothing is asked of it: see also lib/slices. */
import { sliceLength } from '../slices';
import { db } from './db';

/** When this turn began. */
let began = 0;

/** An answer of the database has come: each is a task of its own. */
export function beginTurn(): void {
  began = performance.now();
}

/** Lets the page do what waits, when it had to wait. */
export function turn(): PromiseLike<void> | undefined {
  if (performance.now() - began < sliceLength) return undefined;
  return db.searchState.count().then(beginTurn);
}
