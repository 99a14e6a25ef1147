import { BatchBuilder, type SearchDocument } from '../lib/search/document';
import type { Batch } from '../lib/search/rows';

/** The rows of these documents, which go by their numbers, in ascending order. */
export function batchOf(documents: [doc: number, document: SearchDocument][]): Batch {
  const builder = new BatchBuilder();
  for (const [doc, document] of documents) builder.add(doc, document);
  return builder.done();
}
