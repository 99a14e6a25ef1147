/** To hear of whatever changes in the library, in any page and in the background. */
import { liveQuery } from 'dexie';
import { db } from './db';

/** Changes that are told apart one by one; of more, how many there are. */
const few = 100;

/** Tells of each time when something was saved or indexed, from now on. */
export function followLibrary(changed: () => void, fail: (error: unknown) => void, signal: AbortSignal): void {
  // Dexie begins to listen a task later, and tells of what it found then: nothing new, as a rule.
  const asked = libraryVersion();
  asked.catch(fail);
  let isFirst = true;
  const hear = async (version: string) => {
    const isNew = !isFirst || version !== (await asked);
    isFirst = false;
    if (isNew && !signal.aborted) changed();
  };
  followVersion((version) => hear(version).catch(fail), fail, signal);
}

/** Tells of the version: for the first time a task later, and again with each change. */
export function followVersion(
  next: (version: string) => void,
  error: (error: unknown) => void,
  signal: AbortSignal,
): void {
  const subscription = liveQuery(libraryVersion).subscribe({ next, error });
  signal.addEventListener('abort', () => subscription.unsubscribe());
}

/** Another one whenever something was saved or indexed: as of now, before whatever is asked next. */
export function libraryVersion(): Promise<string> {
  return db.transaction('r', db.searchState, db.searchChanges, async () => {
    const state = await db.searchState.get('state');
    const changes = await db.searchChanges.limit(few).toArray();
    return JSON.stringify([state, await db.searchChanges.count(), changes.map(({ change }) => change)]);
  });
}
