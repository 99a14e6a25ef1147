/** Takes an import back: all that it wrote, but for what was changed since. In the background. */
import type { PaperId } from '../paper';
import { announce } from './changes';
import { db, type ImportedRow, type ImportStepRecord, type NoteVersionRecord } from './db';
import { type ImportedTable, importedTables, tableOf, traceOf } from './import-rows';

/** So many batches are undone at once; one after the other, the last first. */
const stepsAtOnce = 5;

const tables = [...importedTables.map(tableOf), db.imports, db.importSteps];

/** Undoes the last batches that were not undone yet; tells whether there are no more. */
export async function undoImport(id: string): Promise<{ isDone: boolean }> {
  const record = await db.imports.get(id);
  if (!record) return { isDone: true };
  // From now on nothing more is taken in.
  if (!record.undoneAt) await db.imports.put({ ...record, undoneAt: Date.now() });
  for (let i = 0; i < stepsAtOnce; i++) {
    const changed = await db.transaction('rw', tables, async () => {
      const step = await db.importSteps.where('id').between(`${id} `, `${id} \uffff`).last();
      if (!step) return undefined;
      const papers = await undoStep(step);
      await db.importSteps.delete(step.id);
      return papers;
    });
    if (!changed) return { isDone: true };
    announce(changed);
  }
  return { isDone: false };
}

/** Returns all identifiers of the papers that changed, and of those that are gone. */
async function undoStep({ rows }: ImportStepRecord): Promise<PaperId[]> {
  const ids = await identifiersIn(rows);
  const left = new Set<string>();
  for (const table of importedTables) {
    for (const row of inOrder(rows, table)) {
      const isUndone = await undoRow(table, row, left);
      if (!isUndone) left.add(`${table} ${row.key}`);
    }
  }
  return ids;
}

async function identifiersIn(rows: ImportedRow[]): Promise<PaperId[]> {
  const papers = new Set<PaperId>();
  const hidden: PaperId[] = [];
  for (const { table, key } of rows) {
    const now = (await tableOf(table as ImportedTable).get(key)) as { paperId?: PaperId } | undefined;
    if (table === 'hidden') hidden.push(key as PaperId);
    else if (table === 'papers') papers.add(key as PaperId);
    else if (now?.paperId) papers.add(now.paperId);
  }
  const aliases = await db.aliases
    .where('paperId')
    .anyOf([...papers])
    .primaryKeys();
  return [...aliases, ...hidden];
}

/** Those that were merged into others come before these. */
function inOrder(rows: ImportedRow[], table: ImportedTable): ImportedRow[] {
  const own = rows.filter((row) => row.table === table);
  return table === 'papers' ? own.reverse() : own;
}

async function undoRow(table: ImportedTable, { key, before, after }: ImportedRow, left: Set<string>): Promise<boolean> {
  const now = await tableOf(table).get(key);
  const isCreated = before === undefined;
  if (now === undefined) return isCreated;
  // An alias stays with its paper; else, it is not to be found any more.
  if (table === 'aliases' && left.has(`papers ${(now as { paperId: PaperId }).paperId}`)) return false;
  // What somebody has written on since keeps what it said before.
  if (table === 'noteVersions' && left.has(`notes ${(now as NoteVersionRecord).noteId}`)) return false;
  if (traceOf(table, now, isCreated) !== after) return false;
  if (!isCreated) await tableOf(table).put(before);
  else if (table === 'papers') return deletePaper(key as PaperId);
  else await tableOf(table).delete(key);
  return true;
}

/** Deletes a paper that the import brought, unless the user has said something of it since. */
async function deletePaper(id: PaperId): Promise<boolean> {
  const said = [
    await db.notes.where('paperId').equals(id).count(),
    await db.marks.where('paperId').equals(id).count(),
    await db.highlights.where('paperId').equals(id).count(),
    await db.papers.where('mergedInto').equals(id).count(),
  ];
  if (said.some((count) => count > 0)) return false;
  await db.papers.delete(id);
  await db.aliases.where('paperId').equals(id).delete();
  await db.suggestions.where('papers').equals(id).delete();
  return true;
}
