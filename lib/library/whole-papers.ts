/** Saved papers, whole, from the database: for exports, backups, and whatever else has to have all of them. */
import type { OtherPaper, WholePaper } from '../formats/whole-paper';
import { maxIdentifiers } from '../max-identifiers';
import type { PaperId } from '../paper';
import { db, type NoteVersionRecord, type PaperRecord } from './db';
import { all } from './search-documents';
import { wholeMarks, wholeMerge, wholeNote } from './whole-words';

/** So many are read at once. */
const batchSize = 200;

const tables = [db.papers, db.aliases, db.merges, db.notes, db.noteVersions, db.marks, db.highlights];

/**
 * Everything that is saved, or the papers with these ids, in the order in which they were saved; the removed ones too,
 * and merged ones as `others` of those under which they are shown. Each batch is read in one transaction: no paper is
 * seen in the middle of a change.
 */
export async function* readWhole(ids?: PaperId[]): AsyncGenerator<WholePaper[]> {
  const listed = ids ? await inOrder(ids) : await db.papers.orderBy('savedAt').primaryKeys();
  const given = new Set<PaperId>();
  for (let i = 0; i < listed.length; i += batchSize) {
    const wanted = listed.slice(i, i + batchSize).filter((id) => !given.has(id));
    // Papers that were merged since the list was made are given with that into which they were merged, once more.
    const read = await db.transaction('r', tables, async () => wholePapers(await rootsOf(wanted)));
    for (const { id, below } of read) for (const each of [id, ...below]) given.add(each);
    if (read.length > 0) yield read.map(({ whole }) => whole);
  }
}

/** The papers that are shown, without what the user says of them: enough to give each of them a name in a file. */
export async function* readNames(): AsyncGenerator<WholePaper[]> {
  const ids = await db.papers.orderBy('savedAt').primaryKeys();
  for (let i = 0; i < ids.length; i += batchSize) {
    const records = await db.papers.bulkGet(ids.slice(i, i + batchSize));
    const shown = records.filter((record) => record !== undefined && !record.removedAt && !record.mergedInto);
    yield shown.flatMap((record) => (record ? { paper: record.paper, ids: [record.id], savedAt: record.savedAt } : []));
  }
}

async function inOrder(ids: PaperId[]): Promise<PaperId[]> {
  const records = (await db.papers.bulkGet([...new Set(ids)])).filter((record) => record !== undefined);
  return records.sort((a, b) => a.savedAt - b.savedAt).map(({ id }) => id);
}

/** The papers under which these are shown, each once, in the same order. */
async function rootsOf(ids: PaperId[]): Promise<PaperRecord[]> {
  const roots = new Map<PaperId, PaperRecord>();
  for (let record of await db.papers.bulkGet(ids)) {
    while (record?.mergedInto) record = await db.papers.get(record.mergedInto);
    if (record) roots.set(record.id, record);
  }
  return [...roots.values()];
}

/** `below`: the records that were merged into it. */
interface Read {
  id: PaperId;
  below: PaperId[];
  whole: WholePaper;
}

async function wholePapers(records: PaperRecord[]): Promise<Read[]> {
  const ids = records.map(({ id }) => id);
  const [aliases, notes, marks, highlights] = await Promise.all([
    all(ids, (id) => db.aliases.where('paperId').equals(id).toArray()),
    all(ids, (id) => db.notes.where('paperId').equals(id).toArray()),
    db.marks.bulkGet(ids),
    all(ids, (id) => db.highlights.where('paperId').equals(id).sortBy('createdAt')),
  ]);
  const aliasesOf = Map.groupBy(aliases, ({ paperId }) => paperId);
  const notesOf = Map.groupBy(notes, ({ paperId }) => paperId);
  const highlightsOf = Map.groupBy(highlights, ({ paperId }) => paperId);

  const read: Read[] = [];
  for (const [i, { id, paper, savedAt, removedAt, more }] of records.entries()) {
    const others = await othersOf(id);
    const [note] = notesOf.get(id) ?? [];
    const passages = (highlightsOf.get(id) ?? []).map(({ paperId: _, quote, ...highlight }) => ({
      ...highlight,
      quote: { ...quote },
    }));
    const known = (aliasesOf.get(id) ?? []).map((alias) => alias.id).filter((alias) => alias !== id);
    const whole: WholePaper = {
      ...more,
      paper,
      ids: [id, ...known].slice(0, maxIdentifiers),
      savedAt,
      ...(removedAt !== undefined && { removedAt }),
      ...(others.length > 0 && { others: others.map(({ other }) => other) }),
      ...(note && { note: wholeNote(note, await versionsOf(note.id)) }),
      ...wholeMarks(marks[i]),
      ...(passages.length > 0 && { highlights: passages }),
    };
    read.push({ id, below: others.map((other) => other.id), whole });
  }
  return read;
}

/** What was merged into a paper, directly or not. */
async function othersOf(id: PaperId): Promise<{ id: PaperId; other: OtherPaper }[]> {
  const found: { id: PaperId; other: OtherPaper }[] = [];
  let next = [id];
  while (next.length > 0) {
    const records = await all(next, (id) => db.papers.where('mergedInto').equals(id).toArray());
    for (const record of records) {
      const merges = await db.merges.where('from').equals(record.id).toArray();
      const merge = merges.find(({ splitAt }) => splitAt === undefined);
      const other: OtherPaper = {
        ...record.more,
        paper: record.paper,
        ids: [...new Set([record.id, ...(merge?.aliases ?? [])])].slice(0, maxIdentifiers),
        savedAt: record.savedAt,
        mergedAt: merge?.mergedAt ?? record.savedAt,
        ...(record.mergedInto !== id && { into: record.mergedInto }),
        ...(merge && wholeMerge(merge, merge.notes.from ? await versionsOf(merge.notes.from.id) : [])),
      };
      found.push({ id: record.id, other });
    }
    next = records.map(({ id }) => id);
  }
  return found;
}

/** What a note said before, the oldest first. */
function versionsOf(noteId: string): Promise<NoteVersionRecord[]> {
  return db.noteVersions.where('noteId').equals(noteId).sortBy('replacedAt');
}
