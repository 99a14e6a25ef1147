/** Merging two papers that are one work, and splitting them again. In the background. */
import { canonical } from '../fingerprint';
import type { PaperId } from '../paper';
import { nowAfter } from './clock';
import type { Pair } from './contract';
import { db, type MergeRecord, type NoteRecord, type PaperRecord } from './db';
import { bothMarks } from './marks';
import { rootOf } from './paper-records';
import { suggestionId } from './suggestions';

const mergedTables = [
  db.papers,
  db.notes,
  db.aliases,
  db.suggestions,
  db.merges,
  db.marks,
  db.highlights,
  db.noteVersions,
];

/** Merges, and returns the id of the paper that goes on; nothing where either is not in the library any more. */
export function mergePapers(papers: Pair): Promise<PaperId | undefined> {
  return db.transaction('rw', mergedTables, async () => {
    const records = await Promise.all(papers.map(shownRecord));
    const [into, from] = records.toSorted((a, b) => (a?.savedAt ?? 0) - (b?.savedAt ?? 0));
    if (!into || !from || into.id === from.id) return undefined;
    const aliases = await db.aliases.where('paperId').equals(from.id).primaryKeys();
    const suggestion = await db.suggestions.get(suggestionId(papers));
    const merge: MergeRecord = {
      id: crypto.randomUUID(),
      into: into.id,
      from: from.id,
      aliases,
      ...(await mergeNotes(into.id, from.id)),
      ...(await mergeMarks(into.id, from.id)),
      ...(await moveHighlights(into.id, from.id)),
    };
    await db.merges.add(suggestion ? { ...merge, suggestion } : merge);
    await db.papers.put({ ...from, mergedInto: into.id });
    await db.aliases.bulkPut(aliases.map((id) => ({ id, paperId: into.id })));
    if (suggestion) await db.suggestions.delete(suggestion.id);
    return into.id;
  });
}

/** Undoes the merge of `from`, and returns the ids of both papers; nothing where it is not merged. */
export function splitPaper(from: PaperId): Promise<Pair | undefined> {
  return db.transaction('rw', mergedTables, async () => {
    const merges = await db.merges.where('from').equals(from).toArray();
    const merge = merges.find(({ splitAt }) => splitAt === undefined);
    const record = await db.papers.get(from);
    if (!merge || !record) return undefined;
    // By now the paper that went on may be merged itself; and what was split from this one before is none of its own.
    const common = (await rootOf(from))?.id ?? merge.into;
    const { mergedInto: _, ...single } = record;
    await db.papers.put(single);
    const known = await db.aliases.bulkGet(merge.aliases);
    const own = merge.aliases.filter((_, i) => !known[i] || known[i].paperId === common);
    await db.aliases.bulkPut(own.map((id) => ({ id, paperId: from })));
    await splitNotes(merge);
    await splitMarks(merge);
    await splitHighlights(merge, common);
    if (merge.suggestion) await db.suggestions.put(merge.suggestion);
    await db.merges.put({ ...merge, splitAt: Date.now() });
    return [merge.into, from];
  });
}

/** The paper as it is shown: a merged one under that into which it was merged. Not a removed one. */
async function shownRecord(id: PaperId): Promise<PaperRecord | undefined> {
  let record = await db.papers.get(id);
  while (record?.mergedInto) record = await db.papers.get(record.mergedInto);
  return record?.removedAt ? undefined : record;
}

/**
 * Both texts, one below the other, in the note of the paper that goes on. The merge has the time of what it takes away:
 * in a file there is but one for both.
 */
async function mergeNotes(into: PaperId, from: PaperId): Promise<Pick<MergeRecord, 'notes' | 'mergedAt'>> {
  const [kept, moved] = await Promise.all([noteOf(into), noteOf(from)]);
  const notes: MergeRecord['notes'] = { ...(kept && { into: kept }), ...(moved && { from: moved }) };
  const mergedAt = nowAfter(kept?.updatedAt, moved?.updatedAt);
  if (!moved || moved.deletedAt) return { notes, mergedAt };
  const isAlone = !kept || kept.deletedAt !== undefined || kept.text === moved.text;
  const text = isAlone ? moved.text : `${kept.text}\n\n${moved.text}`;
  await db.notes.put({
    id: kept?.id ?? crypto.randomUUID(),
    paperId: into,
    text,
    createdAt: kept?.createdAt ?? moved.createdAt,
    updatedAt: mergedAt,
  });
  await db.notes.put({ ...moved, updatedAt: mergedAt, deletedAt: mergedAt });
  return { notes: { ...notes, text }, mergedAt };
}

/** Each its own note again. Where the common one was edited since, those words stay where they were written. */
async function splitNotes({ into, notes }: MergeRecord): Promise<void> {
  const common = await noteOf(into);
  if (notes.from) await db.notes.put(notes.from);
  if (notes.text === undefined || common?.text !== notes.text || common.deletedAt) return;
  if (notes.into) await db.notes.put(notes.into);
  else if ((await db.noteVersions.where('noteId').equals(common.id).count()) === 0) await db.notes.delete(common.id);
  else await buryNote(common);
}

async function mergeMarks(into: PaperId, from: PaperId): Promise<Pick<MergeRecord, 'marks'>> {
  const [kept, moved] = await db.marks.bulkGet([into, from]);
  if (!moved) return {};
  const both = { ...bothMarks(kept, moved), paperId: into };
  await db.marks.put(both);
  return { marks: { ...(kept && { into: kept }), from: moved, both } };
}

/** As they were; what was changed since on the common paper stays with it. */
async function splitMarks({ into, marks }: MergeRecord): Promise<void> {
  if (!marks) return;
  const common = await db.marks.get(into);
  if (canonical(common) !== canonical(marks.both)) return;
  if (marks.into) await db.marks.put(marks.into);
  else await db.marks.delete(into);
}

async function moveHighlights(into: PaperId, from: PaperId): Promise<Pick<MergeRecord, 'highlights'>> {
  const highlights = await db.highlights.where('paperId').equals(from).primaryKeys();
  if (highlights.length === 0) return {};
  for (const id of highlights) await db.highlights.update(id, { paperId: into });
  return { highlights };
}

async function splitHighlights({ from, highlights = [] }: MergeRecord, common: PaperId): Promise<void> {
  for (const highlight of await db.highlights.bulkGet(highlights)) {
    if (highlight?.paperId === common) await db.highlights.put({ ...highlight, paperId: from });
  }
}

/** What it said before can still be read. */
async function buryNote(note: NoteRecord): Promise<void> {
  const now = nowAfter(note.updatedAt);
  await db.notes.put({ ...note, updatedAt: now, deletedAt: now });
}

function noteOf(paperId: PaperId): Promise<NoteRecord | undefined> {
  return db.notes.where('paperId').equals(paperId).first();
}
