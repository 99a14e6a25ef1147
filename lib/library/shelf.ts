/** What the library page lists: the saved papers that a query asks for, and what can be asked for further. */
import type { Sort } from '../library-place';
import type { PaperId } from '../paper';
import { type FacetField, facetFields } from '../query-text';
import { facets } from './facets';
import type { SavedPaper } from './saved-papers';
import { type SearchResult, search } from './search';

export interface Wanted {
  offset: number;
  limit: number;
  sort: Sort;
}

/** A value of a field, and how many of the papers that were found have it. */
export interface Facet {
  value: string;
  papers: number;
}
export type Facets = Record<FacetField, Facet[]>;

/** Some of the papers that a query finds, in order, and how many it finds. */
export function shelf(query: string, { sort, ...part }: Wanted): Promise<SearchResult> {
  return search(query, { ...part, sort: orderOf(sort) });
}

/** The ids of all papers that a query finds, in order. */
export async function shelfIds(query: string, sort: Sort): Promise<PaperId[]> {
  const { papers } = await search(query, { limit: Number.MAX_SAFE_INTEGER, sort: orderOf(sort) });
  return papers.map(({ paper }: SavedPaper) => paper.id);
}

/** What the papers that a query finds have, field by field, the most frequent first. */
export async function shelfFacets(query: string): Promise<Facets> {
  const counted = Object.fromEntries(facetFields.map((field): [FacetField, Facet[]] => [field, []])) as Facets;
  for await (const { field, facets: found } of facets(query)) {
    counted[field] = found.map(({ key, shown, papers }) => ({ value: shown || key, papers }));
  }
  return counted;
}

/** What fits best is the order of a search, unless another is asked for. */
function orderOf(sort: Sort): Sort | undefined {
  return sort === 'relevance' ? undefined : sort;
}
