/** Facets that follow the library: counted again whenever something in it changes. Read first: facets. */
import { liveQuery } from 'dexie';
import type { FacetField } from '../query-text';
import { facetFields } from '../query-text';
import { db } from './db';
import { facets } from './facets';

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
  let isCounting = false;
  let isAsked = false;
  const count = async () => {
    isAsked = true;
    // While much changes, each count comes to its end before the next one begins.
    if (isCounting) return;
    isCounting = true;
    try {
      while (isAsked && !signal.aborted) {
        isAsked = false;
        await countOnce();
      }
    } finally {
      isCounting = false;
    }
  };
  const countOnce = async () => {
    for await (const { field, facets: found } of facets(query, facetFields, signal)) {
      if (signal.aborted) return;
      tell(
        field,
        found.map(({ key, shown, papers }) => ({ value: shown || key, papers })),
      );
    }
  };
  const subscription = liveQuery(async () => indexVersion()).subscribe({
    next: () => count().catch((error) => !signal.aborted && fail(error)),
    error: fail,
  });
  signal.addEventListener('abort', () => subscription.unsubscribe());
}

/** Another one whenever something was saved or indexed. */
async function indexVersion(): Promise<unknown> {
  return [await db.searchState.get('state'), await db.searchChanges.count()];
}
