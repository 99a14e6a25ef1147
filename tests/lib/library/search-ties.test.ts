import { beforeEach, describe, expect, test } from 'vitest';
import { db, type SearchState } from '../../../lib/library/db';
import { library } from '../../../lib/library/library';
import { search, searchIds } from '../../../lib/library/search';
import { type Sort, sorts } from '../../../lib/library/search-order';
import { tendIndex } from '../../../lib/library/search-upkeep';
import type { PaperId } from '../../../lib/paper';
import { aPaper } from '../../papers';

/** As a file without times gives them: nothing but their ids tells them apart. */
const papers = Array.from({ length: 150 }, (_, n) =>
  aPaper({ id: `arxiv:2609.${String((n * 67) % 150).padStart(5, '0')}`, title: 'Margins' }),
);
const ids = papers.map(({ id }) => id).sort();

beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
  await library.saveAll(papers);
  await db.papers.toCollection().modify({ savedAt: 1000 });
});

async function tag(...numbers: number[]): Promise<void> {
  const tagged = numbers.flatMap((n) => ids[n] ?? []);
  await library.markAll({ ids: tagged, change: { addTags: ['Pebbles'] } });
}

/** Page by page, as somebody scrolls. */
async function pages(query: string, sort: Sort | undefined, limit: number): Promise<PaperId[]> {
  const read: PaperId[] = [];
  for (let offset = 0; offset < ids.length; offset += limit) {
    const page = await search(query, { limit, offset, sort });
    read.push(...page.papers.map(({ paper }) => paper.id));
  }
  return read;
}

const indexed = () => tendIndex({ all: true });

describe.each([
  ['just saved', async () => {}],
  ['indexed', indexed],
  [
    'indexed, some of them anew',
    async () => {
      await indexed();
      await tag(3, 77, 140);
      await indexed();
    },
  ],
  [
    'indexed, and some of them changed since',
    async () => {
      await indexed();
      await tag(3, 77, 140);
      await indexed();
      await tag(0, 3, 78, 149);
    },
  ],
])('papers that were saved at the same time, %s', (_, settle) => {
  test('are in one order, whatever part of it is asked for', async () => {
    await settle();
    for (const query of ['', 'margins']) {
      for (const sort of [undefined, ...sorts]) {
        const expected = sort === 'title' ? ids : ids.toReversed();
        for (const limit of [7, 50, 64, 110]) {
          expect([query, sort, limit, await pages(query, sort, limit)]).toEqual([query, sort, limit, expected]);
        }
        expect([query, sort, await searchIds(query, sort ?? 'relevance')]).toEqual([query, sort, expected]);
      }
    }
  });
});

test('papers are in the same order while they are still being indexed', async () => {
  await indexed();
  await tag(3, 77, 140);
  await indexed();
  await db.searchState.put({ ...((await db.searchState.get('state')) as SearchState), builtTo: '' });
  expect(await pages('', undefined, 50)).toEqual(ids.toReversed());
  expect(await searchIds('', 'saved')).toEqual(ids.toReversed());
});

test('papers stay in the same order while they change under who scrolls', async () => {
  await indexed();
  for (const n of [140, 77, 3]) {
    await tag(n, n - 1, n - 2);
    for (const settle of [async () => {}, indexed]) {
      await settle();
      expect(await pages('', undefined, 50)).toEqual(ids.toReversed());
      expect(await pages('margins', 'relevance', 50)).toEqual(ids.toReversed());
    }
  }
});
