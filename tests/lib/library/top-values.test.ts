import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { Counts } from '../../../lib/library/counts';
import { topValues } from '../../../lib/library/top-values';
import type { SearchDocument } from '../../../lib/search/document';
import { valueRange } from '../../../lib/search/lists';
import { batchOf } from '../../search-batch';

/** The rows of a field, in two batches as after two times of indexing. */
function rowsOf(authors: string[][], field: 'author' | 'year'): Uint8Array[] {
  const documents = authors.map((names, doc): [number, SearchDocument] => {
    const values = names.map((shown) => ({ field, key: field === 'year' ? shown : shown.toLowerCase(), shown }));
    return [doc, { texts: [], values }];
  });
  const half = documents.length >> 1;
  const batches = [documents.slice(0, half), documents.slice(half)].map((part) => batchOf(part));
  const [from, to] = valueRange(field, '');
  return batches.flatMap((batch) =>
    [...batch].flatMap(([bucket, row]) => (bucket >= from && bucket < to ? [row] : [])),
  );
}

/** Few names that many have, and many that hardly anyone has; some are written in two ways. */
const name = fc
  .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean())
  .map(([x, isLoud]) => `Name ${Math.floor(2000 ** x)}`.replace(/^Name/, isLoud ? 'NAME' : 'Name'));
const authors = fc.array(fc.array(name, { maxLength: 5 }), { minLength: 2, maxLength: 400 });

test('the same as if all were counted', async () => {
  const cases = fc.record({ authors, most: fc.integer({ min: 1, max: 60 }), third: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(cases, async ({ authors, most, third }) => {
      const rows = rowsOf(authors, 'author');
      const isCounted = (doc: number) => !third || doc % 3 === 0;
      const all = new Counts('author', isCounted);
      await all.addRows(rows);
      expect(await topValues(rows, isCounted, { field: 'author', most })).toEqual(all.best(most));
    }),
    { numRuns: 60 },
  );
});

test('only those that begin so', async () => {
  const rows = rowsOf([['Ada Ames', 'Bo Berg'], ['Ada Adler'], ['ada ames']], 'author');
  const best = await topValues(rows, () => true, { field: 'author', most: 5, beginning: 'ada ' });
  expect(best.map(({ key, papers }) => [key, papers])).toEqual([
    ['ada ames', 2],
    ['ada adler', 1],
  ]);
});

test('years by their number, however few papers are of one', async () => {
  const rows = rowsOf([['2024'], ['2024'], ['2026'], ['1999'], ['1999'], ['1999']], 'year');
  const best = await topValues(rows, () => true, { field: 'year', most: 2 });
  expect(best.map(({ key, papers }) => [key, papers])).toEqual([
    ['2026', 1],
    ['2024', 2],
  ]);
});

test('stops when nobody wants it any more', async () => {
  const controller = new AbortController();
  controller.abort();
  const now = vi.spyOn(performance, 'now').mockImplementation(
    (
      (time) => () =>
        (time += 1000)
    )(0),
  );
  const rows = rowsOf([['Ada Ames'], ['Bo Berg']], 'author');
  await expect(topValues(rows, () => true, { field: 'author', most: 5, signal: controller.signal })).rejects.toThrow();
  now.mockRestore();
});
