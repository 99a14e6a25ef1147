/** What a page of the extension needs to fill its library, and to measure its search alone. */
import { takeBackup } from '../../lib/backup/take';
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

let backup: 'being made' | 'made' | { error: unknown } | undefined;

/** Whether there is a backup of what there is: the first time, begins to make one. */
export function isBackedUp(): boolean {
  if (typeof backup === 'object') throw backup.error;
  if (!backup) {
    backup = 'being made';
    takeBackup().then(
      () => (backup = 'made'),
      (error) => (backup = { error }),
    );
  }
  return backup === 'made';
}
