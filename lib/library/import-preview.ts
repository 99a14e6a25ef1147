/** What an import would do, without doing it. On the page that asks. */
import type { WholePaper } from '../formats/whole-paper';
import type { PaperId } from '../paper';
import { db, type ImportRecord } from './db';
import { type Decisions, planDecisions } from './decisions';
import { Known, namesOf } from './import-known';
import type { Conflict } from './import-note';
import { type ImportKind, type ImportPart, planImport } from './import-plan';
import { importedTables, tableOf } from './import-rows';

/** What would become of one paper of a file. */
export interface PreviewedPaper {
  /** Its record, or that into which it would go. */
  id: PaperId;
  title: string;
  /** `again`: the file has it more than once, and it becomes one. */
  kind: ImportKind | 'again';
  parts: ImportPart[];
  conflict?: Conflict;
}

interface Options {
  signal?: AbortSignal | undefined;
  onProgress?: ((done: number) => void) | undefined;
}

/** So many are looked at in one transaction. */
const atOnce = 100;

/** Looks at each paper as if it were the first that is imported. */
export async function previewImport(
  papers: WholePaper[],
  { signal, onProgress }: Options = {},
): Promise<PreviewedPaper[]> {
  const previewed: PreviewedPaper[] = [];
  const inFile = new Set<PaperId>();
  for (let i = 0; i < papers.length; i += atOnce) {
    signal?.throwIfAborted();
    const batch = papers.slice(i, i + atOnce);
    const plans = await db.transaction('r', importedTables.map(tableOf), async () => {
      const known = await Known.of(batch);
      return batch.map((whole) => preview(whole, known, inFile));
    });
    previewed.push(...plans);
    onProgress?.(previewed.length);
  }
  return previewed;
}

/** How many decisions of a file are not yet made here. */
export async function previewDecisions(decisions: Decisions): Promise<number> {
  const rows = await db.transaction('r', [db.hidden, db.aliases, db.suggestions], async () => planDecisions(decisions));
  return rows.length;
}

function preview(whole: WholePaper, known: Known, inFile: Set<PaperId>): PreviewedPaper {
  const { id, kind, parts, conflict } = planImport(whole, known);
  const ids = [id, ...namesOf(whole)];
  const isAgain = ids.some((each) => inFile.has(each));
  for (const each of ids) inFile.add(each);
  return { id, title: whole.paper.title, kind: isAgain ? 'again' : kind, parts, ...(conflict && { conflict }) };
}

export interface PastImport extends ImportRecord {
  /** It was being undone, and is not yet. */
  isHalfUndone: boolean;
}

/** The imports that can be undone, the latest first. */
export async function pastImports(): Promise<PastImport[]> {
  const records = await db.imports.orderBy('startedAt').reverse().toArray();
  const left = new Set(await db.importSteps.orderBy('importId').uniqueKeys());
  return records
    .filter(({ id }) => left.has(id))
    .map((record) => ({ ...record, isHalfUndone: record.undoneAt !== undefined }));
}
