/** Papers as vectors of their words: the rarer a word among them, the more it counts (tf-idf). Read first: telling-words. */
import type { WordsRow } from './pictures/row';
import { inSlices } from './slices';
import { wordReader } from './telling-words';

/** The words of one paper that others have too, by their numbers; the length of the whole vector is 1. */
export interface WordVector {
  words: Uint32Array;
  weights: Float32Array;
}

export interface WordVectors {
  rows: WordsRow[];
  vectors: WordVector[];
  /** As they are shown, by number. */
  words: string[];
  /** By number: how many papers have it. */
  papers: number[];
  /** By number of the word: the papers that have it, by theirs, and how much it counts in each. */
  having: WordVector[];
}

/** A word of the title, of a tag or of the note counts as much as two of the abstract. */
const chosenWorth = 2;

/** Prepares papers for comparison, in slices; 10,000 take some seconds, in which the page goes on. */
export async function wordVectors(rows: WordsRow[], signal: AbortSignal): Promise<WordVectors> {
  const read = wordReader();
  const numbers = new Map<string, number>();
  const [words, papers]: [string[], number[]] = [[], []];
  const counted: Map<number, number>[] = [];
  await inSlices(rows, signal, ({ title, abstract, own }) => {
    const counts = new Map<number, number>();
    const count = (text: string, worth: number) => {
      for (const { key, written } of read(text)) {
        const number = numbers.get(key) ?? words.push(written) - 1;
        numbers.set(key, number);
        // Of `graph` and `graphs`, the one by whose letters a search finds both.
        if (written.length < (words[number]?.length ?? 0)) words[number] = written;
        if (!counts.has(number)) papers[number] = (papers[number] ?? 0) + 1;
        counts.set(number, (counts.get(number) ?? 0) + worth);
      }
    };
    count(title, chosenWorth);
    count(own, chosenWorth);
    count(abstract, 1);
    counted.push(counts);
  });

  const vectors: WordVector[] = [];
  await inSlices(counted, signal, (counts) => {
    vectors.push(vectorOf(counts, papers, rows.length));
  });
  return { rows, vectors, words, papers, having: await inverted(vectors, papers, signal) };
}

function vectorOf(counts: Map<number, number>, papers: number[], total: number): WordVector {
  const weighed = [...counts].map(([word, count]): [word: number, weight: number] => {
    return [word, (1 + Math.log(count)) * Math.log((1 + total) / (papers[word] ?? 1))];
  });
  const length = Math.sqrt(weighed.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  // Words of one paper alone make it longer, and so less like any other; more they do not do.
  const shared = weighed.filter(([word]) => (papers[word] ?? 0) > 1);
  return {
    words: Uint32Array.from(shared, ([word]) => word),
    weights: Float32Array.from(shared, ([, weight]) => weight / length),
  };
}

async function inverted(vectors: WordVector[], papers: number[], signal: AbortSignal): Promise<WordVector[]> {
  const none: WordVector = { words: new Uint32Array(), weights: new Float32Array() };
  const having: WordVector[] = [];
  await inSlices(papers, signal, (count) => {
    having.push(count > 1 ? { words: new Uint32Array(count), weights: new Float32Array(count) } : none);
  });
  const filled = new Uint32Array(papers.length);
  await inSlices(vectors, signal, ({ words, weights }, paper) => {
    for (let i = 0; i < words.length; i++) {
      const word = words[i] ?? 0;
      const list = having[word] ?? none;
      const at = filled[word] ?? 0;
      list.words[at] = paper;
      list.weights[at] = weights[i] ?? 0;
      filled[word] = at + 1;
    }
  });
  return having;
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
