/** Counting how many papers have each value of a field. Read next: top-values. */
import type { ValueField } from '../search/document';
import { valueIn } from '../search/lists';
import { eachPosting, type Term, termsOf } from '../search/postings';
import { inSlices } from '../slices';

/** A value, and how many papers have it. */
export interface Facet {
  /** How it is named in a query: `tag:"…"`. */
  key: string;
  /** As the user or the page wrote it; empty where the key says it. */
  shown: string;
  papers: number;
}

interface Counted {
  papers: number;
  shown: string;
  /** Where it is written in several ways: in how many papers each. */
  ways?: Map<string, number>;
}

/** Whether a value is to be counted; asked before it is read. */
export type IsMeant = (term: Term) => boolean;

/** How many papers have each value of a field; a value that is written in several ways is one. */
export class Counts {
  #counted = new Map<string, Counted>();
  #field: ValueField;
  #papersWith: (term: Term) => number;

  constructor(field: ValueField, isCounted: (doc: number) => boolean) {
    this.#field = field;
    this.#papersWith = papersCounter(isCounted);
  }

  /** Adds all in these rows, or what is meant, a slice at a time. */
  async addRows(rows: Uint8Array[], isMeant: IsMeant = () => true, signal?: AbortSignal): Promise<void> {
    await visitTerms(rows, signal, (term) => isMeant(term) && this.#addTerm(term));
  }

  /** The most frequent first; years and ratings in descending order. */
  best(count: number): Facet[] {
    const isBefore = isByNumber(this.#field)
      ? (a: Facet, b: Facet) => Number(a.key) > Number(b.key)
      : (a: Facet, b: Facet) => a.papers > b.papers || (a.papers === b.papers && a.key < b.key);
    const best: Facet[] = [];
    for (const [key, { papers, shown, ways }] of this.#counted) {
      const facet = { key, papers, shown: ways ? mostFrequent(ways) : shown };
      const last = best[count - 1];
      if (last && !isBefore(facet, last)) continue;
      best.push(facet);
      // So many are sorted at once: to find the place of each would take longer.
      if (best.length >= 2 * count) shorten(best, isBefore, count);
    }
    shorten(best, isBefore, count);
    return best;
  }

  #addTerm(term: Term): void {
    const papers = this.#papersWith(term);
    // Of most values, no paper was found: those need not be read.
    if (papers === 0) return;
    const { field, key, shown } = valueIn(term);
    if (field === this.#field) this.#add(key, shown, papers);
  }

  #add(key: string, shown: string, papers: number): void {
    const counted = this.#counted.get(key);
    if (!counted) {
      this.#counted.set(key, { papers, shown });
      return;
    }
    if (shown !== counted.shown) counted.ways ??= new Map([[counted.shown, counted.papers]]);
    counted.papers += papers;
    counted.ways?.set(shown, (counted.ways.get(shown) ?? 0) + papers);
  }
}

/** Whether the values of a field are listed by their number, not by how many papers have them. */
export function isByNumber(field: ValueField): boolean {
  return field === 'year' || field === 'rating';
}

/** So many terms at a time: in a large library, a row of authors has thousands. */
const termsAtOnce = 64;

/** Visits all terms of these rows, a slice at a time, until `signal` ends it; then it throws the reason. */
export async function visitTerms(
  rows: Uint8Array[],
  signal: AbortSignal | undefined,
  visit: (term: Term) => void,
): Promise<void> {
  function* visited(): Generator<number> {
    let count = 0;
    for (const row of rows) {
      for (const term of termsOf(row)) {
        visit(term);
        if (++count % termsAtOnce === 0) yield count;
      }
    }
  }
  await inSlices(visited(), signal, () => {});
  signal?.throwIfAborted();
}

/** Tells how many of the papers that are counted have a value. */
export function papersCounter(isCounted: (doc: number) => boolean): (term: Term) => number {
  let papers = 0;
  const visit = (doc: number) => {
    if (isCounted(doc)) papers++;
  };
  return (term) => {
    papers = 0;
    eachPosting(term, 0, visit);
    return papers;
  };
}

function shorten(facets: Facet[], isBefore: (a: Facet, b: Facet) => boolean, count: number): void {
  facets.sort((a, b) => (isBefore(a, b) ? -1 : 1));
  if (facets.length > count) facets.length = count;
}

function mostFrequent(ways: Map<string, number>): string {
  const [[name] = ['']] = [...ways].sort(([a, countOfA], [b, countOfB]) => countOfB - countOfA || a.localeCompare(b));
  return name;
}
