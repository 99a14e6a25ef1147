/** The trash: what was removed stays for a while, and then goes for good. In the background. */
import type { Collection } from 'dexie';
import type { PaperId } from '../paper';
import { trashDays } from '../trash-days';
import { announce } from './changes';
import type { Library } from './contract';
import { db } from './db';

/** So many papers are deleted at once. */
const atOnce = 100;

const deletedTables = [
  db.papers,
  db.aliases,
  db.suggestions,
  db.merges,
  db.notes,
  db.noteVersions,
  db.marks,
  db.highlights,
];

/** Deletes papers that were removed until then, with all that was said of them. */
export const emptyTrash: Library['emptyTrash'] = async (until) => {
  const removed = () => db.papers.where('removedAt').belowOrEqual(until);
  // Whoever may write keeps readers waiting: mostly there is nothing.
  while (await isAny(removed())) {
    announce(
      await db.transaction('rw', deletedTables, async () => deletePapers(await removed().limit(atOnce).primaryKeys())),
    );
  }
};

async function isAny(found: Collection): Promise<boolean> {
  return (await found.limit(1).primaryKeys()).length > 0;
}

/**
 * Deletes what has been in the trash for long, also notes and highlights of papers that are there, and what imports that
 * long ago would have been undone by. Never rejects.
 */
export async function purgeOld(): Promise<void> {
  const until = Date.now() - trashDays * 86_400_000;
  try {
    await emptyTrash(until);
    const highlights = () => db.highlights.where('deletedAt').belowOrEqual(until);
    if ((await oldNotes(until)).length > 0 || (await isAny(highlights()))) {
      await db.transaction('rw', [db.papers, db.notes, db.noteVersions, db.highlights], async () => {
        await deleteNotes(await oldNotes(until));
        await highlights().delete();
      });
    }
    const imports = () => db.imports.where('startedAt').belowOrEqual(until);
    if (await isAny(imports())) {
      await db.transaction('rw', db.imports, db.importSteps, async () => {
        const old = await imports().primaryKeys();
        await db.importSteps.where('importId').anyOf(old).delete();
        await db.imports.bulkDelete(old);
      });
    }
  } catch (error) {
    console.error('Papergloss: what was removed long ago is still in the trash.', error);
  }
}

/** Those that were taken away until then. What a merge put away stays with it: splitting brings it back. */
async function oldNotes(until: number): Promise<string[]> {
  const notes = await db.notes.where('deletedAt').belowOrEqual(until).toArray();
  const papers = await db.papers.bulkGet(notes.map(({ paperId }) => paperId));
  return notes.filter((_, i) => papers[i]?.mergedInto === undefined).map(({ id }) => id);
}

/** Inside a transaction: deletes these papers, what was merged into them, and all that was said of them. */
async function deletePapers(ids: PaperId[]): Promise<PaperId[]> {
  const all = [...ids];
  for (let next = ids; next.length > 0; ) {
    next = await db.papers.where('mergedInto').anyOf(next).primaryKeys();
    all.push(...next);
  }
  const aliases = await db.aliases.where('paperId').anyOf(all).primaryKeys();
  await deleteNotes(await db.notes.where('paperId').anyOf(all).primaryKeys());
  await db.highlights.where('paperId').anyOf(all).delete();
  await db.marks.bulkDelete(all);
  await db.suggestions.where('papers').anyOf(all).delete();
  await db.merges.where('from').anyOf(all).delete();
  await db.aliases.bulkDelete(aliases);
  await db.papers.bulkDelete(all);
  return aliases;
}

async function deleteNotes(ids: string[]): Promise<void> {
  await db.noteVersions.where('noteId').anyOf(ids).delete();
  await db.notes.bulkDelete(ids);
}
