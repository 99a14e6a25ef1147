/** Counting how many papers have each value of a field. */
import type { ValueField } from '../search/document';
import { valueIn } from '../search/lists';
import { eachPosting, termsOf } from '../search/postings';

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

/** Milliseconds of counting after which others have their turn. */
const sliceLength = 10;

/** How many papers have each value of a field; a value that is written in several ways is one. */
export class Counts {
  #counted = new Map<string, Counted>();
  #field: ValueField;
  #isCounted: (doc: number) => boolean;

  constructor(field: ValueField, isCounted: (doc: number) => boolean) {
    this.#field = field;
    this.#isCounted = isCounted;
  }

  /** Adds all in these rows that is meant, a slice at a time. */
  async addRows(rows: Uint8Array[], isMeant?: (key: string) => boolean, signal?: AbortSignal): Promise<void> {
    let pause = performance.now() + sliceLength;
    for (const row of rows) {
      this.addRow(row, isMeant);
      if (performance.now() < pause) continue;
      await new Promise((resolve) => setTimeout(resolve));
      signal?.throwIfAborted();
      pause = performance.now() + sliceLength;
    }
  }

  /** Adds all in a row that is meant. */
  addRow(row: Uint8Array, isMeant: (key: string) => boolean = () => true): void {
    let papers = 0;
    const visit = (doc: number) => {
      if (this.#isCounted(doc)) papers++;
    };
    for (const list of termsOf(row)) {
      papers = 0;
      eachPosting(list, 0, visit);
      // Of most values, no paper was found: those need not be read.
      if (papers === 0) continue;
      const { field, key, shown } = valueIn(list);
      if (field === this.#field && isMeant(key)) this.#add(key, shown, papers);
    }
  }

  /** The most frequent first; years and ratings in descending order. */
  best(count: number): Facet[] {
    const byNumber = this.#field === 'year' || this.#field === 'rating';
    const isBefore = (a: Facet, b: Facet) =>
      byNumber ? Number(a.key) > Number(b.key) : a.papers > b.papers || (a.papers === b.papers && a.key < b.key);
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

function shorten(facets: Facet[], isBefore: (a: Facet, b: Facet) => boolean, count: number): void {
  facets.sort((a, b) => (isBefore(a, b) ? -1 : 1));
  if (facets.length > count) facets.length = count;
}

function mostFrequent(ways: Map<string, number>): string {
  const [[name] = ['']] = [...ways].sort(([a, countOfA], [b, countOfB]) => countOfB - countOfA || a.localeCompare(b));
  return name;
}
