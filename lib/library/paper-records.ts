/** Finding the record of a paper, and adding to it. In the background, inside the transaction of whoever calls. */
import { maxIdentifiers } from '../max-identifiers';
import type { Paper, PaperId } from '../paper';
import { titleKey } from '../same-work';
import { db, type PaperRecord } from './db';

/**
 * The records that identifiers of one paper lead to, the saved ones first, and the identifiers that lead nowhere. One that
 * leads to another record is left alone: the two are not merged behind the user's back.
 */
export async function ownersOf(named: PaperId[]): Promise<{ unknown: PaperId[]; owners: PaperRecord[] }> {
  const ids = [...new Set(named)];
  const known = await db.aliases.bulkGet(ids);
  const recordIds = new Set(known.flatMap((alias) => alias?.paperId ?? []));
  const records = (await db.papers.bulkGet([...recordIds])).filter((record) => record !== undefined);
  const owners = [...records.filter(({ removedAt }) => !removedAt), ...records.filter(({ removedAt }) => removedAt)];
  return { unknown: ids.filter((_, i) => !known[i]), owners };
}

/** The paper under which this one is shown; nothing where merges lead nowhere, or in a circle. */
export async function rootOf(id: PaperId): Promise<PaperRecord | undefined> {
  const met = new Set<PaperId>();
  let record = await db.papers.get(id);
  while (record?.mergedInto !== undefined && !met.has(record.id)) {
    met.add(record.id);
    record = await db.papers.get(record.mergedInto);
  }
  return record?.mergedInto === undefined ? record : undefined;
}

/** A removed paper as it is when it is restored. */
export function withoutTombstone({ removedAt: _, ...record }: PaperRecord): PaperRecord {
  return record;
}

/** With what the same work is looked up by. */
export function keyed(record: PaperRecord): PaperRecord {
  const key = titleKey(record.paper.title);
  return key ? { ...record, titleKey: key } : record;
}

/** What pages said before, and what only this page says. The first sighting stays: it is why the paper was saved. */
export function filledIn(before: Paper, now: Paper): Paper {
  const aliases = [...new Set([...(before.aliases ?? []), ...(now.aliases ?? []), now.id])];
  return {
    ...now,
    ...present(before),
    aliases: aliases.filter((alias) => alias !== before.id).slice(0, maxIdentifiers),
    links: { ...now.links, ...present(before.links ?? {}) },
  };
}

/** Firefox keeps `undefined` fields in messages: they must not hide what is known. */
function present<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
