/** A few papers of long ago, another few each week. */
import { mondayOf } from '../day';
import type { PictureRow } from './row';

export interface Resurfaced<Row> {
  row: Row;
  why: 'unread' | 'rated';
}

/** More would be one more list to work through. */
const most = 5;

/** Days after which a paper is old: unread, and rated well. */
const age = { unread: 30, rated: 90 };

type Needed = Pick<PictureRow, 'id' | 'savedAt' | 'status' | 'rating'>;

/** What was saved later than this is not old in that week, in milliseconds. */
export function oldBefore(week: number): number {
  return (week - age.unread) * 86_400_000;
}

/** Weeks are named by their Monday, in days since 1970. */
export function weekOf(today: number): number {
  return mondayOf(today);
}

/**
 * At most five: old ones that are unread, and older ones with four stars or five. In one week the same ones, as long
 * as they stay what they are; the user has what was saved meanwhile still in mind.
 */
export function resurfaced<Row extends Needed>(rows: Row[], week: number): Resurfaced<Row>[] {
  const found: (Resurfaced<Row> & { order: number })[] = [];
  for (const row of rows) {
    const why = whyOf(row, week);
    if (why) found.push({ row, why, order: chance(`${week} ${row.id}`) });
  }
  return found
    .sort((a, b) => a.order - b.order || (a.row.id < b.row.id ? -1 : 1))
    .slice(0, most)
    .map(({ row, why }) => ({ row, why }));
}

function whyOf({ savedAt, status, rating }: Needed, week: number): 'unread' | 'rated' | undefined {
  const days = week - savedAt / 86_400_000;
  if (status === 'dropped' || status === 'reading') return undefined;
  if (rating !== undefined && rating >= 4) return days >= age.rated ? 'rated' : undefined;
  return status !== 'read' && days >= age.unread ? 'unread' : undefined;
}

/** A number from 0 to 1 that is another for every text, and the same each time (FNV-1a, then mixed). */
export function chance(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
