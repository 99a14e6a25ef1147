/** Citation keys: `vaswani2017attention`. */
import { folded } from '../fold';
import type { PaperId } from '../paper';
import { familyOf, nameOf } from './names';
import type { WholePaper } from './whole-paper';

const stopWords = new Set(
  `a an the on of for in to and or with without from by at as is are be can do does it its via using toward towards into over
  under what how why when where which who der die das ein eine und von zur zum le la les un une de des du et el los las y`.split(
    /\s+/,
  ),
);

/** Letters that are none of a base letter and its accents. */
const bases: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
};

/**
 * The key of each paper. Of several that would have the same, the one saved first keeps it, and the next ones get `a`,
 * `b`, …; so no key depends on the order of an export, and none changes when more is saved.
 */
export function citationKeys(papers: Iterable<WholePaper>): Map<PaperId, string> {
  const keys = new Map<PaperId, string>();
  const taken = new Set<string>();
  const next = new Map<string, number>();
  for (const whole of [...papers].sort(bySaving)) {
    const plain = citationKey(whole);
    let key = plain;
    for (let count = next.get(plain) ?? 0; taken.has(key); count++) {
      key = plain + letters(count);
      next.set(plain, count + 1);
    }
    taken.add(key);
    keys.set(whole.paper.id, key);
  }
  return keys;
}

/** The key of a paper by itself: of the first author, the year, and the first word of the title that says something. */
export function citationKey({ paper }: Pick<WholePaper, 'paper'>): string {
  const { authors = [], organization, published, updated, title, id } = paper;
  const who = ascii(authors[0] ? familyOf(nameOf(authors[0])) : (organization ?? ''));
  const year = (published ?? updated)?.slice(0, 4) ?? '';
  const words = title
    .replace(/\$[^$]*\$|\\[a-z]+/gi, ' ')
    .split(/[^\p{L}\p{M}\p{N}'’]+/u)
    .map(ascii);
  const word = words.find((each) => each.length > 1 && !stopWords.has(each) && !/^\d+$/.test(each)) ?? '';
  // Names in other scripts: its identifier is at least as good to remember.
  if (who === '' && word === '') return ascii(id).slice(0, 60) || 'paper';
  return (who || ascii(id.slice(0, id.indexOf(':')))).slice(0, 40) + year + word.slice(0, 30);
}

function bySaving(a: WholePaper, b: WholePaper): number {
  return a.savedAt - b.savedAt || (a.paper.id < b.paper.id ? -1 : 1);
}

function ascii(text: string): string {
  return folded(text)
    .replace(/[^\0-\x7f]/g, (letter) => bases[letter] ?? '')
    .replace(/[^a-z0-9]/g, '');
}

/** a, b, …, z, aa, ab, … */
function letters(count: number): string {
  const last = String.fromCharCode(97 + (count % 26));
  return count < 26 ? last : letters(Math.floor(count / 26) - 1) + last;
}
