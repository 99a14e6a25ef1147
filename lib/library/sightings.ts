/** Which papers were on screen before, and which the user has hidden. In the background. */
import type { EntityTable } from 'dexie';
import type { PaperId } from '../paper';
import type { Library, Triage } from './contract';
import { db } from './db';

export const triageOf: Library['triageOf'] = async ({ list, ids }) => {
  const today = todayHere();
  const [seen, hidden, visit] = await Promise.all([db.seen.bulkGet(ids), db.hidden.bulkGet(ids), db.visits.get(list)]);
  const papers: Triage['papers'] = {};
  ids.forEach((id, i) => {
    const first = seen[i]?.first;
    if (first === undefined && !hidden[i]) return;
    papers[id] = { ...(first !== undefined && { seenOn: first }), ...(hidden[i] && { isHidden: true }) };
  });
  const lastVisit = visit && (visit.last < today ? visit.last : visit.before);
  return { today, papers, ...(lastVisit !== undefined && { lastVisit }) };
};

export const seen: Library['seen'] = ({ list, papers }) =>
  db.transaction('rw', db.seen, db.visits, async () => {
    const today = todayHere();
    const ids = [...new Set(papers.flat())];
    const known = await db.seen.bulkGet(ids);
    // A clock that was set back makes nothing newer than it was.
    const news = ids.flatMap((id, i) => {
      const { first = today, last = -1 } = known[i] ?? {};
      return last >= today ? [] : [{ id, first: Math.min(first, today), last: today }];
    });
    if (news.length > 0) await db.seen.bulkPut(news);
    const visit = await db.visits.get(list);
    if (!visit) await db.visits.put({ list, last: today });
    else if (visit.last < today) await db.visits.put({ list, last: today, before: visit.last });
  });

export async function hide(papers: PaperId[][]): Promise<PaperId[]> {
  const ids = papers.flat();
  await db.transaction('rw', db.hidden, async () => {
    const known = new Set((await db.hidden.bulkGet(ids)).map((record) => record?.id));
    const hiddenAt = Date.now();
    await db.hidden.bulkPut(ids.filter((id) => !known.has(id)).map((id) => ({ id, hiddenAt })));
  });
  return ids;
}

export async function unhide(papers: PaperId[][]): Promise<PaperId[]> {
  const ids = papers.flat();
  await db.hidden.bulkDelete(ids);
  return ids;
}

export const forgetSeen: Library['forgetSeen'] = (days) =>
  db.transaction('rw', db.seen, db.visits, async () => {
    await longSeen(db.seen, days).delete();
    await longSeen(db.visits, days).delete();
  });

/** What was last seen more than `days` days ago; with 0, all. */
export function longSeen<T extends { last: number }, Key extends keyof T & string>(
  table: EntityTable<T, Key>,
  days: number,
) {
  return days === 0 ? table.toCollection() : table.where('last').below(todayHere() - days);
}

/** Days since 1970, by the calendar here. */
function todayHere(): number {
  const now = new Date();
  return Math.floor((now.getTime() - now.getTimezoneOffset() * 60_000) / 86_400_000);
}
