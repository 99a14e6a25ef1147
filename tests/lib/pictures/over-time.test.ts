import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overTime } from '../../../lib/pictures/over-time';
import { venueName } from '../../../lib/venue';

const aRow = fc.record(
  {
    year: fc.integer({ min: 1960, max: 2026 }),
    venue: fc.constantFrom('NeurIPS', 'ICML', 'neurips', 'Nature'),
    tags: fc.uniqueArray(fc.constantFrom('graphs', 'proofs', 'vision')),
  },
  { requiredKeys: [] },
);
const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);

test('counts every paper once in its venue, and once in each of its tags', () => {
  fc.assert(
    fc.property(fc.array(aRow), (rows) => {
      const byVenue = overTime(rows, 'venue');
      expect(sum(byVenue.series.map(({ papers }) => papers))).toBe(rows.length);
      const byTag = overTime(rows, 'tag');
      expect(sum(byTag.series.map(({ papers }) => papers))).toBe(sum(rows.map(({ tags = [] }) => tags.length || 1)));
      for (const { columns, series } of [byVenue, byTag]) {
        expect(columns.length).toBeLessThanOrEqual(14);
        for (const { papers, counts } of series) {
          expect(counts).toHaveLength(columns.length);
          expect(sum(counts)).toBe(papers);
        }
      }
    }),
  );
});

test('each paper is in the column of its year', () => {
  fc.assert(
    fc.property(fc.array(aRow, { minLength: 1 }), (rows) => {
      const { columns, series } = overTime(rows, 'venue');
      for (const [i, { from, to }] of columns.entries()) {
        const inColumn = rows.filter(({ year }) =>
          from === undefined && to === undefined
            ? year === undefined
            : year !== undefined && year >= (from ?? 0) && year <= (to ?? 9999),
        );
        expect(sum(series.map(({ counts }) => counts[i] ?? 0))).toBe(inColumn.length);
      }
    }),
  );
});

test('the largest come first, those without a name last, and spellings are one', () => {
  const rows = [{}, {}, {}, { venue: 'ICML', year: 2020 }, { venue: 'NeurIPS', year: 2021 }, { venue: 'neurips' }];
  const { columns, series } = overTime(rows, 'venue');
  expect(columns).toEqual([{ from: 2020, to: 2020 }, { from: 2021, to: 2021 }, {}]);
  expect(series).toEqual([
    { name: 'NeurIPS', papers: 2, counts: [0, 1, 1] },
    { name: 'ICML', papers: 1, counts: [1, 0, 0] },
    { papers: 3, counts: [0, 0, 3] },
  ]);
});

test.each([
  ['NeurIPS 2023', 'NeurIPS'],
  ['NeurIPS ’24', 'NeurIPS'],
  ['2024 IEEE Symposium', 'IEEE Symposium'],
  ['Nature', 'Nature'],
  ['ACL (2020)', 'ACL'],
  ['2023', '2023'],
])('the venue of %s is %s', (venue, name) => {
  expect(venueName(venue)).toBe(name);
});
