/** Papers that changed since they were indexed: indexed for the moment, in memory. Inside a transaction. Read first: search-index. */
import Dexie from 'dexie';
import type { PaperId } from '../paper';
import { BatchBuilder } from '../search/document';
import type { Batch } from '../search/rows';
import { db, type SearchChange } from './db';
import { all, documentsOf, type PaperDocument, shownRecords } from './search-documents';
import { turn } from './turn';

/** What is still to be indexed. The same again and again while somebody types. */
export interface Pending {
  key: string;
  documents: PaperDocument[];
  /** What is indexed of the papers that changed. */
  outdated: number[];
  batch?: Batch;
  /** How that is made. */
  steps?: Generator<void, Batch> | undefined;
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

/** The papers that wait, indexed: by all who ask for it at a time together, each in its own transaction. */
export function batchOfPending(pending: Pending, next: number): PromiseLike<Batch> {
  while (!pending.batch) {
    pending.steps ??= stepsOf(pending.documents, next);
    try {
      const { done, value } = pending.steps.next();
      if (done) pending.batch = value;
    } catch (error) {
      // What failed is at its end: the next who asks must not take it for done.
      pending.steps = undefined;
      throw error;
    }
    const wait = turn();
    if (wait) return wait.then(() => batchOfPending(pending, next));
  }
  return Dexie.Promise.resolve(pending.batch);
}

function* stepsOf(documents: PaperDocument[], next: number): Generator<void, Batch> {
  const builder = new BatchBuilder();
  for (const [i, { document }] of documents.entries()) {
    builder.add(next + i, document);
    yield;
  }
  const batch: Batch = new Map();
  for (const [bucket, row] of builder.rows()) {
    batch.set(bucket, row);
    yield;
  }
  return batch;
}
