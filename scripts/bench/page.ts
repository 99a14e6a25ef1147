/** What a page of the extension needs to fill its library, and to measure its search alone. */
import { db } from '../../lib/library/db';
import { search as searchLibrary } from '../../lib/library/search';
import { tagKey } from '../../lib/marks';
import { titleKey } from '../../lib/same-work';
import type { Seeded } from './seed';

export const search = searchLibrary;

/** How many papers there are. */
export const count = () => db.papers.count();

/** How much is still to be done for the index. */
export async function waiting(): Promise<number> {
  const state = await db.searchState.get('state');
  const isBuilding = state && 'builtTo' in state && state.builtTo !== undefined;
  return (isBuilding ? 1000 : 0) + (await db.searchChanges.count());
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
