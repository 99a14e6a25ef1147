import Dexie from 'dexie';
import { db } from '../../lib/library/db';

/** Nobody reads papers until it is called: what is typed until then waits for its answer. */
export function heldLibrary(): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const held = db.transaction('rw', db.papers, () => Dexie.waitFor(promise));
  return async () => {
    resolve();
    await held;
  };
}
