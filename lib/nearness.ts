/** Which papers are near others by their words (the cosine; the rarer a word, the more it counts). Read first: word-prints. */
import { inSlices } from './slices';
import { type WordPrint, weightIn, wordIn } from './word-prints';

/** The prints of documents with consecutive numbers, one after the other. */
export interface PrintPiece {
  /** The number of its first document. */
  first: number;
  /** Where the print of each ends in `words`. */
  ends: Uint32Array;
  words: Uint32Array;
}

export interface NearDoc {
  doc: number;
  /** From 0, nothing in common, to 1. */
  likeness: number;
  /** The words that both have, by their hashes, the most telling first. */
  words: number[];
}

export interface Nearness {
  /** At most so many. */
  limit: number;
  /** Less alike than this is chance. */
  least: number;
  /** So many words at least are in both: two rare ones are soon the same by chance. */
  leastWords: number;
}

/** Words are counted by this many bits: now and then two share a place, and count as more frequent than they are. */
const bits = 20;
const placeOf = (stored: number) => stored >>> (32 - bits);

/** For each print, the documents that are near it, the nearest first; in slices. What is looked for counts as known text. */
export async function nearestTo(
  sought: WordPrint[],
  pieces: PrintPiece[],
  isThere: (doc: number) => boolean,
  { limit, least, leastWords }: Nearness,
  signal: AbortSignal,
): Promise<NearDoc[][]> {
  const { worthOf } = await countWords(sought, pieces, isThere, signal);
  const seekers = seekersOf(sought);
  const lengths = sought.map((print) => lengthOf(print, 0, print.length, worthOf));
  const found: NearDoc[][] = sought.map(() => []);
  const products = new Float64Array(sought.length);
  const shared = new Uint16Array(sought.length);
  await inSlices(pieces, signal, (piece) => {
    eachPrint(piece, isThere, (doc, from, to) => {
      const { words } = piece;
      const touched: number[] = [];
      for (let at = from; at < to; at++) {
        const stored = words[at] ?? 0;
        const those = seekers.mayHave(stored) ? seekers.byWord.get(wordIn(stored)) : undefined;
        if (!those) continue;
        const worth = worthOf(stored) ** 2 * weightIn(stored);
        for (const { seeker, weight } of those) {
          if (shared[seeker] === 0) touched.push(seeker);
          shared[seeker] = (shared[seeker] ?? 0) + 1;
          products[seeker] = (products[seeker] ?? 0) + worth * weight;
        }
      }
      let length: number | undefined;
      for (const seeker of touched) {
        if ((shared[seeker] ?? 0) >= leastWords) {
          length ??= lengthOf(words, from, to, worthOf);
          const likeness = (products[seeker] ?? 0) / (length * (lengths[seeker] ?? 1) || 1);
          const own = sought[seeker] ?? new Uint32Array();
          const add = () => ({ doc, likeness, words: sharedWords(own, words.subarray(from, to), worthOf) });
          if (likeness >= least) insert(found[seeker] ?? [], likeness, limit, add);
        }
        products[seeker] = 0;
        shared[seeker] = 0;
      }
    });
  });
  return found;
}

/** In how many documents each word is, and so what it is worth. */
async function countWords(
  sought: WordPrint[],
  pieces: PrintPiece[],
  isThere: (doc: number) => boolean,
  signal: AbortSignal,
) {
  const counts = new Uint32Array(2 ** bits);
  let total = sought.length;
  const count = (words: Uint32Array, from: number, to: number) => {
    for (let at = from; at < to; at++) {
      const place = placeOf(words[at] ?? 0);
      counts[place] = (counts[place] ?? 0) + 1;
    }
  };
  for (const print of sought) count(print, 0, print.length);
  await inSlices(pieces, signal, (piece) =>
    eachPrint(piece, isThere, (_, from, to) => {
      total++;
      count(piece.words, from, to);
    }),
  );
  return { worthOf: (stored: number) => Math.log((1 + total) / Math.max(1, counts[placeOf(stored)] ?? 1)) };
}

/** By word, who looks for it. */
function seekersOf(sought: WordPrint[]) {
  const places = new Uint8Array(2 ** bits);
  const byWord = new Map<number, { seeker: number; weight: number }[]>();
  sought.forEach((print, seeker) => {
    for (const stored of print) {
      places[placeOf(stored)] = 1;
      const those = byWord.get(wordIn(stored)) ?? [];
      byWord.set(wordIn(stored), those);
      those.push({ seeker, weight: weightIn(stored) });
    }
  });
  return { byWord, mayHave: (stored: number) => places[placeOf(stored)] === 1 };
}

function eachPrint(
  { first, ends }: PrintPiece,
  isThere: (doc: number) => boolean,
  visit: (doc: number, from: number, to: number) => void,
): void {
  let from = 0;
  for (let i = 0; i < ends.length; i++) {
    const to = ends[i] ?? 0;
    if (to > from && isThere(first + i)) visit(first + i, from, to);
    from = to;
  }
}

function lengthOf(words: Uint32Array, from: number, to: number, worthOf: (stored: number) => number): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum += (weightIn(words[at] ?? 0) * worthOf(words[at] ?? 0)) ** 2;
  return Math.sqrt(sum);
}

function sharedWords(a: Uint32Array, b: Uint32Array, worthOf: (stored: number) => number): number[] {
  const others = new Map(Array.from(b, (stored) => [wordIn(stored), weightIn(stored)]));
  const shared = [...a].filter((stored) => others.has(wordIn(stored)));
  const worth = (stored: number) => worthOf(stored) ** 2 * weightIn(stored) * (others.get(wordIn(stored)) ?? 0);
  return shared.sort((a, b) => worth(b) - worth(a)).map(wordIn);
}

/** Keeps the nearest, in order; of two alike, the one that came first. */
function insert(found: NearDoc[], likeness: number, limit: number, add: () => NearDoc): void {
  if (found.length === limit && likeness <= (found.at(-1)?.likeness ?? 0)) return;
  const at = found.findIndex((other) => other.likeness < likeness);
  found.splice(at < 0 ? found.length : at, 0, add());
  if (found.length > limit) found.pop();
}
