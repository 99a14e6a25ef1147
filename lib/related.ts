/** The nearest papers of one, by their words. Read first: word-vectors. */
import type { PaperId } from './paper';
import type { WordsRow } from './pictures/row';
import type { WordVector, WordVectors } from './word-vectors';

export interface RelatedPaper {
  row: WordsRow;
  /** From 0, nothing in common, to 1. */
  likeness: number;
  /** What both have, the most telling first. */
  words: string[];
}

/** Less is chance. */
const least = 0.05;

/** Words that are shown of each. */
const wordsShown = 5;

/** The papers that are most like this one, the most alike first. */
export function relatedTo(all: WordVectors, id: PaperId, limit = 5): RelatedPaper[] {
  const own = all.rows.findIndex((row) => row.id === id);
  const vector = all.vectors[own];
  if (!vector) return [];
  const likeness = likenessOf(all, vector);
  likeness[own] = 0;
  return nearest(likeness, limit, least).map((index) => {
    const words = sharedWords(all, vector, all.vectors[index] ?? vector);
    return { row: all.rows[index] as WordsRow, likeness: Math.min(1, likeness[index] ?? 0), words };
  });
}

/** How much each paper is like this one (the cosine). */
export function likenessOf({ vectors, having }: WordVectors, { words, weights }: WordVector): Float32Array {
  const likeness = new Float32Array(vectors.length);
  for (let i = 0; i < words.length; i++) {
    const list = having[words[i] ?? 0];
    const weight = weights[i] ?? 0;
    if (!list) continue;
    for (let j = 0; j < list.words.length; j++) {
      const paper = list.words[j] ?? 0;
      likeness[paper] = (likeness[paper] ?? 0) + weight * (list.weights[j] ?? 0);
    }
  }
  return likeness;
}

/** The numbers of the largest, the largest first; of two alike, the earlier. */
export function nearest(likeness: Float32Array, limit: number, least: number): number[] {
  const found: number[] = [];
  for (let i = 0; i < likeness.length; i++) {
    const value = likeness[i] ?? 0;
    const last = likeness[found[found.length - 1] ?? 0] ?? 0;
    if (value < least || (found.length === limit && value <= last)) continue;
    let at = found.length;
    while (at > 0 && (likeness[found[at - 1] ?? 0] ?? 0) < value) at--;
    found.splice(at, 0, i);
    if (found.length > limit) found.pop();
  }
  return found;
}

function sharedWords({ words }: WordVectors, a: WordVector, b: WordVector): string[] {
  const others = new Map(Array.from(b.words, (word, i) => [word, b.weights[i] ?? 0]));
  const shared: [word: string, worth: number][] = [];
  for (let i = 0; i < a.words.length; i++) {
    const word = a.words[i] ?? 0;
    const other = others.get(word);
    if (other !== undefined) shared.push([words[word] ?? '', other * (a.weights[i] ?? 0)]);
  }
  return shared
    .sort((a, b) => b[1] - a[1])
    .slice(0, wordsShown)
    .map(([word]) => word);
}
