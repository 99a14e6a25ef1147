/** The library itself. Runs in the background, and nothing else writes. */
import type { Table } from 'dexie';
import { maxIdentifiers } from '../max-identifiers';
import type { Paper, PaperId } from '../paper';
import { announceChange } from './announce-change';
import { announce } from './changes';
import { nowAfter } from './clock';
import type { Library, Saved } from './contract';
import { db, type PaperRecord } from './db';
import { tagsInUse } from './facets';
import { highlightsOf, putHighlight, setDeleted } from './highlights';
import { endImport, importBatch } from './import';
import { undoImport } from './import-undo';
import { changeMarks, marksOf } from './marks';
import { mergePapers, splitPaper } from './merges';
import { near } from './near';
import { keepVersion } from './note-versions';
import { filledIn, keyed, ownersOf, withoutTombstone } from './paper-records';
import { repair } from './repairs';
import { forgetSeen, hide, seen, triageOf, unhide } from './sightings';
import { suggestByIdentifiers, suggestByTitle, suggestionId } from './suggestions';
import { emptyTrash } from './trash';

/** What a transaction needs that finds the record of a paper, and one that saves a paper. */
const recordTables: Table[] = [db.papers, db.aliases];
const savingTables: Table[] = [...recordTables, db.suggestions];

