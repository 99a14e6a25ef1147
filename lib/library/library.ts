/** The library itself: the only code that writes. Runs in the background. */
import type { Paper, PaperId } from '../paper';
import { announce } from './changes';
import type { Library, Saved } from './contract';
import { db, type PaperRecord } from './db';

export const library: Library = {
  async find(ids) {
    const aliases = await db.aliases.bulkGet(ids);
    const paperIds = aliases.flatMap((alias) => alias?.paperId ?? []);
    const [papers, notes] = await Promise.all([
      db.papers.bulkGet(paperIds),
      db.notes.where('paperId').anyOf(paperIds).toArray(),
    ]);
    const saved = new Map<PaperId, Saved>();
    for (const record of papers) {
      if (record && !record.removedAt) saved.set(record.id, { savedAt: record.savedAt });
    }
    for (const note of notes) {
      const paper = saved.get(note.paperId);
      if (paper && !note.deletedAt) paper.note = note.text;
    }
    const found: Partial<Record<PaperId, Saved>> = {};
    for (const alias of aliases) {
      const paper = alias && saved.get(alias.paperId);
      if (paper) found[alias.id] = paper;
    }
    return found;
  },

  async save(paper) {
    const id = await db.transaction('rw', db.papers, db.aliases, () => savePaper(paper));
    await announceChange(id);
  },

  remove: (id) => changeRecord(id, (record) => (record.removedAt ? record : { ...record, removedAt: Date.now() })),

  restore: (id) => changeRecord(id, (record) => (record.removedAt ? withoutTombstone(record) : record)),

  async writeNote({ paper, text }) {
    const id = await db.transaction('rw', db.papers, db.notes, db.aliases, async () => {
      const paperId = await savePaper(paper);
      const note = await db.notes.where('paperId').equals(paperId).first();
      const now = Date.now();
      if (text.trim() === '') {
        if (note && !note.deletedAt) await db.notes.put({ ...note, updatedAt: now, deletedAt: now });
      } else if (note) {
        const { deletedAt: _, ...alive } = note;
        if (note.deletedAt || note.text !== text) await db.notes.put({ ...alive, text, updatedAt: now });
      } else {
        await db.notes.add({ id: crypto.randomUUID(), paperId, text, createdAt: now, updatedAt: now });
      }
      return paperId;
    });
    await announceChange(id);
  },
};

/** Inside a transaction: puts the paper into the library and returns the id of its record. */
async function savePaper(paper: Paper): Promise<PaperId> {
  const ids = [paper.id, ...(paper.aliases ?? [])];
  const known = await db.aliases.bulkGet(ids);
  const record = await firstRecord(known.flatMap((alias) => alias?.paperId ?? []));
  const id = record?.id ?? paper.id;
  if (!record) {
    await db.papers.add({ id, paper, savedAt: Date.now() });
  } else {
    const savedAt = record.removedAt ? Date.now() : record.savedAt;
    await db.papers.put({ ...withoutTombstone(record), paper: filledIn(record.paper, paper), savedAt });
  }
  // An alias that leads to another paper is left alone: the two are not merged behind the user's back.
  await db.aliases.bulkPut(ids.filter((_, i) => !known[i]).map((alias) => ({ id: alias, paperId: id })));
  return id;
}

async function firstRecord(ids: PaperId[]): Promise<PaperRecord | undefined> {
  const records = await db.papers.bulkGet(ids);
  return records.find((record) => record !== undefined);
}

/** Changes the record of a paper, if there is one; `change` returns the same record where nothing is to be changed. */
async function changeRecord(id: PaperId, change: (record: PaperRecord) => PaperRecord): Promise<void> {
  const paperId = await db.transaction('rw', db.papers, db.aliases, async () => {
    const alias = await db.aliases.get(id);
    const record = alias && (await db.papers.get(alias.paperId));
    const changed = record && change(record);
    if (changed && changed !== record) await db.papers.put(changed);
    return record?.id;
  });
  if (paperId) await announceChange(paperId);
}

function withoutTombstone({ removedAt: _, ...record }: PaperRecord): PaperRecord {
  return record;
}

/** What pages said before, and what only this page says. The first sighting stays: it is why the paper was saved. */
function filledIn(before: Paper, now: Paper): Paper {
  const aliases = [...new Set([...(before.aliases ?? []), ...(now.aliases ?? []), now.id])];
  return {
    ...now,
    ...present(before),
    aliases: aliases.filter((alias) => alias !== before.id),
    links: { ...now.links, ...present(before.links ?? {}) },
  };
}

/** Firefox keeps `undefined` fields in messages: they must not hide what is known. */
function present<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

/** A paper goes by several identifiers, and pages know it by any of them. */
async function announceChange(id: PaperId): Promise<void> {
  const aliases = await db.aliases.where('paperId').equals(id).primaryKeys();
  announce(aliases);
}
