/** What a page of the extension needs to measure its own search. */
import { db } from '../../lib/library/db';
import { facets as facetsOf } from '../../lib/library/facets';
import { search as searchLibrary } from '../../lib/library/search';

export const search = searchLibrary;

export const changes = () => db.searchChanges.count();

/** Milliseconds that the same rows take without anything around them: the latest papers. */
export async function bareRows(count: number): Promise<number> {
  const start = performance.now();
  const database = (await db.open()).backendDB();
  await new Promise<void>((resolve, reject) => {
    const index = database.transaction('papers').objectStore('papers').index('savedAt');
    const request = index.openCursor(null, 'prev');
    let rows = 0;
    request.onsuccess = () => {
      if (!request.result || ++rows >= count) resolve();
      else request.result.continue();
    };
    request.onerror = () => reject(request.error);
  });
  return performance.now() - start;
}

/** All counts, one field after the other. */
export async function facets(query: string): Promise<void> {
  for await (const _ of facetsOf(query));
}
