/** How many of the papers that a query finds are of each site, year, tag, and so on. Read first: search-index. */
import { mostUsedFirst } from '../marks';
import type { ValueField } from '../search/document';
import { valueRange } from '../search/lists';
import { parseQuery } from '../search/query';
import type { TagInUse } from './contract';
import { Counts, type Facet } from './counts';
import { db } from './db';
import { foundBy } from './found';
import { countTags } from './marks';
import { paperNamed } from './named-paper';
import { openIndex, readTables } from './search-index';
import { topValues } from './top-values';

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

/** Of authors and the like there are too many to list. */
const most = 50;

/**
 * Counts one field after the other, and yields each as soon as it is there, the most frequent first; years and ratings
 * in descending order. Each field is a transaction of its own: nothing waits for the whole.
 */
export async function* facets(
  query: string,
  fields: readonly FacetField[] = facetFields,
  signal?: AbortSignal,
): AsyncGenerator<{ field: FacetField; facets: Facet[] }> {
  const { clauses } = parseQuery(query);
  const found = await db.transaction('r', readTables, async () => {
    if (await paperNamed(query)) return undefined;
    const index = await openIndex();
    const { scores } = await foundBy(index, clauses);
    return { scores, next: index.state.next };
  });
  // Where one paper is named, there is nothing to narrow down.
  for (const field of fields) yield { field, facets: found ? await countsOf(field, found, signal) : [] };
}

/** The tags in use, the most used first. */
export async function tagsInUse(): Promise<TagInUse[]> {
  const indexed = await db.transaction('r', readTables, async () => {
    const index = await openIndex();
    if (index.isBehind) return undefined;
    return { rows: await index.between(...valueRange('tag', '')), isAlive: index.isAlive };
  });
  if (!indexed) return countTags();
  const counts = new Counts('tag', indexed.isAlive);
  await counts.addRows(indexed.rows);
  const tags = counts.best(Number.POSITIVE_INFINITY).map(({ shown, papers }) => ({ name: shown, papers }));
  return tags.sort(mostUsedFirst);
}

async function countsOf(
  field: FacetField,
  { scores, next }: { scores: Float32Array; next: number },
  signal?: AbortSignal,
): Promise<Facet[]> {
  const { rows, next: now } = await db.transaction('r', readTables, async () => {
    const index = await openIndex();
    return { rows: await index.betweenInParts(...valueRange(field, ''), signal), next: index.state.next };
  });
  // Documents that came since are not among those that were found.
  const isCounted = (doc: number) => (now === next || doc < next) && (scores[doc] ?? 0) > 0;
  return topValues(rows, isCounted, { field, most, signal });
}
