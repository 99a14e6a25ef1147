/** Facets that follow the library: counted again whenever something in it changes. Read first: facets. */
import { oneAtATime } from '../one-at-a-time';
import type { FacetField } from '../query-text';
import { facetFields } from '../query-text';
import { facets } from './facets';
import { followVersion } from './follow';

/** A value of a field, and how many of the papers that were found have it. */
export interface Facet {
  value: string;
  papers: number;
}

interface Listener {
  /** A field was counted. */
  tell(field: FacetField, facets: Facet[]): void;
  fail(error: unknown): void;
}

/** Counts what the papers that a query finds have, and tells of each field as soon as it is counted. */
export function followFacets(query: string, { tell, fail }: Listener, signal: AbortSignal): void {
  const count = oneAtATime(async () => {
    for await (const { field, facets: found } of facets(query, facetFields, signal)) {
      if (signal.aborted) return;
      tell(
        field,
        found.map(({ key, shown, papers }) => ({ value: shown || key, papers })),
      );
    }
  }, signal);
  followVersion(() => count().catch((error) => !signal.aborted && fail(error)), fail, signal);
}
