/** The library itself. Runs in the background, and nothing else writes. */
import type { Paper, PaperId } from '../paper';
import { titleKey } from '../same-work';
import { announce } from './changes';
import type { Library, Saved } from './contract';
import { db, type PaperRecord } from './db';
import { mergePapers, splitPaper } from './merges';
import { suggestByIdentifiers, suggestByTitle, suggestionId } from './suggestions';

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
      if (record && !record.removedAt) saved.set(record.id, { id: record.id, savedAt: record.savedAt });
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

  async sight(papers) {
    const changed = await db.transaction('rw', db.papers, db.aliases, db.suggestions, async () => {
      const joined: PaperId[] = [];
      for (const paper of papers) joined.push(...(await joinIdentifiers(paper)));
      return joined;
    });
    for (const id of changed) await announceChange(id);
  },

  async save(paper) {
    const id = await db.transaction('rw', db.papers, db.aliases, db.suggestions, async () => savePaper(paper));
    await announceChange(id);
  },

  remove: (id) => changeRecord(id, (record) => (record.removedAt ? record : { ...record, removedAt: Date.now() })),

  restore: (id) => changeRecord(id, (record) => (record.removedAt ? withoutTombstone(record) : record)),

  async writeNote({ paper, text }) {
    const id = await db.transaction('rw', db.papers, db.notes, db.aliases, db.suggestions, async () => {
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

  async merge(papers) {
    const id = await mergePapers(papers);
    if (id) await announceChange(id);
  },

  async split(id) {
    for (const each of (await splitPaper(id)) ?? []) await announceChange(each);
  },

  async keepApart(papers) {
    await db.suggestions.update(suggestionId(papers), { keptApartAt: Date.now() });
  },

  async askAgain(papers) {
    const suggestion = await db.suggestions.get(suggestionId(papers));
    if (!suggestion) return;
    const { keptApartAt: _, ...open } = suggestion;
    await db.suggestions.put(open);
  },
};

/** Inside a transaction: puts the paper into the library and returns the id of its record. */
async function savePaper(paper: Paper): Promise<PaperId> {
  const { unknown, owners } = await ownersOf(paper);
  const [owner] = owners;
  const id = owner?.id ?? paper.id;
  const record = owner ? revived(owner, paper) : { id, paper, savedAt: Date.now() };
  const key = titleKey(record.paper.title);
  const keyed = key ? { ...record, titleKey: key } : record;
  await db.papers.put(keyed);
  await db.aliases.bulkPut(unknown.map((alias) => ({ id: alias, paperId: id })));
  await suggestByIdentifiers(
    paper,
    owners.filter(({ removedAt }) => !removedAt).map(({ id }) => id),
  );
  await suggestByTitle(keyed);
  return id;
}

function revived(record: PaperRecord, paper: Paper): PaperRecord {
  const savedAt = record.removedAt ? Date.now() : record.savedAt;
  return { ...withoutTombstone(record), paper: filledIn(record.paper, paper), savedAt };
}

/** Inside a transaction: what an entry shows as one paper is one; returns the id of the paper that got an alias. */
async function joinIdentifiers(paper: Paper): Promise<PaperId[]> {
  const { unknown, owners } = await ownersOf(paper);
  const saved = owners.filter(({ removedAt }) => !removedAt);
  await suggestByIdentifiers(
    paper,
    saved.map(({ id }) => id),
  );
  const [owner] = saved;
  if (!owner || unknown.length === 0) return [];
  await db.aliases.bulkPut(unknown.map((id) => ({ id, paperId: owner.id })));
  const aliases = [...(owner.paper.aliases ?? []), ...unknown];
  await db.papers.put({ ...owner, paper: { ...owner.paper, aliases } });
  return [owner.id];
}

/**
 * The records that a paper's identifiers lead to, the saved ones first, and the identifiers that lead nowhere. One that
 * leads to another record is left alone: the two are not merged behind the user's back.
 */
async function ownersOf(paper: Paper): Promise<{ unknown: PaperId[]; owners: PaperRecord[] }> {
  const ids = [...new Set([paper.id, ...(paper.aliases ?? [])])];
  const known = await db.aliases.bulkGet(ids);
  const recordIds = new Set(known.flatMap((alias) => alias?.paperId ?? []));
  const records = (await db.papers.bulkGet([...recordIds])).filter((record) => record !== undefined);
  const owners = [...records.filter(({ removedAt }) => !removedAt), ...records.filter(({ removedAt }) => removedAt)];
  return { unknown: ids.filter((_, i) => !known[i]), owners };
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
