/** Days in a query: `2026-11-25`, a month, a year, and ranges of them. By the local calendar. */

/** Both are included, as `2026-11-25`; without one, since ever or until today. */
export interface Days {
  from?: string;
  to?: string;
}

const date = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** What becomes a date, if somebody goes on. */
const beginning = /^(?:\d{0,3}|(\d{4})-\d?|(\d{4}-\d{2})-\d?)$/;

/**
 * The days that a text names; nothing where it cannot be read. While it is being typed, what is there of it counts:
 * `2026-1` is the year until it is a month; `{}`: nothing yet.
 */
export function daysIn(text: string, isOpen: boolean): Days | undefined {
  const [first = '', second, ...others] = text.trim().split(/\.\.|–/);
  if (others.length > 0) return undefined;
  if (second === undefined) {
    const typed = isOpen ? beginning.exec(first) : undefined;
    if (typed) return (typed[1] ?? typed[2]) ? spanOf(typed[1] ?? typed[2] ?? '') : {};
    return spanOf(first);
  }
  const isTyping = isOpen && beginning.test(second);
  const [from, to] = [spanOf(first)?.from, isTyping ? undefined : spanOf(second)?.to];
  const isRead = (from !== undefined || first === '') && (to !== undefined || second === '' || isTyping);
  if (!isRead || (from === undefined && to === undefined)) return undefined;
  if (from !== undefined && to !== undefined && from > to) return undefined;
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

/** As it is written in a query. */
export function daysWritten({ from, to }: Days): string {
  return from !== undefined && from === to ? from : `${from ?? ''}..${to ?? ''}`;
}

/** When these days begin, and when they have ended, in milliseconds. */
export function timesOf({ from, to }: Days): [from: number, before: number] {
  return [from ? midnight(from, 0) : 0, to ? midnight(to, 1) : Number.POSITIVE_INFINITY];
}

function midnight(day: string, later: number): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).getTime();
}

function spanOf(text: string): Required<Days> | undefined {
  const match = date.exec(text);
  if (!match) return undefined;
  const [, year = '', month, day] = match;
  const last = new Date(Date.UTC(Number(year), Number(month ?? 12), 0)).getUTCDate();
  const isMonth = month === undefined || (Number(month) >= 1 && Number(month) <= 12);
  const isDay = day === undefined || (Number(day) >= 1 && Number(day) <= last);
  if (!isMonth || !isDay) return undefined;
  return { from: `${year}-${month ?? '01'}-${day ?? '01'}`, to: `${year}-${month ?? '12'}-${day ?? last}` };
}
