/** What a click on a picture searches for, in the language of the search field. */
import { isoOf } from '../day';
import { quoted } from '../search/value-key';

export function savedOn(day: number): string {
  return `saved:${isoOf(day)}`;
}

export function readOn(day: number): string {
  return `read:${isoOf(day)}`;
}

/** Papers of a venue or with a tag; `undefined`: with none. */
export function named(field: 'venue' | 'tag', name: string | undefined): string {
  return name === undefined ? `-has:${field}` : `${field}:${quoted(name)}`;
}

/** Papers of some years, both included; without any, of an unknown year. */
export function inYears(from: number | undefined, to: number | undefined): string {
  if (from === undefined && to === undefined) return '-has:year';
  return from === to ? `year:${from}` : `year:${from ?? ''}..${to ?? ''}`;
}

/** One paper. */
export function titled(title: string): string {
  return `title:${quoted(title)}`;
}
