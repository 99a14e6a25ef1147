import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { db, type SearchDocRecord } from '../../../lib/library/db';
import type { OpenIndex } from '../../../lib/library/search-index';
import { inOrder } from '../../../lib/library/search-order';
import type { PaperId } from '../../../lib/paper';

const size = 12_000;
/** From here on, documents wait to be indexed. */
const next = size - 100;
const docs = Uint32Array.from({ length: size }, (_, i) => i + 1);
const idOf = (doc: number): PaperId => `arxiv:2609.${String((doc * 7919) % 12_007).padStart(5, '0')}`;
const recordOf = (doc: number) => ({
  doc,
  paperId: idOf(doc),
  savedAt: 0,
  title: '',
  parts: { others: false, note: false, marks: false, highlights: false },
});

beforeAll(() => db.searchDocs.bulkPut([...docs].filter((doc) => doc < next).map(recordOf)));

/** Documents of which only a part is found, with the times of all. */
function indexOf(timeOf: (doc: number) => number): OpenIndex {
  const savedAt = Float64Array.from({ length: size + 1 }, (_, doc) => timeOf(doc));
  const pending = [...docs].filter((doc) => doc >= next).map(recordOf);
  return { savedAt: async () => savedAt, state: { stamp: 'this', next }, pending } as unknown as OpenIndex;
}

test('of many, as many as one wants, the latest first, and of equal ones by their ids, however they come', async () => {
  const times = fc.constantFrom<(doc: number) => number>(
    (doc) => doc,
    (doc) => -doc,
    (doc) => (doc * 7919) % 1000,
    (doc) => Math.min(doc, 3000),
    () => 0,
  );
  const counts = fc.array(fc.integer({ min: 1, max: size }), { minLength: 1, maxLength: 3 });
  const parts = fc.constantFrom(1, 2, 97);
  await fc.assert(
    fc.asyncProperty(times, counts, parts, async (timeOf, counts, part) => {
      const some = docs.filter((doc) => doc % part === 0);
      const found = { docs: some, scores: new Float32Array(size + 1), columns: Promise.resolve([]) };
      const sorted = [...some].sort((a, b) => timeOf(b) - timeOf(a) || (idOf(a) < idOf(b) ? 1 : -1));
      const index = indexOf(timeOf);
      // Whoever scrolls asks for more of the same.
      for (const count of counts) expect(await inOrder(index, found, 'saved', count)).toEqual(sorted.slice(0, count));
    }),
    { numRuns: 30 },
  );
});

test('ids are read of those alone that are equal to others', async () => {
  const found = { docs, scores: new Float32Array(size + 1), columns: Promise.resolve([]) };
  const index = indexOf((doc) => (doc === 7001 ? 7000 : doc));
  index.state.stamp = 'another';
  const read: number[] = [];
  const reading = (record: SearchDocRecord) => {
    read.push(record.doc);
    return record;
  };
  db.searchDocs.hook('reading', reading);
  const order = await inOrder(index, found, 'saved', size);
  db.searchDocs.hook('reading').unsubscribe(reading);
  const sorted = [...docs].reverse();
  expect(order).not.toEqual(sorted);
  expect(order).toEqual(sorted.with(size - 7001, 7000).with(size - 7000, 7001));
  expect(read).toEqual([7001, 7000]);
});
