/** Saved papers that are near others by their words, from the search index. Reads, and never writes. Read first: search-prints. */
import { type NearDoc, type Nearness, nearestTo, type PrintPiece } from '../nearness';
import { wordReader } from '../telling-words';
import { printOf, type Words } from '../word-prints';
import type { NearPaper } from './contract';
import { db } from './db';
import { openIndex, readTables } from './search-index';
import { pieceOf, printOfDocument, printPieces } from './search-prints';

/** Words that are told of each. */
const wordsTold = 5;

/** For each of these, the saved papers that are near it, the nearest first, with words as it writes them. It reads the prints of the library, and what it finds. */
export async function nearestSaved(sought: Words[], nearness: Nearness, signal: AbortSignal): Promise<NearPaper[][]> {
  const read = wordReader();
  const prints = sought.map((words) => printOf(words, read));
  const { alive, next, pending } = await known();
  const pieces: PrintPiece[] = await printPieces(signal);
  pieces.push(
    pieceOf(
      next,
      pending.map(({ document }) => printOfDocument(document, read)),
    ),
  );
  const found = await nearestTo(
    prints.map(({ print }) => print),
    pieces,
    (doc) => alive[doc] === 1,
    nearness,
    signal,
  );
  const papers = await papersOf([...new Set(found.flat().map(({ doc }) => doc))], next, pending);
  return found.map((near, i) =>
    near.flatMap(({ doc, words }: NearDoc) => {
      const paper = papers.get(doc);
      const written = prints[i]?.written;
      return paper ? { ...paper, words: words.slice(0, wordsTold).flatMap((word) => written?.get(word) ?? []) } : [];
    }),
  );
}

/** What the index knows now. */
function known() {
  return db.transaction('r', readTables, async () => {
    const { alive, state, pending } = await openIndex();
    return { alive, next: state.next, pending };
  });
}

async function papersOf(docs: number[], next: number, pending: Awaited<ReturnType<typeof known>>['pending']) {
  const stored = await db.searchDocs.bulkGet(docs.filter((doc) => doc < next));
  const ids = new Map(stored.flatMap((record) => (record ? [[record.doc, record.paperId]] : [])));
  for (const doc of docs) {
    const paper = pending[doc - next];
    if (paper) ids.set(doc, paper.paperId);
  }
  const records = await db.papers.bulkGet([...ids.values()]);
  const titles = new Map(records.flatMap((record) => (record ? [[record.id, record.paper.title]] : [])));
  return new Map([...ids].map(([doc, id]) => [doc, { id, title: titles.get(id) ?? '' }]));
}
