/** Where in a text a quote stands, though white space, signs or a few words may differ. */
import searchNearly, { type Match } from 'approx-string-match';
import type { Quote } from '../quote';

export interface Span {
  start: number;
  end: number;
}

/** A text without white space and invisible signs, and where in the text each of the others stands. */
export interface Letters {
  letters: string;
  at: number[];
}

/** Shorter passages stand in many texts: they count only where also the words around them are right. */
const tellingExactly = 16;
const tellingNearly = 32;
/** Still shorter ones must be there as they are. */
const shortestNearly = 12;
/** How much of the words around a passage must be right, on its better side. */
const sameContext = 0.6;
/** A second place is a copy of the first where the passage is so long that nobody writes it twice, or where it stands in
 * the same words: so much of them, on both sides together. */
const longForCopy = 48;
const contextOfCopy = 1.5;
/** The part of a passage that may differ, and the most letters. */
const differing = 1 / 4;
const mostDiffering = 256;
/** Places that are compared; where there are more, the text repeats itself. */
const enough = 64;

/** The place of a quote in a text, and then its copies: the abstract may be there short and whole, or for two widths. */
export function findQuote({ letters, at }: Letters, { exact, prefix, suffix }: Quote): Span[] {
  const [wanted, before, after] = [exact, prefix, suffix].map((part) => lettersOf(part).letters);
  if (!wanted || before === undefined || after === undefined) return [];
  const judge = ({ start, end }: Span) => {
    // One more than nothing: a quote at an end of its text belongs to an end.
    const left = sameness(letters.slice(Math.max(0, start - (before.length || 1)), start), before);
    const right = sameness(letters.slice(end, end + (after.length || 1)), after);
    return { start, end, context: left + right, better: Math.max(left, right) };
  };
  // First with all that is around it: of a letter that is there a thousand times, not only the first few are looked at.
  const whole = exactly(letters, before + wanted + after).map(({ start }) => start + before.length);
  const framed = whole.map((start) => ({ start, end: start + wanted.length }));
  const identical = framed.length > 0 ? framed : exactly(letters, wanted);
  const found = (identical.length > 0 ? identical : nearly(letters, wanted)).slice(0, enough).map(judge);
  const needsContext = wanted.length < (identical.length > 0 ? tellingExactly : tellingNearly);
  const [best] = found
    .filter(({ better }) => !needsContext || better >= sameContext)
    .sort((a, b) => b.context - a.context);
  if (!best) return [];
  const copies = exactly(letters, letters.slice(best.start, best.end), best.end - best.start)
    .filter(({ start, end }) => end <= best.start || start >= best.end)
    .filter((copy) => wanted.length >= longForCopy || judge(copy).context >= contextOfCopy);
  return [best, ...copies].map(({ start, end }) => ({ start: at[start] ?? 0, end: (at[end - 1] ?? 0) + 1 }));
}

/** Takes white space and invisible signs out of a text. */
export function lettersOf(text: string): Letters {
  const at: number[] = [];
  let letters = '';
  let from = 0;
  const take = (to: number) => {
    letters += text.slice(from, to);
    for (let i = from; i < to; i++) at.push(i);
  };
  for (const { 0: gap, index } of text.matchAll(/[\s\p{Cf}]+/gu)) {
    take(index);
    from = index + gap.length;
  }
  take(text.length);
  return { letters, at };
}

/** The first places where it stands; each begins at least `apart` after the one before. Two may share letters: `oo` in `ooo`. */
function exactly(letters: string, wanted: string, apart = 1): Span[] {
  const found: Span[] = [];
  for (let start = letters.indexOf(wanted); start >= 0 && found.length < enough; ) {
    found.push({ start, end: start + wanted.length });
    start = letters.indexOf(wanted, start + apart);
  }
  return found;
}

/** The places with the fewest differences. Part by part: a text that repeats itself has thousands of them. */
function nearly(letters: string, wanted: string): Span[] {
  if (wanted.length < shortestNearly) return [];
  let limit = Math.min(mostDiffering, Math.floor(wanted.length * differing));
  const overlap = wanted.length + limit;
  const part = Math.max(1024, overlap);
  let found: Match[] = [];
  for (let from = 0; from < letters.length && limit > 0; from += part) {
    const matches = searchNearly(letters.slice(from, from + part + overlap), wanted, limit);
    const errors = matches[0]?.errors;
    if (errors === undefined) continue;
    if (errors < (found[0]?.errors ?? Number.POSITIVE_INFINITY)) found = [];
    for (const { start, end } of matches) found.push({ start: start + from, end: end + from, errors });
    limit = found.length < enough ? errors : errors - 1;
  }
  return found;
}

/** 1 for the same, 0 for nothing in common. No words are the same as no words only. */
function sameness(there: string, wanted: string): number {
  if (there === wanted) return 1;
  if (there === '' || wanted === '') return 0;
  const [best] = searchNearly(there, wanted, wanted.length);
  return 1 - (best?.errors ?? wanted.length) / wanted.length;
}
