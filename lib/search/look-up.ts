/** Looks one word up: whole, as a beginning, and with typos. Read first: words, lists, phrases. */
import { headFields, type TextField } from './document';
import { eachTerm, maskOf, type Range, raise } from './lists';
import type { Searched } from './match';
import { type PhraseWord, phraseDocs, phraseRanges } from './phrases';
import { bucketsOf, type Term, termCodes, termText } from './postings';
import type { TextClause } from './query';
import { allowedTypos, Distances } from './typos';
import { isUnspaced, type Word, wordsOf } from './words';

export const allFields: readonly TextField[] = [...headFields, 'abstract'];

/** What is looked for as one: a word, a compound, or a word of a script without spaces. */
export interface Sought {
  word: string;
  /** What begins so is found too. */
  isOpen: boolean;
  /** The same, word by word: `k`, `means`. */
  parts: PhraseWord[];
  position: number;
}

export interface Lookup {
  /** By document; 0: not there. */
  quality: Float32Array;
  hits: number;
  isAtLeast: boolean;
  /** Words that were taken for this one. */
  typos: string[];
}

/** Shorter words are found as beginnings only where they may be the last that is being typed. */
const shortest = 3;

/** With so few papers found, one looks further. */
const few = { whole: 3, short: 50 };

/** What is to be looked for in a text: in a phrase, and where it must not be there, as it is written. */
export function soughtIn({ text, isPhrase, isNot }: Omit<TextClause, 'kind'>, isLast: boolean): Sought[] {
  const words = wordsOf(text);
  const compounds = isPhrase ? [] : words.filter(({ kind }) => kind === 'joined');
  const isPart = (word: Word) =>
    compounds.some((each) => word.position >= each.position && word.position < each.position + each.length);
  const single = words.filter((word) => word.kind === 'word' && !isPart(word));
  const sought = [...compounds, ...single].sort((a, b) => a.position - b.position);
  return sought.map((word, i) => {
    const isAsWritten = isPhrase || isNot;
    const isLong = !isShortBeginning(word.word) || (isLast && i === sought.length - 1);
    // A character without spaces around it stands at the beginning of a pair, and seldom alone.
    const isOpen = (!isAsWritten && isLong) || (isUnspaced(word.word) && word.length === 1);
    const within = words.filter(
      (other) => other.position >= word.position && other.position + other.length <= word.position + word.length,
    );
    return { word: word.word, isOpen, parts: partsOf(within, isOpen), position: word.position };
  });
}

/** All of it as one phrase. */
export function phraseOf(sought: Sought[]): PhraseWord[] {
  const first = sought[0]?.position ?? 0;
  return sought.flatMap(({ parts, position }) =>
    parts.map((part) => ({ ...part, offset: part.offset + position - first })),
  );
}

/** Words one after the other; without spaces, pairs of characters, wherever words end there. */
function partsOf(words: Word[], isOpen: boolean): PhraseWord[] {
  const first = words[0]?.position ?? 0;
  const chars = words.filter(({ word }) => isUnspaced(word));
  if (chars.length > 0) {
    const pairs = new Map(chars.filter(({ length }) => length === 2).map((pair) => [pair.position, pair]));
    if (pairs.size === 0) return chars.slice(0, 1).map(({ word }) => ({ word, offset: 0, isOpen: true }));
    return [...pairs.values()]
      .sort((a, b) => a.position - b.position)
      .map(({ word, position }) => ({ word, offset: position - first, isOpen: false }));
  }
  const parts = words.filter(({ kind }) => kind === 'word');
  return parts.map(({ word, position }, i) => ({
    word,
    offset: position - first,
    isOpen: isOpen && i === parts.length - 1,
  }));
}

/** Rarer words say more. */
export function weightOf(hits: number, count: number): number {
  return Math.log(1 + (Math.max(0, count - hits) + 0.5) / (hits + 0.5));
}

