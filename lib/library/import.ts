/**
 * Takes papers of a file into the library, in batches: each is one transaction, so that what was imported is whole,
 * wherever it was stopped. In the background. Read first: import-plan, import-note; and for taking it back, import-undo.
 */
import type { WholePaper } from '../formats/whole-paper';
import { type Imported, type ImportProgress, inBatches } from '../import-batches';
import type { PaperId } from '../paper';
import { announceChange } from './announce-change';
import { announce } from './changes';
import type { ImportBatch } from './contract';
import { db, type ImportCounts, type PaperRecord } from './db';
import { type Decisions, planDecisions } from './decisions';
import { Known } from './import-known';
import { evidenceOf, planImport } from './import-plan';
import { importedTables, RowLog, tableOf } from './import-rows';
import { suggestByIdentifiers, suggestByTitle } from './suggestions';

export const writtenTables = [...importedTables.map(tableOf), db.imports, db.importSteps];

/** Takes in one batch of an import, and tells what became of it; one that was taken in before only tells. */
export async function importBatch({ importId, name, batch, papers, decisions }: ImportBatch): Promise<ImportCounts> {
  const { counts, changed, hidden } = await db.transaction('rw', writtenTables, async () => {
    const id = stepId(importId, batch);
    const done = await db.importSteps.get(id);
    if (done) return { counts: done.counts, changed: [], hidden: [] };
    const started = await db.imports.get(importId);
    if (started?.undoneAt) throw new Error('This import was undone.');
    if (!started) await db.imports.add({ id: importId, name, startedAt: Date.now() });
    const log = new RowLog();
    const counts = noCounts();
    const changed: PaperId[] = [];
    const hidden: PaperId[] = [];
    const known = await Known.of(papers);
    const plans = papers.map((whole) => {
      const plan = planImport(whole, known);
      for (const row of plan.rows) known.add(row);
      return plan;
    });
    await log.write(plans.flatMap(({ rows }) => rows));
    const added: PaperRecord[] = [];
    for (const [i, { id, kind, rows, owners }] of plans.entries()) {
      counts[kind]++;
      if (rows.length > 0) changed.push(id);
      // Not for nothing: after a hundred waits without a question, Dexie forgets its transaction.
      if (owners.length > 1) {
        await log.created('suggestions', await suggestByIdentifiers(evidenceOf(papers[i] as WholePaper), owners));
      }
      const record = known.record(id);
      if (kind === 'new' && record) added.push(record);
    }
    await log.created('suggestions', await suggestByTitle(added));
    const decided = await planDecisions(decisions ?? {});
    await log.write(decided);
    for (const { table, key } of decided) if (table === 'hidden') hidden.push(key as PaperId);
    await db.importSteps.add({ id, importId, rows: log.rows, counts });
    return { counts, changed, hidden };
  });
  await announceChange(changed);
  if (hidden.length > 0) announce(hidden);
  return counts;
}

/** All of it is in the library, or as much as the user wanted. */
export async function endImport(id: string): Promise<void> {
  await db.imports.update(id, { endedAt: Date.now() });
}

/** Imports all of these papers, as one import. */
export function importPapers(
  papers: Iterable<WholePaper> | AsyncIterable<WholePaper>,
  options: { name: string; decisions?: Decisions; signal?: AbortSignal; onProgress?(progress: ImportProgress): void },
): Promise<Imported> {
  return inBatches({ importBatch, endImport }, papers, options);
}

/** In the order of their keys, they are in that of the batches. */
export function stepId(importId: string, batch: number): string {
  return `${importId} ${String(batch).padStart(8, '0')}`;
}

function noCounts(): ImportCounts {
  return { new: 0, merged: 0, same: 0, removed: 0 };
}
