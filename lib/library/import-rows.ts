/** What an import writes, and remembers of it. In the background, inside the transaction of whoever calls. */
import type { Table } from 'dexie';
import { fingerprint } from '../fingerprint';
import { db, type ImportedRow, type PaperRecord } from './db';

/** All that an import writes, in the order in which it is undone. */
export const importedTables = [
  'notes',
  'noteVersions',
  'marks',
  'highlights',
  'suggestions',
  'merges',
  'papers',
  'aliases',
  'hidden',
] as const;

export type ImportedTable = (typeof importedTables)[number];

/** A row to be written. */
export interface Row {
  table: ImportedTable;
  key: string;
  record: unknown;
}

export function tableOf(name: ImportedTable): Table<unknown, string> {
  return db[name] as unknown as Table<unknown, string>;
}

/**
 * Tells whether a row was changed since. What pages said of a paper that the import brought may have grown: that is no
 * reason to leave it.
 */
export function traceOf(table: ImportedTable, record: unknown, isCreated: boolean): string {
  if (table !== 'papers' || !isCreated) return fingerprint(record);
  const { id, savedAt, removedAt, mergedInto } = record as PaperRecord;
  return fingerprint({ id, savedAt, removedAt, mergedInto });
}

/** Writes rows, and remembers what was there before. */
export class RowLog {
  #rows = new Map<string, { table: ImportedTable; key: string; before?: unknown; record: unknown }>();

  /** In order: of several for one key, the last stays. */
  async write(rows: Row[]): Promise<void> {
    for (const [table, ofTable] of Map.groupBy(rows, ({ table }) => table)) {
      const records = new Map(ofTable.map(({ key, record }) => [key, record]));
      const before = await tableOf(table).bulkGet([...records.keys()]);
      const [added, changed]: [unknown[], unknown[]] = [[], []];
      for (const [i, [key, record]] of [...records].entries()) {
        this.#remember(table, key, before[i], record);
        (before[i] === undefined ? added : changed).push(record);
      }
      // Of what is added, nobody looks up what was there before.
      await tableOf(table).bulkAdd(added);
      await tableOf(table).bulkPut(changed);
    }
  }

  /** Rows that somebody else wrote, where there was nothing. */
  async created(table: ImportedTable, keys: string[]): Promise<void> {
    for (const key of keys) this.#remember(table, key, undefined, await tableOf(table).get(key));
  }

  get rows(): ImportedRow[] {
    return [...this.#rows.values()].map(({ table, key, before, record }) => ({
      table,
      key,
      ...(before !== undefined && { before }),
      after: traceOf(table, record, before === undefined),
    }));
  }

  #remember(table: ImportedTable, key: string, before: unknown, record: unknown): void {
    const name = `${table} ${key}`;
    const first = this.#rows.get(name);
    this.#rows.set(name, { table, key, before: first ? first.before : before, record });
  }
}
