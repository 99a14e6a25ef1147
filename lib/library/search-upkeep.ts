/**
 * Brings the search index up to date, in slices: each is one short transaction, after which the index says the same as
 * before or more, so that the background may be stopped anywhere. In the background only. Read first: search-index.
 */
import Dexie from 'dexie';
import { oneAtATime } from '../one-at-a-time';
import type { PaperId } from '../paper';
import { BatchBuilder } from '../search/document';
import { end } from '../search/postings';
import { joinBatches, packed } from '../search/rows';
import { stayAwake } from '../stay-awake';
import { wordReader } from '../telling-words';
import type { WordPrint } from '../word-prints';
import { db, type SearchDocRecord, type SearchRow } from './db';
import { documentsOf, type PaperDocument, shownRecords } from './search-documents';
import { indexFormat, searchState, storedBatch } from './search-index';
import { docsOf } from './search-pending';
import { changePieces } from './search-pieces';
import { changePrints, printOfDocument } from './search-prints';
import { tidy } from './search-tidy';

/** Sizes of what is done at once. */
export interface Sizes {
  /** So many changed papers are indexed at once; with fewer, each search does it for itself meanwhile. */
  waiting: number;
  papers: number;
  /** After so many, others have their turn. */
  breath: number;
  /** A batch with so many documents goes into rows. */
  batch: number;
  buckets: number;
  /** After so many batches rows are tidied: of several in a bucket become few, without what is gone. */
  spills: number;
  rows: number;
  /** Bytes of a row: Chrome keeps what is longer than 64 KiB in a file of its own, and takes its time to read it. */
  row: number;
}

const usual: Sizes = {
  waiting: 32,
  papers: 250,
  breath: 20,
  batch: 1000,
  buckets: 400,
  spills: 8,
  rows: 300,
  row: 60_000,
};

/** Milliseconds without a change after which also a few papers are indexed: less than it takes to be stopped. */
const usualQuiet = 15_000;

/** Does what there is to do: now, whenever something was saved, and all of it when nothing was saved for a while. */
export function keepSearchIndex(quiet = usualQuiet): void {
  let isQuiet = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tend = oneAtATime(() => stayAwake(() => tendIndex({ all: isQuiet })));
  const work = () => tend().catch((error) => console.error('Papergloss: the search index is not up to date.', error));
  const begin = () => {
    isQuiet = false;
    clearTimeout(timer);
    timer = setTimeout(() => {
      isQuiet = true;
      work();
    }, quiet);
    work();
  };
  Dexie.on('storagemutated', (parts) => {
    if (Object.keys(parts).some((part) => part.includes('/searchChanges/'))) begin();
  });
  begin();
}

/** Works until nothing is left to do; with `all`, until every change is indexed. */
export async function tendIndex({ all = false, sizes = usual } = {}): Promise<void> {
  while (await nextSlice(all ? { ...sizes, waiting: 1 } : sizes));
}

async function nextSlice(sizes: Sizes): Promise<boolean> {
  const state = await searchState();
  if (state.format !== indexFormat) return beginAnew();
  if (state.batch && (state.batch.docs >= sizes.batch || state.batch.spilledTo !== undefined)) return spill(sizes);
  if (state.tidiedTo !== undefined || state.spills >= sizes.spills) return tidy(sizes);
  const changed = (await db.searchChanges.limit(sizes.papers).primaryKeys()) as PaperId[];
  if (changed.length >= sizes.waiting) return index(sizes, changed);
  if (state.builtTo === undefined) return false;
  const ids = (await db.papers.where('id').above(state.builtTo).limit(sizes.papers).primaryKeys()) as PaperId[];
  return index(sizes, ids, ids.at(-1));
}

/** All papers are to be indexed anew. Until each is, it can be found as it was indexed before. */
async function beginAnew(): Promise<true> {
  await db.transaction('rw', db.searchState, async () => {
    await db.searchState.put({ ...(await searchState()), format: indexFormat, builtTo: '' });
  });
  return true;
}

