import { dateOf } from '../../lib/day';

/** A day as users write it, with its year. */
export function dayNamed(day: number): string {
  return dateOf(day).toLocaleDateString(undefined, { dateStyle: 'long', timeZone: 'UTC' });
}
