/** How many of the papers that a query finds are of each site, year, tag, and so on. Read first: search-index. */
import type { ValueField } from '../search/document';
import { type Value, valueRange, valuesIn, valuesOf } from '../search/lists';
import { match } from '../search/match';
import { eachPosting } from '../search/postings';
import { parseQuery } from '../search/query';
import type { TagInUse } from './contract';
import { db } from './db';
import { countTags } from './marks';
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

/** The tags in use, the most used first. */
export function tagsInUse(): Promise<TagInUse[]> {
  return db.transaction('r', readTables, async () => {
    const index = await openIndex();
    if (index.isBehind) return countTags();
    const counts = new Counts((doc) => index.isAlive(doc));
    await valuesOf(index, 'tag', '', (value) => counts.add(value));
    const tags = counts.best('tag', Number.POSITIVE_INFINITY).map(({ shown, papers }) => ({ name: shown, papers }));
    return tags.sort((a, b) => b.papers - a.papers || a.name.localeCompare(b.name));
  });
}

async function countsOf(field: FacetField, { scores, next }: { scores: Float32Array; next: number }): Promise<Facet[]> {
  const { rows, next: now } = await db.transaction('r', readTables, async () => {
    const index = await openIndex();
    return { rows: await index.between(...valueRange(field, '')), next: index.state.next };
  });
  // Documents that came since are not among those that were found.
  const counts = new Counts((doc) => (now === next || doc < next) && (scores[doc] ?? 0) > 0);
  let pause = performance.now() + sliceLength;
  for (const row of rows) {
    for (const value of valuesIn(row, field)) counts.add(value);
    if (performance.now() < pause) continue;
    await new Promise((resolve) => setTimeout(resolve));
    pause = performance.now() + sliceLength;
  }
  return counts.best(field);
}

/** Milliseconds of counting after which others have their turn. */
const sliceLength = 10;

/** How many documents have each value; a value that is written in several ways is one. */
class Counts {
  #papers = new Map<string, number>();
  #shown = new Map<string, Map<string, number>>();
  #isCounted: (doc: number) => boolean;

  constructor(isCounted: (doc: number) => boolean) {
    this.#isCounted = isCounted;
  }

  add({ list, ...value }: Value): void {
    let papers = 0;
    eachPosting(list, 0, (doc) => {
      if (this.#isCounted(doc)) papers++;
    });
    if (papers === 0) return;
    const { key, shown } = value;
    this.#papers.set(key, (this.#papers.get(key) ?? 0) + papers);
    const ways = this.#shown.get(key);
    if (ways) ways.set(shown, (ways.get(shown) ?? 0) + papers);
    else this.#shown.set(key, new Map([[shown, papers]]));
  }

  best(field: FacetField, count = most): Facet[] {
    const byKey = field === 'year' || field === 'rating';
    const order = ([a, papersOfA]: [string, number], [b, papersOfB]: [string, number]) =>
      byKey ? Number(b) - Number(a) : papersOfB - papersOfA || (a < b ? -1 : 1);
    const best = [...this.#papers].sort(order).slice(0, count);
    return best.map(([key, papers]) => ({ key, shown: mostFrequent(this.#shown.get(key)), papers }));
  }
}

function mostFrequent(shown = new Map<string, number>()): string {
  const [[name] = ['']] = [...shown].sort(([a, countOfA], [b, countOfB]) => countOfB - countOfA || a.localeCompare(b));
  return name;
}
