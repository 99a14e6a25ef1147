/** Whether a time can have been. */

/** Milliseconds by which clocks may differ: time zones that were set wrongly, and summer time. */
const aheadAtMost = 2 * 86_400_000;

/** A number that `Date` takes. */
export function isTime(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 8.64e15;
}

/** Each is a time or absent, and none is before the one before it. */
export function areTimes(...times: (number | undefined)[]): boolean {
  const given = times.filter((time) => time !== undefined);
  return given.every(isTime) && given.every((time, i) => i === 0 || time >= (given[i - 1] ?? 0));
}

/** Somebody’s clock went wrong. */
export function isFuture(...times: (number | undefined)[]): boolean {
  return times.some((time) => isTime(time) && time > Date.now() + aheadAtMost);
}
