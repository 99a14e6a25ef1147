/** The prints of indexed papers: they are kept in pieces, as a part of the search index. Read first: search-index, lib/nearness. */
import type { PrintPiece } from '../nearness';
import type { SearchDocument } from '../search/document';
import type { TellingWord } from '../telling-words';
import { printOf, type WordPrint } from '../word-prints';
import { db, type SearchPrints } from './db';

/** Documents of which one piece tells: fewer than of columns, since each takes more room. */
export const docsInPrints = 512;

/** Pieces that are read at once: a page goes on in between. */
const atOnce = 16;

/** What is compared of a document. */
export function printOfDocument({ texts }: SearchDocument, read: (text: string) => TellingWord[]): WordPrint {
  const of = (...fields: string[]) =>
    texts
      .filter(([field]) => fields.includes(field))
      .map(([, text]) => text)
      .join('\n');
  return printOf({ title: of('title'), abstract: of('abstract'), own: of('tag', 'note') }, read).print;
}

/** Takes away the prints of these documents, and puts in those. Inside a transaction. */
export async function changePrints(gone: number[], added: Map<number, WordPrint>): Promise<void> {
  const changed = new Map<number, WordPrint>([
    ...gone.map((doc): [number, WordPrint] => [doc, new Uint32Array()]),
    ...added,
  ]);
  const byPiece = Map.groupBy(changed, ([doc]) => keyOf(doc));
  const keys = [...byPiece.keys()];
  const pieces = (await db.searchState.bulkGet(keys)) as (SearchPrints | undefined)[];
  await db.searchState.bulkPut(keys.map((key, i) => withPrints(key, pieces[i], byPiece.get(key) ?? [])));
}

/** All pieces; not those of documents that are still to be indexed. Each reading is a transaction of its own. */
export async function printPieces(signal: AbortSignal): Promise<PrintPiece[]> {
  const keys = await db.searchState.where('key').startsWith('prints:').primaryKeys();
  const pieces: PrintPiece[] = [];
  for (let start = 0; start < keys.length; start += atOnce) {
    signal.throwIfAborted();
    for (const piece of (await db.searchState.bulkGet(keys.slice(start, start + atOnce))) as (
      | SearchPrints
      | undefined
    )[]) {
      if (piece)
        pieces.push({
          first: Number(piece.key.slice('prints:'.length)) * docsInPrints,
          ends: piece.ends,
          words: piece.words,
        });
    }
  }
  return pieces;
}

/** A piece of these prints. */
export function pieceOf(first: number, prints: WordPrint[]): PrintPiece {
  const ends = new Uint32Array(prints.length);
  const words = new Uint32Array(prints.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  prints.forEach((print, i) => {
    words.set(print, end);
    end += print.length;
    ends[i] = end;
  });
  return { first, ends, words };
}

function keyOf(doc: number): SearchPrints['key'] {
  return `prints:${String(Math.floor(doc / docsInPrints)).padStart(7, '0')}`;
}

function withPrints(
  key: SearchPrints['key'],
  piece: SearchPrints | undefined,
  changed: [number, WordPrint][],
): SearchPrints {
  const prints = Array.from({ length: docsInPrints }, (_, i) =>
    (piece?.words ?? new Uint32Array()).subarray(piece?.ends[i - 1] ?? 0, piece?.ends[i] ?? 0),
  );
  for (const [doc, print] of changed) prints[doc % docsInPrints] = print;
  const { ends, words } = pieceOf(0, prints);
  return { key, ends, words } as SearchPrints;
}
