/** What was saved and read on which day. */
import { dateOf, dayOf, mondayOf, newYear } from '../day';
import type { PictureRow } from './row';

export interface CalendarDay {
  day: number;
  saved: number;
  read: number;
}

/** The days on which something was saved or read, the earliest first. */
export function calendarOf(rows: Pick<PictureRow, 'savedAt' | 'status' | 'statusAt'>[]): CalendarDay[] {
  const days = new Map<number, CalendarDay>();
  const at = (time: number) => {
    const day = dayOf(time);
    const known = days.get(day) ?? { day, saved: 0, read: 0 };
    days.set(day, known);
    return known;
  };
  for (const { savedAt, status, statusAt } of rows) {
    at(savedAt).saved++;
    if (status === 'read' && statusAt !== undefined) at(statusAt).read++;
  }
  return [...days.values()].sort((a, b) => a.day - b.day);
}

/** Some days in a row, both included. */
export interface Span {
  from: number;
  to: number;
}

/** The 53 weeks that end with this one: a year, whatever day it is. */
export function latestWeeks(today: number): Span {
  return { from: mondayOf(today) - 52 * 7, to: today };
}

/** A calendar year. */
export function spanOfYear(year: number): Span {
  return { from: newYear(year), to: newYear(year + 1) - 1 };
}

/** The years of which there is something, the latest first. */
export function yearsIn(days: CalendarDay[]): number[] {
  return [...new Set(days.map(({ day }) => dateOf(day).getUTCFullYear()))].sort((a, b) => b - a);
}

/** A span as columns of seven days from Monday on; `undefined` where the span has begun not yet, or ended. */
export function weeksOf({ from, to }: Span): (number | undefined)[][] {
  const weeks: (number | undefined)[][] = [];
  for (let monday = mondayOf(from); monday <= to; monday += 7) {
    weeks.push(Array.from({ length: 7 }, (_, i) => (monday + i < from || monday + i > to ? undefined : monday + i)));
  }
  return weeks;
}
