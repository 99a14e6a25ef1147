/** What a page of the extension needs to fill its library, and to measure its search alone. */
import { db } from '../../lib/library/db';
import { search as searchLibrary } from '../../lib/library/search';

export const search = searchLibrary;

/** How many papers there are. */
export const count = () => db.papers.count();

/** How much is still to be done for the index. */
export async function waiting(): Promise<number> {
  const state = await db.searchState.get('state');
  const isBuilding = state && 'builtTo' in state && state.builtTo !== undefined;
  return (isBuilding ? 1000 : 0) + (await db.searchChanges.count());
}
