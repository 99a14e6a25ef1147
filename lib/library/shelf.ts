/** What the library page lists: the saved papers that a query asks for. */
import type { Sort } from '../library-place';
import type { PaperId } from '../paper';
import { type SearchResult, search, searchIds } from './search';

export interface Wanted {
  offset: number;
  limit: number;
  sort: Sort;
}

/** Some of the papers that a query finds, in order, and how many it finds. */
export function shelf(query: string, { sort, ...part }: Wanted): Promise<SearchResult> {
  return search(query, { ...part, sort: orderOf(sort) });
}

/** The ids of all papers that a query finds; without an order, in any. */
export function shelfIds(query: string, sort?: Sort): Promise<PaperId[]> {
  return searchIds(query, sort ?? 'any');
}

/** What fits best is the order of a search, unless another is asked for. */
function orderOf(sort: Sort): Sort | undefined {
  return sort === 'relevance' ? undefined : sort;
}
