/** Gives the papers of a file to the library, batch by batch. On pages, and in the background. */
import type { WholePaper } from './formats/whole-paper';
import type { Library } from './library/contract';
import type { ImportCounts } from './library/db';
import type { Decisions } from './library/decisions';

export interface ImportProgress {
  /** How many papers were taken in so far. */
  done: number;
  counts: ImportCounts;
}

export interface Imported extends ImportProgress {
  id: string;
  /** The user stopped it: what was taken in until then is whole. */
  isCancelled: boolean;
}

interface Options {
  /** The file's name, or what else the papers come from. */
  name: string;
  /** What the file says of the library as a whole: it is taken in last. */
  decisions?: Decisions | undefined;
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: ImportProgress) => void) | undefined;
}

/** Papers in a batch, and about how many characters: whoever saves a paper meanwhile is not kept waiting. */
const most = { papers: 50, characters: 1_000_000 };

/** Imports all papers as one import. An aborted signal stops it after the batch that is being taken in. */
export async function inBatches(
  library: Pick<Library, 'importBatch' | 'endImport'>,
  papers: Iterable<WholePaper> | AsyncIterable<WholePaper>,
  { name, decisions, signal, onProgress }: Options,
): Promise<Imported> {
  const importId = crypto.randomUUID();
  const counts: ImportCounts = { new: 0, merged: 0, same: 0, removed: 0 };
  let done = 0;
  let number = 0;
  for await (const batch of batches(papers)) {
    if (signal?.aborted) break;
    const became = await library.importBatch({ importId, name, batch: number++, papers: batch });
    for (const kind of Object.keys(counts) as (keyof ImportCounts)[]) counts[kind] += became[kind];
    done += batch.length;
    onProgress?.({ done, counts: { ...counts } });
  }
  if (decisions && !signal?.aborted)
    await library.importBatch({ importId, name, batch: number++, papers: [], decisions });
  if (number > 0) await library.endImport(importId);
  return { id: importId, done, counts, isCancelled: signal?.aborted ?? false };
}

async function* batches(papers: Iterable<WholePaper> | AsyncIterable<WholePaper>): AsyncGenerator<WholePaper[]> {
  let batch: WholePaper[] = [];
  let characters = 0;
  for await (const paper of papers) {
    batch.push(paper);
    characters += JSON.stringify(paper).length;
    if (batch.length < most.papers && characters < most.characters) continue;
    yield batch;
    batch = [];
    characters = 0;
  }
  if (batch.length > 0) yield batch;
}
