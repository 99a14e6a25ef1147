/**
 * Mends what a check found, where that loses nothing. Each repair looks again, and leaves alone what is right by now: it
 * may be repeated. In the background, inside one transaction. Read first: check, findings. Read next: repair-words.
 */
import type { Table } from 'dexie';
import type { PaperId } from '../paper';
import { titleKey } from '../same-work';
import { announceChange } from './announce-change';
import { isOpen } from './check-papers';
import { isTime } from './check-times';
import { tagKeysOf } from './check-words';
import { checkedTables } from './checked-tables';
import type { Library } from './contract';
import { db, type PaperRecord } from './db';
import type { Repairable } from './findings';
import { rootOf } from './paper-records';
import { joinNotes, lostHighlight, lostMarks, lostNote, shownHighlight, shownNote } from './repair-words';

/** Mends one record, and returns the paper that changed. */
type Repair = (key: string) => Promise<PaperId | undefined>;

const repairs: Record<Repairable, Repair> = {
  async mergedNowhere(key) {
    const record = await db.papers.get(key as PaperId);
    if (record?.mergedInto === undefined || (await rootOf(record.id))) return undefined;
    const { mergedInto: _, ...single } = record;
    await db.papers.put(single);
    await db.aliases.put({ id: record.id, paperId: record.id });
    return record.id;
  },
  async openMerge(key) {
    const merge = await db.merges.get(key);
    if (!merge || !isOpen(merge)) return undefined;
    const record = await db.papers.get(merge.from);
    if (record?.mergedInto !== merge.into) await db.merges.put({ ...merge, splitAt: Date.now() });
    return undefined;
  },
  async noMerge(key) {
    const record = await db.papers.get(key as PaperId);
    if (record?.mergedInto === undefined) return undefined;
    const { id: from, mergedInto: into } = record;
    const merges = await db.merges.where('from').equals(from).toArray();
    if (merges.some((merge) => isOpen(merge) && merge.into === into)) return undefined;
    const named = [from, ...(record.paper.aliases ?? [])];
    const known = await db.aliases.bulkGet(named);
    const aliases = named.filter((id, i) => id === from || known[i]?.paperId === into);
    await db.merges.add({ id: crypto.randomUUID(), into, from, mergedAt: Date.now(), aliases, notes: {} });
    return into;
  },
  async noAlias(key) {
    const record = await db.papers.get(key as PaperId);
    if (!record || record.mergedInto !== undefined) return undefined;
    await db.aliases.put({ id: record.id, paperId: record.id });
    return record.id;
  },
  async deadAlias(key) {
    const alias = await db.aliases.get(key as PaperId);
    if (!alias || (await db.papers.get(alias.paperId))) return undefined;
    const own = await db.papers.get(alias.id);
    if (own) await db.aliases.put({ id: own.id, paperId: own.id });
    else await db.aliases.delete(alias.id);
    return own?.id;
  },
  async mergedAlias(key) {
    const alias = await db.aliases.get(key as PaperId);
    const root = alias && (await rootOf(alias.paperId));
    if (root && root.id !== alias.paperId) await db.aliases.put({ ...alias, paperId: root.id });
    return root?.id;
  },
  lostNote,
  lostMarks,
  lostHighlight,
  hiddenNote: shownNote,
  hiddenHighlight: shownHighlight,
  twoNotes: (key) => joinNotes(key as PaperId),
  titleKey: (key) =>
    changePaper(key, ({ titleKey: _, ...record }) => {
      const now = titleKey(record.paper.title);
      return now === undefined ? record : { ...record, titleKey: now };
    }),
  async tagKeys(key) {
    const record = await db.marks.get(key as PaperId);
    if (record) await db.marks.put({ ...record, tagKeys: tagKeysOf(record) });
    return record?.paperId;
  },
  paperTime: (key) =>
    changePaper(key, (record) => ({
      ...record,
      ...(!isTime(record.savedAt) && { savedAt: Date.now() }),
      ...(record.removedAt !== undefined && !isTime(record.removedAt) && { removedAt: Date.now() }),
    })),
  async noteTime(key) {
    const record = await db.notes.get(key);
    if (record) await db.notes.put({ ...record, ...mendedTimes(record) });
    return record?.paperId;
  },
  async highlightTime(key) {
    const record = await db.highlights.get(key);
    if (record) await db.highlights.put({ ...record, ...mendedTimes(record) });
    return record?.paperId;
  },
  async notIndexed(key) {
    await db.searchChanges.put({ paperId: key as PaperId, change: crypto.randomUUID() });
    return undefined;
  },
  /** It holds nothing that is not in the library. */
  async index() {
    await db.searchDocs.clear();
    await db.searchRows.clear();
    await db.searchState.clear();
    await db.searchState.put({ key: 'state', next: 1, count: 0, builtTo: '', spills: 0 });
    return undefined;
  },
};

const tables: Table[] = [...checkedTables, db.searchRows];

/** Mends these records, all of them or none. */
export const repair: Library['repair'] = async ({ kind, keys }) => {
  const changed = await db.transaction('rw', tables, async () => {
    const papers: PaperId[] = [];
    for (const key of keys) {
      const paper = await repairs[kind](key);
      if (paper) papers.push(paper);
    }
    return papers;
  });
  await announceChange(changed);
};

async function changePaper(key: string, change: (record: PaperRecord) => PaperRecord): Promise<PaperId | undefined> {
  const record = await db.papers.get(key as PaperId);
  if (record) await db.papers.put(change(record));
  return record?.id;
}

interface Times {
  createdAt: number;
  updatedAt: number;
  deletedAt?: number;
}

function mendedTimes({ createdAt, updatedAt, deletedAt }: Times): Times {
  const created = [createdAt, updatedAt].find(isTime) ?? Date.now();
  return {
    createdAt: created,
    updatedAt: isTime(updatedAt) ? Math.max(created, updatedAt) : created,
    ...(deletedAt !== undefined && { deletedAt: isTime(deletedAt) ? deletedAt : Date.now() }),
  };
}
