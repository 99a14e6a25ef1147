import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PaperId } from '../../../lib/paper';
import { resurfaced, weekOf } from '../../../lib/pictures/resurfaced';

const day = 86_400_000;
const week = weekOf(20_400);

const aRow = fc.record(
  {
    id: fc.integer({ min: 1, max: 99_999 }).map((n): PaperId => `arxiv:2609.${n}`),
    savedAt: fc.integer({ min: (week - 400) * day, max: (week + 7) * day }),
    status: fc.constantFrom('toRead' as const, 'reading' as const, 'read' as const, 'dropped' as const),
    rating: fc.constantFrom(1 as const, 3 as const, 4 as const, 5 as const),
  },
  { requiredKeys: ['id', 'savedAt'] },
);
const rows = fc.uniqueArray(aRow, { selector: ({ id }) => id });

test('at most five, all old, unread or well rated; the same ones all week, in whatever order they come', () => {
  fc.assert(
    fc.property(rows, (rows) => {
      const found = resurfaced(rows, week);
      expect(found.length).toBeLessThanOrEqual(5);
      for (const { row, why } of found) {
        expect(row.savedAt).toBeLessThanOrEqual((week - 30) * day);
        if (why === 'rated') expect(row.rating).toBeGreaterThanOrEqual(4);
        else expect([undefined, 'toRead']).toContain(row.status);
      }
      expect(resurfaced(rows.toReversed(), week)).toEqual(found);
    }),
  );
});

test('another week shows others; none is shown for ever', () => {
  const many = Array.from({ length: 60 }, (_, i) => ({ id: `arxiv:2609.${10_000 + i}` as PaperId, savedAt: 0 }));
  const weeks = Array.from({ length: 52 }, (_, i) => resurfaced(many, week + i * 7).map(({ row }) => row.id));
  expect(weeks[0]).not.toEqual(weeks[1]);
  expect(new Set(weeks.flat()).size).toBeGreaterThan(50);
});

test('what is new, dropped, being read, or read and not rated well stays where it is', () => {
  const old = (week - 300) * day;
  const id: PaperId = 'arxiv:2609.00001';
  expect(resurfaced([{ id, savedAt: (week - 3) * day }], week)).toEqual([]);
  expect(resurfaced([{ id, savedAt: old, status: 'dropped', rating: 5 }], week)).toEqual([]);
  expect(resurfaced([{ id, savedAt: old, status: 'reading' }], week)).toEqual([]);
  expect(resurfaced([{ id, savedAt: old, status: 'read', rating: 3 }], week)).toEqual([]);
  expect(resurfaced([{ id, savedAt: old, status: 'read', rating: 4 }], week)).toHaveLength(1);
});
