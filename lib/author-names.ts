/** Whether two ways of writing a name may be one author's: `Ada Margin`, `Margin, Ada`, `A. Margin`, `Margin A`. */
import { folded } from './fold';

/** One way of reading a name. */
export interface Reading {
  /** The family name, folded; its words with spaces between. */
  family: string;
  /** The given names, folded; an initial ends with a full stop. */
  given: string[];
  /** The writing says where the family name begins, and it is no guess. */
  isCertain: boolean;
}

const particles = new Set(
  'van von vom zu zum zur der den de del della di da dos das do du la le los las el al ter ten af av bin ibn ben ní ni nic y'
    .split(' ')
    .map(folded),
);
const suffix = /[\s,]+(?:jr|sr|ii|iii|iv|m\.?d|ph\.?d)\.?$/i;
/** `BF`, `IuA`: initials, as indexes write them. */
const initials = /^(?:\p{Lu}\p{Ll}?){0,3}\p{Lu}$/u;
const hyphens = /[-‐‑]/g;
const apostrophes = /['’ʼ`]/g;
const maxFamilyWords = 3;

/** All the ways in which a name can be read. The last word is the family name, unless the writing says otherwise. */
export function readingsOf(name: string): Reading[] {
  const bare = name
    .normalize('NFC')
    .replace(suffix, '')
    .replace(/^the\s+/i, '')
    .replace(apostrophes, '');
  const [before = '', ...after] = bare.split(',');
  const family = wordsOf(before);
  if (after.length > 0 && family.length > 0) return certain(family, givenNames(wordsOf(after.join(' '))));

  const words = wordsOf(bare);
  const last = words.at(-1) ?? '';
  // In capitals throughout, every short name looks like initials.
  const isShouted = bare === bare.toUpperCase();
  const endsInInitials = words.length > 1 && initials.test(last) && (last.length === 1 || !isShouted);
  const readings = endsInInitials ? certain(words.slice(0, -1), givenNames([last])) : [];
  if (endsInInitials && last.length === 1) return readings;
  for (let count = 1; count <= Math.min(words.length, maxFamilyWords); count++) {
    const family = words.slice(-count);
    const given = givenNames(words.slice(0, -count), isShouted);
    readings.push({ family: keyOf(family), given, isCertain: count > 1 && startsSmall(family) });
  }
  return readings;
}

/**
 * Whether whoever is looked for may be who is written: family names are the same, given names are the same or have the
 * same initials, as far as both are written. A family name alone is everybody of that name.
 */
export function agree(wanted: Reading, written: Reading): boolean {
  if (wanted.family !== written.family) return false;
  // Otherwise `Ada Margin` might be the family of Clara Ada Margin.
  if (wanted.family.includes(' ') && !wanted.isCertain && !written.isCertain) return false;
  if (wanted.given.length === 0) return true;
  if (written.given.length === 0) return false;
  if (wanted.given.join('') === written.given.join('')) return true; // `Mei-Ling` and `Meiling`.
  return wanted.given.slice(0, written.given.length).every((name, i) => isSame(name, written.given[i] ?? ''));
}

/** The words of a name, folded: without one of them in common, two names do not agree. */
export function nameWords(name: string): string[] {
  return wordsOf(name.replace(apostrophes, '')).map((word) => keyOf([word]));
}

/** A family name that is written as such. Some sites leave its particles out. */
function certain(family: string[], given: string[]): Reading[] {
  const core = family.slice(family.findIndex((word) => !isParticle(word)));
  const readings = [family, core].map((words) => ({ family: keyOf(words), given, isCertain: true }));
  return core.length === family.length ? readings.slice(1) : readings;
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+(?:[-‐‑][\p{L}\p{M}\p{N}]+)*/gu) ?? [];
}

/** Particles among them belong to the family name. */
function givenNames(words: string[], isShouted = false): string[] {
  return words
    .filter((word, i) => i === 0 || !isParticle(word))
    .flatMap((word) => word.split(hyphens))
    .flatMap((word) => {
      const isInitials = initials.test(word) && (word.length === 1 || !isShouted);
      return isInitials ? (word.match(/\p{Lu}\p{Ll}?/gu) ?? []).map((each) => `${folded(each)}.`) : folded(word);
    });
}

function isSame(a: string, b: string): boolean {
  const [short, long] = a.endsWith('.') ? [a, b] : [b, a];
  return a === b || (short.endsWith('.') && long.startsWith(short.slice(0, -1)));
}

function isParticle(word: string): boolean {
  return particles.has(folded(word));
}

/** `van Oosterhout`; but `Van Nguyen` may be given name and family name. */
function startsSmall([first = '']: string[]): boolean {
  return isParticle(first) && first === first.toLowerCase();
}

function keyOf(words: string[]): string {
  return words.map(folded).join(' ').replace(hyphens, '-');
}