export const library: Library = {
  async find(ids) {
    const aliases = await db.aliases.bulkGet(ids);
    const paperIds = [...new Set(aliases.flatMap((alias) => alias?.paperId ?? []))];
    const [papers, notes, marks, highlights] = await Promise.all([
      db.papers.bulkGet(paperIds),
      db.notes.where('paperId').anyOf(paperIds).toArray(),
      db.marks.bulkGet(paperIds),
      highlightsOf(paperIds),
    ]);
    const saved = new Map<PaperId, Saved>();
    papers.forEach((record, i) => {
      if (!record || record.removedAt) return;
      const passages = highlights.get(record.id);
      const paper: Saved = { id: record.id, savedAt: record.savedAt, ...(marks[i] && marksOf(marks[i])) };
      saved.set(record.id, passages ? { ...paper, highlights: passages } : paper);
    });
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

  sight: (papers) => announced(savingTables, () => inTurn(papers, joinIdentifiers)),

  save: (paper) => library.saveAll([paper]),

  saveAll: (papers) => announced(savingTables, () => inTurn(papers, savePaper)),

  remove: (id) => library.removeAll([id]),

  removeAll: (ids) =>
    announced(recordTables, () =>
      inTurn(ids, (id) =>
        changeRecord(id, (record) => (record.removedAt ? record : { ...record, removedAt: Date.now() })),
      ),
    ),

  restore: (id) => library.restoreAll([id]),

  restoreAll: (ids) =>
    announced(recordTables, () =>
      inTurn(ids, (id) => changeRecord(id, (record) => (record.removedAt ? withoutTombstone(record) : record))),
    ),

  writeNote: ({ paper, text, over }) =>
    announced([...savingTables, db.notes, db.noteVersions], async () => {
      const paperId = await savePaper(paper);
      const note = await db.notes.where('paperId').equals(paperId).first();
      const now = nowAfter(note?.updatedAt);
      const worn = note && (await keepVersion(note, text, over));
      if (text.trim() === '') {
        if (note && !note.deletedAt) await db.notes.put({ ...note, updatedAt: now, deletedAt: now });
      } else if (note) {
        const { deletedAt: _, worn: __, ...alive } = note;
        const changed = { ...alive, text, updatedAt: now, ...(worn && { worn }) };
        if (note.deletedAt || note.text !== text) await db.notes.put(changed);
      } else {
        await db.notes.add({ id: crypto.randomUUID(), paperId, text, createdAt: now, updatedAt: now });
      }
      return [paperId];
    }),

  mark: ({ paper, change }) =>
    announced([...savingTables, db.marks], async () => {
      const id = await savePaper(paper);
      await changeMarks(id, change);
      return [id];
    }),

  markAll: ({ ids, change }) =>
    announced([...recordTables, db.marks], () =>
      inTurn(ids, async (id) => {
        const record = await recordOf(id);
        if (record && !record.removedAt) await changeMarks(record.id, change);
        return record?.id;
      }),
    ),

  tags: tagsInUse,

  highlight: ({ paper, highlight }) =>
    announced([...savingTables, db.highlights], async () => {
      const id = await savePaper(paper);
      await putHighlight(id, highlight);
      return [id];
    }),

  removeHighlight: (id) => announced([db.highlights], () => inTurn([id], (id) => setDeleted(id, true))),

  restoreHighlight: (id) => announced([db.highlights], () => inTurn([id], (id) => setDeleted(id, false))),

  near,
  triageOf,
  seen,
  hide: async (papers) => announce(await hide(papers)),
  unhide: async (papers) => announce(await unhide(papers)),
  forgetSeen,

  async merge(papers) {
    const id = await mergePapers(papers);
    if (id) await announceChange([id]);
  },

  async split(id) {
    const papers = await splitPaper(id);
    if (papers) await announceChange(papers);
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

  importBatch,
  endImport,
  undoImport,
  emptyTrash,
  repair,
};

/** Inside a transaction: puts the paper into the library and returns the id of its record. */
async function savePaper(paper: Paper): Promise<PaperId> {
  const { unknown, owners } = await ownersOf([paper.id, ...(paper.aliases ?? [])]);
  const [owner] = owners;
  const id = owner?.id ?? paper.id;
  const record = keyed(owner ? revived(owner, paper) : { id, paper, savedAt: Date.now() });
  await db.papers.put(record);
  await db.aliases.bulkPut(unknown.map((alias) => ({ id: alias, paperId: id })));
  await suggestByIdentifiers(
    paper,
    owners.filter(({ removedAt }) => !removedAt).map(({ id }) => id),
  );
  await suggestByTitle([record]);
  return id;
}

function revived(record: PaperRecord, paper: Paper): PaperRecord {
  const savedAt = record.removedAt ? Date.now() : record.savedAt;
  return { ...withoutTombstone(record), paper: filledIn(record.paper, paper), savedAt };
}

/** Inside a transaction: what an entry shows as one paper is one; returns the id of the paper that got an alias. */
async function joinIdentifiers(paper: Paper): Promise<PaperId | undefined> {
  const { unknown, owners } = await ownersOf([paper.id, ...(paper.aliases ?? [])]);
  const saved = owners.filter(({ removedAt }) => !removedAt);
  await suggestByIdentifiers(
    paper,
    saved.map(({ id }) => id),
  );
  const [owner] = saved;
  if (!owner || unknown.length === 0) return undefined;
  await db.aliases.bulkPut(unknown.map((id) => ({ id, paperId: owner.id })));
  const aliases = [...(owner.paper.aliases ?? []), ...unknown].slice(0, maxIdentifiers);
  await db.papers.put({ ...owner, paper: { ...owner.paper, aliases } });
  return owner.id;
}

/** Inside a transaction: the record that an identifier leads to. */
async function recordOf(id: PaperId): Promise<PaperRecord | undefined> {
  const alias = await db.aliases.get(id);
  return alias && db.papers.get(alias.paperId);
}

/**
 * Inside a transaction: changes the record of a paper, if there is one, and returns its id; `change` returns the same
 * record where nothing is to be changed.
 */
async function changeRecord(id: PaperId, change: (record: PaperRecord) => PaperRecord): Promise<PaperId | undefined> {
  const record = await recordOf(id);
  const changed = record && change(record);
  if (changed && changed !== record) await db.papers.put(changed);
  return record?.id;
}

/** One after the other, inside a transaction; what comes out is the papers that changed. */
async function inTurn<Each>(all: Each[], change: (each: Each) => Promise<PaperId | undefined>): Promise<PaperId[]> {
  const changed: PaperId[] = [];
  for (const each of all) {
    const id = await change(each);
    if (id) changed.push(id);
  }
  return changed;
}

/** Does all of `work` or nothing, and tells every page which papers changed. */
async function announced(tables: Table[], work: () => Promise<PaperId[]>): Promise<void> {
  // Dexie looks at the function itself to know whether it will await.
  const changed = await db.transaction('rw', tables, async () => work());
  await announceChange(changed);
}