/** Which documents have it in one of these fields, and how good a hit each is. */
export async function lookUp(searched: Searched, sought: Sought, fields: readonly TextField[]): Promise<Lookup> {
  const { word, isOpen, parts } = sought;
  const quality = new Float32Array(searched.size);
  const mask = fields === allFields ? undefined : maskOf(fields);
  const lookIn = async (kind: 'head' | 'body', isOpen: boolean) => {
    await eachTerm(searched, kind, { term: word, isOpen }, (term, isWhole) => {
      raise(quality, kind, term, isWhole ? 1 : beginningWorth(word, term), mask);
    });
    await searched.turn();
  };
  const isShort = isOpen && isShortBeginning(word);
  for (const kind of kindsOf(fields)) await lookIn(kind, isOpen && !(isShort && kind === 'body'));
  if (parts.length > 1) {
    const docs = await phraseDocs(searched, parts, fields, searched.isAlive);
    for (const doc of docs) quality[doc] = Math.max(quality[doc] ?? 0, partsWorth);
  }
  let hits = hitsIn(quality, searched);
  let isAtLeast = isShort && fields.includes('abstract');
  if (isAtLeast && hits < few.short) {
    isAtLeast = false;
    await lookIn('body', true);
    hits = hitsIn(quality, searched);
  }
  const typos = isOpen && hits < few.whole ? await lookUpTypos(searched, word, fields, quality) : [];
  return { quality, hits: typos.length > 0 ? hitsIn(quality, searched) : hits, isAtLeast, typos };
}

/** The ranges that `lookUp` reads, if it finds enough there. */
export function lookUpRanges(sought: Sought, fields: readonly TextField[]): Range[] {
  const { word, isOpen, parts } = sought;
  const isShort = isOpen && isShortBeginning(word);
  const ranges = kindsOf(fields).map((kind) => bucketsOf(kind, word, isOpen && !(isShort && kind === 'body')));
  return parts.length > 1 ? [...ranges, ...phraseRanges(parts, fields)] : ranges;
}

/** So many words begin so that not all of what they are in is read. */
export function isShortBeginning(word: string): boolean {
  return word.length < shortest && !isUnspaced(word);
}

/** The more of the word is there, the better. */
function beginningWorth(word: string, { termStart, termEnd }: Term): number {
  return 0.4 + 0.4 * Math.min(1, word.length / (termEnd - termStart));
}

/** A compound that is written in another way. */
const partsWorth = 0.3;

const typoWorth = 0.3;

/** The nearest words are enough. */
const mostTypos = 8;

/** Words that differ by a slip; their first letter is right, or one of the first two was left out or swapped. */
async function lookUpTypos(searched: Searched, word: string, fields: readonly TextField[], quality: Float32Array) {
  const most = allowedTypos(word);
  if (most === 0 || isUnspaced(word)) return [];
  const near = new Map<string, { apart: number; count: number }>();
  const distances = new Distances(word, most);
  const codes: number[] = [];
  const beginnings = [...new Set([word[0] ?? '', word[1] ?? ''])];
  await searched.preload(beginnings.map((beginning) => bucketsOf('word', beginning, true)));
  for (const beginning of beginnings) {
    await eachTerm(searched, 'word', { term: beginning, isOpen: true }, (term) => {
      const apart = distances.to(codes, termCodes(term, codes));
      if (apart === 0 || apart > most) return;
      const other = termText(term);
      near.set(other, { apart, count: term.count + (near.get(other)?.count ?? 0) });
    });
  }
  const nearest = [...near].sort(
    ([a, { apart, count }], [b, other]) => apart - other.apart || other.count - count || (a < b ? -1 : 1),
  );
  const found = nearest.slice(0, mostTypos);
  const mask = fields === allFields ? undefined : maskOf(fields);
  await searched.preload(found.flatMap(([term]) => kindsOf(fields).map((kind) => bucketsOf(kind, term, false))));
  for (const [term, { apart }] of found) {
    for (const kind of kindsOf(fields)) {
      await eachTerm(searched, kind, { term, isOpen: false }, (list) =>
        raise(quality, kind, list, typoWorth / apart, mask),
      );
    }
  }
  return found.map(([term]) => term).sort();
}

/** Where words of these fields are. */
function kindsOf(fields: readonly TextField[]): ('head' | 'body')[] {
  const kinds: ('head' | 'body')[] = fields.some((field) => field !== 'abstract') ? ['head'] : [];
  return fields.includes('abstract') ? [...kinds, 'body'] : kinds;
}

function hitsIn(quality: Float32Array, { isAlive }: Searched): number {
  let hits = 0;
  for (let doc = 0; doc < quality.length; doc++) if ((quality[doc] ?? 0) > 0 && isAlive(doc)) hits++;
  return hits;
}
