import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, isoOf, weekdayOf } from '../../../lib/day';
import { calendarOf, latestWeeks, spanOfYear, weeksOf, yearsIn } from '../../../lib/pictures/calendar';

const aTime = fc.integer({ min: Date.UTC(1995, 0), max: Date.UTC(2060, 0) });
const aRow = fc.record(
  { savedAt: aTime, status: fc.constantFrom('toRead', 'reading', 'read', 'dropped'), statusAt: aTime },
  { requiredKeys: ['savedAt'] },
);

test('counts every paper once on the day it was saved, and once on the day it was read', () => {
  fc.assert(
    fc.property(fc.array(aRow), (rows) => {
      const days = calendarOf(rows);
      const sum = (what: 'saved' | 'read') => days.reduce((sum, day) => sum + day[what], 0);
      expect(sum('saved')).toBe(rows.length);
      expect(sum('read')).toBe(rows.filter(({ status, statusAt }) => status === 'read' && statusAt).length);
      expect(days.map(({ day }) => day)).toEqual([...new Set(days.map(({ day }) => day))].sort((a, b) => a - b));
    }),
  );
});

test('a day is that of the local clock', () => {
  const late = new Date(2026, 10, 25, 23, 59).getTime();
  expect(isoOf(dayOf(late))).toBe('2026-11-25');
  expect(isoOf(dayOf(late + 60_000))).toBe('2026-11-26');
  expect(weekdayOf(dayOf(late))).toBe(2);
});

test('weeks go from Monday to Sunday, and have each day of the span once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), (today) => {
      const span = latestWeeks(today);
      const weeks = weeksOf(span);
      expect(weeks).toHaveLength(53);
      const days = weeks.flat().filter((day) => day !== undefined);
      expect(days).toEqual(Array.from({ length: span.to - span.from + 1 }, (_, i) => span.from + i));
      expect(weeks.every((week) => week.every((day, i) => day === undefined || weekdayOf(day) === i))).toBe(true);
    }),
  );
});

test('a year has its days, and the years are those of which there is something', () => {
  expect(
    weeksOf(spanOfYear(2024))
      .flat()
      .filter((day) => day !== undefined),
  ).toHaveLength(366);
  const days = calendarOf([{ savedAt: Date.UTC(2024, 5, 1) }, { savedAt: Date.UTC(2026, 5, 1) }]);
  expect(yearsIn(days)).toEqual([2026, 2024]);
});
