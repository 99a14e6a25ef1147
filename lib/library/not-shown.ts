/** Papers that are not listed themselves. */
import Dexie from 'dexie';
import type { PaperId } from '../paper';
import { db } from './db';

/** The ids of papers that were removed, or merged into others: from keys alone, which browsers hand over all at once. */
export function idsNotShown(): PromiseLike<Set<PaperId>> {
  const removed = db.papers.where('removedAt').above(0).primaryKeys();
  const merged = db.papers.where('mergedInto').above('').primaryKeys();
  return Dexie.Promise.all([removed, merged]).then((found) => new Set(found.flat()));
}
