/** How many of the papers that a query finds are of each site, year, tag, and so on. Read first: search-index. */
import type { ValueField } from '../search/document';
import { type Value, valueRange, valuesOf } from '../search/lists';
import { match } from '../search/match';
import { eachPosting } from '../search/postings';
import { parseQuery } from '../search/query';
import { db } from './db';
import { openIndex, readTables } from './search-index';

/** What is counted, in this order. */
export const facetFields = [
  'status',
  'rating',
  'has',
  'tag',
  'site',
  'year',
  'venue',
  'author',
] as const satisfies ValueField[];
export type FacetField = (typeof facetFields)[number];

export interface Facet {
  /** How it is named in a query: `tag:"…"`. */
  key: string;
  /** As the user or the page wrote it; empty where the key says it. */
  shown: string;
  papers: number;
}

/** Of authors and the like there are too many to list. */
const most = 50;

/**
 * Counts one field after the other, and yields each as soon as it is there, the most frequent first; years and ratings
 * in descending order. Each field is a transaction of its own: nothing waits for the whole.
 */
export async function* facets(
  query: string,
  fields: readonly FacetField[] = facetFields,
): AsyncGenerator<{ field: FacetField; facets: Facet[] }> {
  const { clauses } = parseQuery(query);
  const found = await db.transaction('r', readTables, async () => {
    const index = await openIndex();
    const { scores } = await match(index, clauses);
    return { scores, next: index.state.next };
  });
  for (const field of fields) yield { field, facets: await countsOf(field, found) };
}

/** The values of a field that begin so, among all papers: for completion. */
export async function valuesBeginning(field: FacetField, beginning: string): Promise<Facet[]> {
  return db.transaction('r', readTables, async () => {
    const index = await openIndex();
    const counts = new Counts((doc) => index.isAlive(doc));
    await valuesOf(index, field, beginning, (value) => counts.add(value));
    return counts.best(field);
  });
}

async function countsOf(field: FacetField, { scores, next }: { scores: Float32Array; next: number }): Promise<Facet[]> {
  return db.transaction('r', readTables, async () => {
    const index = await openIndex();
    // Documents that came since are not among those that were found.
    const isFound = (doc: number) => (index.state.next === next || doc < next) && (scores[doc] ?? 0) > 0;
    const counts = new Counts(isFound);
    await index.preload([valueRange(field, '')]);
    await valuesOf(index, field, '', (value) => counts.add(value));
    return counts.best(field);
  });
}

class Counts {
  #counts = new Map<string, { shown: Map<string, number>; papers: number }>();
  #isCounted: (doc: number) => boolean;

  constructor(isCounted: (doc: number) => boolean) {
    this.#isCounted = isCounted;
  }

  add({ key, shown, list }: Value): void {
    let papers = 0;
    eachPosting(list, 0, (doc) => {
      if (this.#isCounted(doc)) papers++;
    });
    if (papers === 0) return;
    const count = this.#counts.get(key) ?? { shown: new Map<string, number>(), papers: 0 };
    count.papers += papers;
    count.shown.set(shown, (count.shown.get(shown) ?? 0) + papers);
    this.#counts.set(key, count);
  }

  best(field: FacetField): Facet[] {
    const facets = [...this.#counts].map(([key, { shown, papers }]) => ({ key, shown: mostFrequent(shown), papers }));
    if (field === 'year' || field === 'rating') return facets.sort((a, b) => Number(b.key) - Number(a.key));
    return facets.sort((a, b) => b.papers - a.papers || (a.key < b.key ? -1 : 1)).slice(0, most);
  }
}

function mostFrequent(shown: Map<string, number>): string {
  const [[name] = ['']] = [...shown].sort(([a, countOfA], [b, countOfB]) => countOfB - countOfA || (a < b ? -1 : 1));
  return name;
}
