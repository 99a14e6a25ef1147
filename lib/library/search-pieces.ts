/** Which documents are there, and what sorting needs to know of them, as it is written. Inside the transaction of search-upkeep. */
import { db, type SearchAlive, type SearchColumns } from './db';
import type { PaperDocument } from './search-documents';
import { docsInPiece, pieceName } from './search-index';

/** Tells of these documents that they are gone, and what sorting needs to know of those. */
export async function changePieces(gone: number[], docs: Map<number, PaperDocument>): Promise<void> {
  const names = [...new Set([...gone, ...docs.keys()].map(pieceName))];
  const keys = names.flatMap((name) => [`alive:${name}` as const, `columns:${name}` as const]);
  const pieces = await db.searchState.bulkGet(keys);
  names.forEach((name, i) => {
    pieces[2 * i] ??= { key: `alive:${name}`, bits: new Uint8Array(docsInPiece / 8) };
    pieces[2 * i + 1] ??= {
      key: `columns:${name}`,
      savedAt: new Float64Array(docsInPiece),
      published: new Int32Array(docsInPiece),
      rating: new Uint8Array(docsInPiece),
    };
  });
  const set = (doc: number, document?: PaperDocument) => {
    const i = names.indexOf(pieceName(doc));
    const { bits } = pieces[2 * i] as SearchAlive;
    const { savedAt, published, rating } = pieces[2 * i + 1] as SearchColumns;
    const at = doc % docsInPiece;
    const bit = 1 << (at & 7);
    bits[at >> 3] = document ? (bits[at >> 3] ?? 0) | bit : (bits[at >> 3] ?? 0) & ~bit;
    savedAt[at] = document?.savedAt ?? 0;
    published[at] = document?.published ?? 0;
    rating[at] = document?.rating ?? 0;
  };
  for (const doc of gone) set(doc);
  for (const [doc, document] of docs) set(doc, document);
  await db.searchState.bulkPut(pieces.filter((piece) => piece !== undefined));
}
