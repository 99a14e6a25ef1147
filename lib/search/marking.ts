/** Where a text says what was looked for. */
import type { Sought } from './look-up';
import type { PhraseWord } from './phrases';
import { type Word, wordsOf } from './words';

/** What is marked: plain data, the same for all papers that were found. */
export interface Marking {
  /** Whole words. */
  words: string[];
  /** Words that begin so. */
  beginnings: string[];
  phrases: PhraseWord[][];
}

export const noMarking: Marking = { words: [], beginnings: [], phrases: [] };

/** Gathers what is marked. */
export class MarkingWords {
  #words = new Set<string>();
  #beginnings = new Set<string>();
  #phrases: PhraseWord[][] = [];

  add({ word, isOpen, parts }: Sought, typos: string[]): void {
    (isOpen ? this.#beginnings : this.#words).add(word);
    for (const typo of typos) this.#words.add(typo);
    if (parts.length > 1) this.#phrases.push(parts);
  }

  addPhrase(phrase: PhraseWord[]): void {
    if (phrase.length > 0) this.#phrases.push(phrase);
  }

  done(): Marking {
    return { words: [...this.#words], beginnings: [...this.#beginnings], phrases: this.#phrases };
  }
}

/** The parts of a text that are marked, in order, none over another. */
export function marksIn(text: string, { words, beginnings, phrases }: Marking): [start: number, end: number][] {
  if (words.length + beginnings.length + phrases.length === 0) return [];
  const found: [number, number][] = [];
  const read = wordsOf(text);
  const isMeant = (word: string) => words.includes(word) || beginnings.some((beginning) => word.startsWith(beginning));
  for (const { word, start, end, kind } of read) {
    if (kind !== 'pair' && isMeant(word)) found.push([start, end]);
    else if (kind === 'pair' && (words.includes(word) || beginnings.includes(word))) found.push([start, end]);
  }
  for (const phrase of phrases) found.push(...phraseIn(read, phrase));
  return joined(found.sort(([a], [b]) => a - b));
}

function phraseIn(read: Word[], phrase: PhraseWord[]): [number, number][] {
  const at = Map.groupBy(read, ({ position }) => position);
  const ranges: [number, number][] = [];
  for (const [position, [here]] of at) {
    const parts = phrase.map(({ word, offset, isOpen }) =>
      at.get(position + offset)?.find((other) => (isOpen ? other.word.startsWith(word) : other.word === word)),
    );
    const last = parts.at(-1);
    if (here && last && parts.every(Boolean)) ranges.push([here.start, last.end]);
  }
  return ranges;
}

function joined(found: [number, number][]): [number, number][] {
  const ranges: [number, number][] = [];
  for (const [start, end] of found) {
    const last = ranges.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else ranges.push([start, end]);
  }
  return ranges;
}
