/** Days are counted since 1970, by the local calendar. */

const dayLength = 86_400_000;

/** The day of a time. */
export function dayOf(time: number): number {
  return Math.floor((time - new Date(time).getTimezoneOffset() * 60_000) / dayLength);
}

/** `2026-11-25` */
export function isoOf(day: number): string {
  return dateOf(day).toISOString().slice(0, 10);
}

/** At midnight, by UTC: for formatting with `timeZone: 'UTC'`, where no clock is ever put back. */
export function dateOf(day: number): Date {
  return new Date(day * dayLength);
}

/** 0 for Monday. The first day of 1970 was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The Monday of its week. */
export function mondayOf(day: number): number {
  return day - weekdayOf(day);
}

/** The first day of a year. */
export function newYear(year: number): number {
  return Date.UTC(year, 0, 1) / dayLength;
}
