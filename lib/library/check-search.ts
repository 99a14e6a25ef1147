/**
 * Whether the search index says what the library says, as far as its upkeep promises: a paper that changed waits in
 * `searchChanges`, and one that was never indexed is behind `builtTo`. Inside the transaction of a check.
 */
import Dexie from 'dexie';
import { db, type PaperRecord, type SearchAlive, type SearchDocRecord } from './db';
import type { Report } from './findings';
import { all, titleSorted } from './search-documents';
import { searchState } from './search-index';
import { alivePieces, isBitSet, pieceName } from './search-pieces';

/** Every paper that is shown is in the index, once, as it is. */
export async function checkIndexed(records: PaperRecord[], report: Report): Promise<void> {
  const ids = records.map(({ id }) => id);
  const [changes, docs, { builtTo }] = await Dexie.Promise.all([
    db.searchChanges.bulkGet(ids),
    all(ids, (id) => db.searchDocs.where('paperId').equals(id).toArray()),
    searchState(),
  ]);
  const docsOf = Map.groupBy(docs, ({ paperId }) => paperId);
  for (const [i, { id, paper, savedAt, removedAt, mergedInto }] of records.entries()) {
    const isWaiting = changes[i] !== undefined || (builtTo !== undefined && id > builtTo);
    if (isWaiting) continue;
    const [doc, another] = docsOf.get(id) ?? [];
    const isShown = removedAt === undefined && mergedInto === undefined;
    const isRight = isShown
      ? doc !== undefined && !another && doc.savedAt === savedAt && doc.title === titleSorted(paper.title)
      : doc === undefined;
    if (!isRight) report('notIndexed', id);
  }
}

/** Nothing is in the index that is not in the library, and each is alive there. */
export async function checkDocs(records: SearchDocRecord[], report: Report): Promise<void> {
  const ids = records.map(({ paperId }) => paperId);
  const [papers, changes, pieces, state] = await Dexie.Promise.all([
    db.papers.bulkGet(ids),
    db.searchChanges.bulkGet(ids),
    db.searchState.bulkGet([...new Set(records.map(({ doc }) => `alive:${pieceName(doc)}`))]),
    searchState(),
  ]);
  const pieceOf = new Map(pieces.flatMap((piece) => (piece ? [[piece.key, piece as SearchAlive]] : [])));
  for (const [i, { doc, paperId }] of records.entries()) {
    if (!papers[i] && !changes[i]) report('notIndexed', paperId);
    const piece = pieceOf.get(`alive:${pieceName(doc)}`);
    if (doc >= state.next || !piece || !isBitSet(piece, doc)) report('index', 'state');
  }
}

/** The index agrees with itself on how many papers there are. */
export async function checkIndex(report: Report): Promise<void> {
  const [state, docs, pieces] = await Dexie.Promise.all([searchState(), db.searchDocs.count(), alivePieces()]);
  let alive = 0;
  for (const { bits } of pieces) for (const byte of bits) for (let rest = byte; rest > 0; rest &= rest - 1) alive++;
  const isBatchThere = state.batch === undefined || (await db.searchState.get('batch')) !== undefined;
  if (docs !== state.count || alive !== docs || !isBatchThere) report('index', 'state');
}
