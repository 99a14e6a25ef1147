import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OpenIndex } from '../../../lib/library/search-index';
import { inOrder } from '../../../lib/library/search-order';

test('of many, as many as one wants, the latest first, however they come', async () => {
  const times = fc.constantFrom<(doc: number) => number>(
    (doc) => doc,
    (doc) => -doc,
    (doc) => (doc * 7919) % 1000,
    () => 0,
  );
  const counts = fc.array(fc.integer({ min: 1, max: 12_000 }), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(times, counts, async (timeOf, counts) => {
      const docs = Uint32Array.from({ length: 12_000 }, (_, i) => i + 1);
      const savedAt = Float64Array.from({ length: 12_001 }, (_, doc) => timeOf(doc));
      const index = { savedAt: async () => savedAt } as unknown as OpenIndex;
      const found = { docs, scores: new Float32Array(12_001), columns: Promise.resolve([]) };
      const sorted = [...docs].sort((a, b) => timeOf(b) - timeOf(a) || b - a);
      // Whoever scrolls asks for more of the same.
      for (const count of counts) expect(await inOrder(index, found, 'saved', count)).toEqual(sorted.slice(0, count));
    }),
    { numRuns: 20 },
  );
});
