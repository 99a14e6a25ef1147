/** The telling words of papers as numbers: by them, thousands are compared, and none is read. Read first: telling-words. */
import type { TellingWord } from './telling-words';

/** One number for each word: 28 bits of its hash, four of how much it counts. */
export type WordPrint = Uint32Array<ArrayBuffer>;

/** What is compared of a paper: what its authors wrote, and what its user did. */
export interface Words {
  title: string;
  abstract: string;
  /** Tags and note. */
  own: string;
}

/** Longer texts have fewer words that tell. */
const most = 64;

/** A word of the title, of a tag or of the note counts as much as two of the abstract. */
const chosenWorth = 2;

/** A print, and how the words in it were written. */
export function printOf(
  { title, abstract, own }: Words,
  read: (text: string) => TellingWord[],
): { print: WordPrint; written: Map<number, string> } {
  const counts = new Map<number, number>();
  const written = new Map<number, string>();
  const count = (text: string, worth: number) => {
    for (const word of read(text)) {
      const hash = hashOf(word.key);
      counts.set(hash, (counts.get(hash) ?? 0) + worth);
      // Of `graph` and `graphs`, the one by whose letters a search finds both.
      const known = written.get(hash);
      if (known === undefined || word.written.length < known.length) written.set(hash, word.written);
    }
  };
  count(title, chosenWorth);
  count(own, chosenWorth);
  count(abstract, 1);
  const kept = [...counts].sort(([, a], [, b]) => b - a).slice(0, most);
  const print = Uint32Array.from(kept, ([hash, worth]) => ((hash << 4) | weightStored(worth)) >>> 0);
  return { print, written };
}

/** Which word it is. */
export function wordIn(stored: number): number {
  return stored >>> 4;
}

/** How much it counts: 1 for a word that is there once. */
export function weightIn(stored: number): number {
  return (stored & 15) / 4;
}

/** More of the same adds ever less. */
function weightStored(worth: number): number {
  return Math.min(15, Math.round(4 * (1 + Math.log(worth))));
}

/** 28 bits (FNV-1a, mixed). */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 4;
}
