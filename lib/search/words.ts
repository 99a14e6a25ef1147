/** The words of a text, the same for what is indexed and for what is looked for. */
import { folded } from '../fold';

/** A word where it stands. */
export interface Word {
  /** Folded: without case, accents and width. */
  word: string;
  /** Neighbours differ by one: the number of the word, or of the character in scripts without spaces. */
  position: number;
  /** Where it stands in the text as it was written. */
  start: number;
  end: number;
  /** How many positions it takes up. */
  length: number;
  /**
   * `joined`: a compound without what joins it, such as `kmeans` of `k-means`, beside its parts; `pair`: two neighbours
   * in a script without spaces, beside the words, since where one word ends there depends on what stands around it.
   */
  kind: 'word' | 'joined' | 'pair';
}

const unspaced = String.raw`[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}ーｰ]`;
const letter = String.raw`[[\p{L}\p{N}\p{M}\p{Default_Ignorable_Code_Point}]--${unspaced}]`;
/** `C++` and `C#` are words. */
const tokens = new RegExp(String.raw`\p{L}(?:\+\+|#)(?!${letter})|(${unspaced}[${unspaced}\p{M}]*)|${letter}+`, 'gv');
const ignorable = /\p{Default_Ignorable_Code_Point}/gu;

/** What makes two words one: `k-means`, `2609.00001`, `10.1145/329`, `O’Brien`. */
const joint = /^[-‐‑–._/:'’]$/;

/** More parts than this are an address or a list. */
const maxParts = 6;

/** Nobody types more of a word, and the index need not know more. */
export const maxWordLength = 40;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** All words of a text, in order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let parts: Word[] = [];
  let position = 0;
  const join = () => {
    const joined = parts.length > 1 && parts.length <= maxParts ? compoundOf(parts) : undefined;
    if (joined) words.push(joined);
    parts = [];
  };
  for (const match of text.matchAll(tokens)) {
    const [written, run] = match;
    const start = match.index;
    const last = parts.at(-1);
    if (last && !joint.test(text.slice(last.end, start))) join();
    if (run !== undefined) {
      join();
      position += addUnspaced(words, written, start, position);
      continue;
    }
    const word = folded(written.replace(ignorable, '')).slice(0, maxWordLength);
    if (word === '') continue;
    const part: Word = { word, position, start, end: start + written.length, length: 1, kind: 'word' };
    position += 1;
    words.push(part);
    parts.push(part);
  }
  join();
  return words;
}

/** Whether a word is of a script that is written without spaces. */
export function isUnspaced(word: string): boolean {
  return unspacedStart.test(word);
}
const unspacedStart = new RegExp(`^${unspaced}`, 'v');

function compoundOf(parts: Word[]): Word | undefined {
  const [first, last] = [parts[0], parts.at(-1)];
  const word = parts.map((part) => part.word).join('');
  if (!first || !last || word.length > maxWordLength) return undefined;
  const { position, start } = first;
  return { word, position, start, end: last.end, length: parts.length, kind: 'joined' };
}

/** Adds the words and the pairs of a run without spaces; returns how many characters it has. */
function addUnspaced(words: Word[], run: string, start: number, position: number): number {
  const at: number[] = [];
  for (let i = 0; i < run.length; i += run.codePointAt(i) === run.charCodeAt(i) ? 1 : 2) at.push(i);
  at.push(run.length);
  const count = at.length - 1;
  const add = (from: number, to: number, kind: Word['kind']) => {
    const [begin = 0, end = run.length] = [at[from], at[to]];
    const word = folded(run.slice(begin, end)).slice(0, maxWordLength);
    // An accent alone is nothing.
    if (word === '') return;
    words.push({ word, position: position + from, start: start + begin, end: start + end, length: to - from, kind });
  };
  const segmented = new Set<number>();
  for (const { segment, index } of segmenter.segment(run)) {
    const from = at.indexOf(index);
    const to = at.indexOf(index + segment.length);
    if (from < 0 || to < 0) continue;
    add(from, to, 'word');
    if (to - from === 2 || (to - from === 1 && to === count)) segmented.add(from);
  }
  // The last one stands alone, so that each character is at the beginning of something.
  for (let i = 0; i < count; i++) if (!segmented.has(i)) add(i, Math.min(i + 2, count), 'pair');
  return count;
}
