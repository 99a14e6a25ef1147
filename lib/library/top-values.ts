/**
 * The most frequent values of a field, without reading the others. A large library has hundreds of thousands of
 * authors: to decode each name, and to count by it, takes seconds; to count by a hash of its bytes does not.
 */
import { shownAfter, type ValueField, valueFields } from '../search/document';
import type { Term } from '../search/postings';
import { Counts, type Facet, isByNumber, papersCounter, visitTerms } from './counts';

interface Wanted {
  field: ValueField;
  /** At most so many. */
  most: number;
  /** How they begin (folded). */
  beginning?: string;
  signal?: AbortSignal | undefined;
}

/** The most frequent values in these rows first, a slice at a time; years and ratings in descending order. */
export async function topValues(
  rows: Uint8Array[],
  isCounted: (doc: number) => boolean,
  { field, most, beginning = '', signal }: Wanted,
): Promise<Facet[]> {
  const isMeant = beginsWith(`${valueFields[field]}:${beginning}`);
  const counts = new Counts(field, isCounted);
  const sums = new Sums(rows);
  await sums.addRows(rows, isCounted, isMeant, signal);
  // A sum is never too low: what has a lower one than the last that is listed, is not among them.
  let [least, before] = [isByNumber(field) ? 1 : sums.nthLargest(most), Number.POSITIVE_INFINITY];
  for (;;) {
    const isNext = (term: Term) => isMeant(term) && sums.isBetween(term, least, before);
    await counts.addRows(rows, isNext, signal);
    const best = counts.best(most);
    const last = best[most - 1]?.papers ?? 1;
    if (isByNumber(field) || last >= least) return best;
    [least, before] = [last, least];
  }
}

/** Whether the bytes of a term begin so; `valueFields[field]:key`, as `valueIn` takes it apart. */
export function beginsWith(text: string): (term: Term) => boolean {
  const bytes = new TextEncoder().encode(text);
  return ({ row, termStart, termEnd }) => {
    if (termEnd - termStart < bytes.length) return false;
    for (let i = 0; i < bytes.length; i++) if (row[termStart + i] !== bytes[i]) return false;
    return true;
  };
}

/** Bytes of a row for one value, at the least. */
const valueBytes = 16;
const highest = 2 ** 16 - 1;
const shownAfterByte = shownAfter.charCodeAt(0);

/**
 * A count-min sketch: in two tables, each value has a place by a hash of its key, which it may share with others. The
 * lower one of both is its sum.
 */
class Sums {
  #a: Uint32Array;
  #b: Uint32Array;
  #shift: number;

  constructor(rows: Uint8Array[]) {
    const bytes = rows.reduce((sum, { length }) => sum + length, 0);
    const bits = Math.ceil(Math.log2(256 + bytes / valueBytes));
    this.#shift = 32 - bits;
    this.#a = new Uint32Array(2 ** bits);
    this.#b = new Uint32Array(2 ** bits);
  }

  async addRows(
    rows: Uint8Array[],
    isCounted: (doc: number) => boolean,
    isMeant: (term: Term) => boolean,
    signal?: AbortSignal,
  ): Promise<void> {
    const papersWith = papersCounter(isCounted);
    await visitTerms(rows, signal, (term) => isMeant(term) && this.#add(term, papersWith(term)));
  }

  /** Whether the sum of a value is at least `least`, and below `end`. */
  isBetween(term: Term, least: number, end: number): boolean {
    const hash = hashOf(term);
    const sum = Math.min(this.#a[this.#placeInA(hash)] ?? 0, this.#b[this.#placeInB(hash)] ?? 0);
    return sum >= least && sum < end;
  }

  /** Of the sums over 0; 1 where there are fewer. */
  nthLargest(n: number): number {
    // Not `for … of`, which leaves an object behind for each number until V8 has compiled it.
    let largest = 0;
    for (let i = 0; i < this.#a.length; i++) largest = Math.max(largest, this.#a[i] ?? 0);
    const most = Math.min(largest, highest);
    const histogram = new Uint32Array(most + 1);
    for (let i = 0; i < this.#a.length; i++) {
      const sum = Math.min(this.#a[i] ?? 0, most);
      histogram[sum] = (histogram[sum] ?? 0) + 1;
    }
    let left = n;
    for (let sum = most; sum > 1; sum--) {
      left -= histogram[sum] ?? 0;
      if (left <= 0) return sum;
    }
    return 1;
  }

  #add(term: Term, papers: number): void {
    if (papers === 0) return;
    const hash = hashOf(term);
    const a = this.#placeInA(hash);
    const b = this.#placeInB(hash);
    this.#a[a] = (this.#a[a] ?? 0) + papers;
    this.#b[b] = (this.#b[b] ?? 0) + papers;
  }

  #placeInA(hash: number): number {
    return hash >>> this.#shift;
  }

  #placeInB(hash: number): number {
    return Math.imul(hash, 0x9e3779b1) >>> this.#shift;
  }
}

/** FNV-1a of the key: a value is the same however it is written. */
function hashOf({ row, termStart, termEnd }: Term): number {
  let hash = 0x811c9dc5;
  for (let at = termStart; at < termEnd && row[at] !== shownAfterByte; at++) {
    hash = Math.imul(hash ^ (row[at] ?? 0), 0x01000193);
  }
  // Its last letters would hardly change the highest bits.
  return Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
}
