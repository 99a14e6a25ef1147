/** Brings what the user wrote back to where it is shown. In the background, inside the transaction of a repair. */
import type { PaperId } from '../paper';
import { nowAfter } from './clock';
import { db, type NoteRecord, type PaperRecord } from './db';
import { bothMarks } from './marks';
import { rootOf } from './paper-records';

/** The paper that shows what belongs to `id`; where there is none, one that has nothing but its identifier. */
async function homeOf(id: PaperId, at: number): Promise<PaperRecord> {
  const alias = await db.aliases.get(id);
  const known = (await rootOf(id)) ?? (alias && (await rootOf(alias.paperId)));
  if (known) return known;
  const record: PaperRecord = { id, paper: { id, title: id }, savedAt: at };
  await db.papers.put(record);
  await db.aliases.put({ id, paperId: id });
  return record;
}

export async function lostNote(key: string): Promise<PaperId | undefined> {
  const note = await db.notes.get(key);
  if (!note || (await db.papers.get(note.paperId))) return undefined;
  const home = await homeOf(note.paperId, note.createdAt);
  await db.notes.put({ ...note, paperId: home.id });
  return joinNotes(home.id);
}

export async function lostMarks(key: string): Promise<PaperId | undefined> {
  const marks = await db.marks.get(key as PaperId);
  if (!marks || (await db.papers.get(marks.paperId))) return undefined;
  const home = await homeOf(marks.paperId, Date.now());
  if (home.id === marks.paperId) return home.id;
  await db.marks.put({ ...bothMarks(await db.marks.get(home.id), marks), paperId: home.id });
  await db.marks.delete(marks.paperId);
  return home.id;
}

export async function lostHighlight(key: string): Promise<PaperId | undefined> {
  const highlight = await db.highlights.get(key);
  if (!highlight || (await db.papers.get(highlight.paperId))) return undefined;
  const home = await homeOf(highlight.paperId, highlight.createdAt);
  await db.highlights.put({ ...highlight, paperId: home.id });
  return home.id;
}

/** A note of a merged paper: its words are shown with the paper that goes on, and it comes back when that is split. */
export async function shownNote(key: string): Promise<PaperId | undefined> {
  const note = await db.notes.get(key);
  const root = note && (await rootOf(note.paperId));
  if (!note || !root || note.deletedAt || root.id === note.paperId) return undefined;
  const now = nowAfter(note.updatedAt);
  await db.notes.put({ ...note, id: crypto.randomUUID(), paperId: root.id });
  await db.notes.put({ ...note, updatedAt: now, deletedAt: now });
  return joinNotes(root.id);
}

export async function shownHighlight(key: string): Promise<PaperId | undefined> {
  const highlight = await db.highlights.get(key);
  const root = highlight && (await rootOf(highlight.paperId));
  if (!highlight || !root) return undefined;
  await db.highlights.put({ ...highlight, paperId: root.id });
  return root.id;
}

/** Makes one note of all that a paper has: the texts one below the other, each also as an earlier version. */
export async function joinNotes(paperId: PaperId): Promise<PaperId> {
  const notes = (await db.notes.where('paperId').equals(paperId).toArray()).sort(byAge);
  const [kept, ...others] = notes;
  if (!kept || others.length === 0) return paperId;
  const alive = notes.filter(({ deletedAt }) => !deletedAt);
  const texts = [...new Set(alive.map(({ text }) => text))];
  const now = nowAfter(...notes.map(({ updatedAt }) => updatedAt));
  for (const note of notes) {
    if (note !== kept) await db.noteVersions.where('noteId').equals(note.id).modify({ noteId: kept.id });
    const isShown = !note.deletedAt && texts.length === 1;
    if (!isShown) await db.noteVersions.add(asVersion(note, kept.id, now));
    if (note !== kept) await db.notes.delete(note.id);
  }
  const { deletedAt, ...words } = kept;
  const isDead = alive.length === 0 && deletedAt !== undefined;
  await db.notes.put({ ...words, updatedAt: now, ...(isDead ? { deletedAt } : { text: texts.join('\n\n') }) });
  return paperId;
}

/** Those that are there first, and of these the oldest. */
function byAge(a: NoteRecord, b: NoteRecord): number {
  return Number(a.deletedAt !== undefined) - Number(b.deletedAt !== undefined) || a.createdAt - b.createdAt;
}

function asVersion({ text, updatedAt }: NoteRecord, noteId: string, replacedAt: number) {
  return { id: crypto.randomUUID(), noteId, text, writtenAt: updatedAt, replacedAt };
}
