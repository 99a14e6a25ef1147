/**
 * Marks that a word is the same word without: accents, and the points of Hebrew and Arabic. Not those of other scripts,
 * where a mark is a vowel of its own.
 */
const marks =
  /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]|[\u0591-\u05c7]|[\u064b-\u065f\u0670]/g;

/** All of ASCII: most words are, and for those there is less to do. */
const ascii = /^[\0-\x7f]*$/;

/** A text without case, accents and width, for comparison: `Müller`, `MULLER` and `Ｍüller` are one. */
export function folded(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  const bare = text.normalize('NFKD').replace(marks, '');
  // Capitals first: `ß` and `SS` are one. Composed again, for Korean is written in syllables.
  return bare.toUpperCase().toLowerCase().normalize('NFC');
}