/** Indexes these papers anew, which are in order; with `builtTo`, as a step of indexing them all: without any, the last one. */
async function index(sizes: Sizes, ids: PaperId[], builtTo?: PaperId): Promise<true> {
  const asked = new Set(ids);
  const read = await db.transaction('r', [db.papers, db.notes, db.marks, db.highlights, db.searchChanges], async () => {
    const records = await shownRecords(ids);
    const others = records.map(({ id }) => id).filter((id) => !asked.has(id));
    return { others, documents: await documentsOf(records), changes: await changesOf(ids, others) };
  });
  const { next } = await searchState();
  const builder = new BatchBuilder();
  const readWords = wordReader();
  const prints = new Map<number, WordPrint>();
  for (const [i, { document }] of read.documents.entries()) {
    builder.add(next + i, document);
    prints.set(next + i, printOfDocument(document, readWords));
    // Whoever saves a paper now is not kept waiting.
    if (i % sizes.breath === 0) await new Promise((resolve) => setTimeout(resolve));
  }
  const added = builder.done();
  await db.transaction('rw', db.searchChanges, db.searchDocs, db.searchState, async () => {
    const state = await searchState();
    const now = await changesOf(ids, read.others);
    const unchanged = new Set([...ids, ...read.others].filter((id) => now.get(id) === read.changes.get(id)));
    const gone = await docsOf([...unchanged]);
    const docs = new Map<number, PaperDocument>();
    read.documents.forEach((document, i) => {
      if (unchanged.has(document.paperId)) docs.set(next + i, document);
    });
    await changePieces(gone, docs);
    await changePrints(gone, new Map([...docs.keys()].map((doc) => [doc, prints.get(doc) ?? new Uint32Array()])));
    await db.searchDocs.bulkDelete(gone);
    await db.searchDocs.bulkPut([...docs].map(([doc, document]) => docRecord(doc, document)));
    // All in a row go with one request.
    const isAll = [...now.keys()].every((id) => unchanged.has(id));
    if (isAll) await changesAmong(ids).delete();
    await db.searchChanges.bulkDelete(isAll ? read.others : [...unchanged]);
    const batch = joinBatches(await storedBatch(state), added);
    await db.searchState.put({ key: 'batch', ...packed(batch) });
    const isBuilt = ids.length === 0;
    await db.searchState.put({
      ...state,
      next: next + read.documents.length,
      count: state.count - gone.length + docs.size,
      stamp: crypto.randomUUID(),
      batch: {
        id: crypto.randomUUID(),
        first: state.batch?.first ?? next,
        docs: (state.batch?.docs ?? 0) + read.documents.length,
      },
      ...(builtTo !== undefined && { builtTo }),
      ...(isBuilt && { builtTo: undefined, ...(state.spills > 1 && { tidiedTo: '' }) }),
    });
  });
  return true;
}

/** Of these papers, which are neighbours in the table and come with one request, and of others. */
async function changesOf(ids: PaperId[], others: PaperId[]): Promise<Map<PaperId, string>> {
  const near = await changesAmong(ids).toArray();
  const far = (await db.searchChanges.bulkGet(others)).filter((record) => record !== undefined);
  return new Map([...near, ...far].map(({ paperId, change }) => [paperId, change]));
}

function changesAmong(ids: PaperId[]) {
  return db.searchChanges.where('paperId').between(ids[0] ?? '', ids.at(-1) ?? '', true, true);
}

function docRecord(doc: number, { paperId, savedAt, title, parts }: PaperDocument): SearchDocRecord {
  return { doc, paperId, savedAt, title, parts };
}

/** Puts some buckets of the batch into rows. */
async function spill(sizes: Sizes): Promise<true> {
  await db.transaction('rw', db.searchRows, db.searchState, async () => {
    const state = await searchState();
    if (!state.batch) return;
    const { first, spilledTo } = state.batch;
    const number = String(first).padStart(10, '0');
    const left = [...(await storedBatch(state))].filter(([bucket]) => spilledTo === undefined || bucket > spilledTo);
    const slice = left.slice(0, sizes.buckets);
    await db.searchRows.bulkPut(
      slice.map(([bucket, row]) => ({ key: bucket + end + number, bytes: row.slice() as SearchRow['bytes'] })),
    );
    const [last = ''] = slice.at(-1) ?? [];
    if (slice.length < left.length) {
      await db.searchState.put({ ...state, batch: { ...state.batch, spilledTo: last } });
      return;
    }
    await db.searchState.delete('batch');
    await db.searchState.put({ ...state, batch: undefined, spills: state.spills + 1 });
  });
  return true;
}
