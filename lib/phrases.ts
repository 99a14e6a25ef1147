import { folded } from './fold';

/** A word of a text; of scripts that have no spaces between words, a character. */
interface Token {
  word: string;
  start: number;
  end: number;
  /** It does not belong with the one before: in these scripts, no phrase goes across a comma. */
  apart: boolean;
}

const unspaced = String.raw`[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}ーｰ]`;
/** `C++` and `C#` are words. */
const tokens = new RegExp(String.raw`\p{L}(?:\+\+|#)|(${unspaced}\p{M}*)|[[\p{L}\p{N}\p{M}]--${unspaced}]+`, 'gv');

/** Soft hyphens, joiners and the like: they stand in the middle of words. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

/** A step in a phrase: the words that may follow, and what ends here. */
interface Step<T> {
  next: Map<string, Step<T>>;
  ends: T[];
  /** What ends with a word that begins so; by its beginning. */
  beginnings: Map<string, T[]>;
  /** How long these beginnings are. */
  lengths: number[];
}

/**
 * Looks many phrases up in a text at once: it goes by the words of the text, however many phrases there are. A phrase is
 * one word or several, whole, folded, whatever stands between; `*` at its end lets the last word go on. In scripts that
 * write no spaces it is found anywhere.
 */
export class Phrases<T> {
  #start = newStep<T>();

  get isEmpty(): boolean {
    return this.#start.next.size === 0 && this.#start.lengths.length === 0;
  }

  /** From now on, `value` is found wherever `phrase` occurs. */
  add(phrase: string, value: T): void {
    const { words, isOpen } = wordsOfPhrase(phrase);
    const last = isOpen ? words.pop() : undefined;
    let step = this.#start;
    for (const word of words) {
      const next = step.next.get(word) ?? newStep<T>();
      step.next.set(word, next);
      step = next;
    }
    if (last === undefined) {
      if (words.length > 0) step.ends.push(value);
      return;
    }
    step.beginnings.set(last, [...(step.beginnings.get(last) ?? []), value]);
    if (!step.lengths.includes(last.length)) step.lengths.push(last.length);
  }

  /** Puts into `found` what occurs in `written` and is not there yet, with the words of the text. */
  find(written: string, found: Map<T, string>): void {
    if (this.isEmpty) return;
    const text = written.replace(invisible, '');
    const read = [...tokensOf(text)];
    for (const [index, first] of read.entries()) {
      const hit = (values: T[], last: Token) => {
        for (const value of values) if (!found.has(value)) found.set(value, text.slice(first.start, last.end));
      };
      let step: Step<T> | undefined = this.#start;
      for (let at = index; step; at++) {
        const token = read[at];
        if (!token || (at > index && token.apart)) break;
        for (const length of step.lengths) hit(step.beginnings.get(token.word.slice(0, length)) ?? [], token);
        step = step.next.get(token.word);
        if (step) hit(step.ends, token);
      }
    }
  }
}

/** What two spellings of one phrase have in common. Empty where there is nothing to look for. */
export function phraseKey(phrase: string): string {
  const { words, isOpen } = wordsOfPhrase(phrase);
  return words.join(' ') + (isOpen && words.length > 0 ? '*' : '');
}

function wordsOfPhrase(phrase: string): { words: string[]; isOpen: boolean } {
  const text = phrase.replace(invisible, '');
  const read = [...tokensOf(text)];
  const rest = text.slice(read.at(-1)?.end);
  return { words: read.map(({ word }) => word), isOpen: rest.includes('*') };
}

function* tokensOf(text: string): Generator<Token> {
  let last = 0;
  let wasUnspaced = false;
  for (const match of text.matchAll(tokens)) {
    const [written, character] = match;
    const start = match.index;
    const isUnspaced = character !== undefined;
    const apart = (isUnspaced || wasUnspaced) && text.slice(last, start).trim() !== '';
    last = start + written.length;
    wasUnspaced = isUnspaced;
    yield { word: folded(written), start, end: last, apart };
  }
}

function newStep<T>(): Step<T> {
  return { next: new Map(), ends: [], beginnings: new Map(), lengths: [] };
}
