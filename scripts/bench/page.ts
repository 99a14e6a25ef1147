/** What a page of the extension needs to measure its own search. */
import { db } from '../../lib/library/db';
import { facets as facetsOf } from '../../lib/library/facets';
import { search as searchLibrary } from '../../lib/library/search';
import { tagKey } from '../../lib/marks';
import { titleKey } from '../../lib/same-work';
import type { Seeded } from './seed';

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

/** Puts papers into the library as the background would, all at once: one by one, 100,000 take half an hour. */
export async function seed(batch: Seeded[], now: number): Promise<void> {
  await db.transaction('rw', db.papers, db.aliases, db.notes, db.marks, async () => {
    await db.aliases.bulkPut(batch.map(({ paper: { id } }) => ({ id, paperId: id })));
    await db.papers.bulkPut(
      batch.map(({ paper }, i) => ({ id: paper.id, paper, savedAt: now + i, titleKey: titleKey(paper.title) ?? '' })),
    );
    const noted = batch.filter(({ note }) => note);
    await db.notes.bulkPut(
      noted.map(({ paper, note = '' }) => ({
        id: crypto.randomUUID(),
        paperId: paper.id,
        text: note,
        createdAt: now,
        updatedAt: now,
      })),
    );
    const marked = batch.filter(({ tags, status, rating }) => tags || status || rating);
    await db.marks.bulkPut(
      marked.map(({ paper, tags = [], status, rating }) => ({
        paperId: paper.id,
        ...(status && { status: { value: status, at: now } }),
        ...(rating && { rating: { value: rating, at: now } }),
        tags: tags.map((name) => ({ name, at: now })),
        tagKeys: tags.map(tagKey),
      })),
    );
  });
}
