/** Papers that changed since they were indexed: indexed for the moment, in memory. Inside a transaction. Read first: search-index. */
import Dexie from 'dexie';
import type { PaperId } from '../paper';
import { BatchBuilder } from '../search/document';
import type { Batch } from '../search/rows';
import { db, type SearchChange } from './db';
import { all, documentsOf, type PaperDocument, shownRecords } from './search-documents';

/** What is still to be indexed. The same again and again while somebody types. */
export interface Pending {
  key: string;
  documents: PaperDocument[];
  /** What is indexed of the papers that changed. */
  outdated: number[];
  batch?: Batch;
}
let lastPending: Pending = { key: '', documents: [], outdated: [] };

export async function pendingOf(changes: SearchChange[], next: number): Promise<Pending> {
  const key = [next, ...changes.map(({ change }) => change)].join();
  if (lastPending.key === key) return lastPending;
  const changed = changes.map(({ paperId }) => paperId);
  const records = await shownRecords(changed);
  const documents = await documentsOf(records);
  const ids = [...new Set([...changed, ...records.map(({ id }) => id)])];
  const outdated = await docsOf(ids);
  lastPending = { key, documents, outdated };
  return lastPending;
}

/** The documents of these papers. Inside a transaction. */
export function docsOf(ids: PaperId[]): PromiseLike<number[]> {
  return all(ids, (id) => db.searchDocs.where('paperId').equals(id).primaryKeys() as PromiseLike<number[]>);
}

/** Papers that are indexed in one task. */
const atOnce = 20;

/** The papers that wait, indexed. */
export function batchOfPending(pending: Pending, next: number): PromiseLike<Batch> {
  if (pending.batch) return Dexie.Promise.resolve(pending.batch);
  const builder = new BatchBuilder();
  const addFrom = (first: number): PromiseLike<Batch> => {
    const some = pending.documents.slice(first, first + atOnce);
    for (const [i, { document }] of some.entries()) builder.add(next + first + i, document);
    if (first + atOnce < pending.documents.length) {
      // Each answer of the database is a task: the page goes on between them.
      return db.searchState.count().then(() => addFrom(first + atOnce));
    }
    pending.batch = builder.done();
    return Dexie.Promise.resolve(pending.batch);
  };
  return addFrom(0);
}
