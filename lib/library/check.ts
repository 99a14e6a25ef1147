/**
 * Whether the library is consistent. It only reads, in slices: each is one short transaction, so that what belongs
 * together is seen together, and nobody waits. What each check promises: check-papers, check-words, check-search.
 */
import type { Table } from 'dexie';
import { checkAliases, checkMerges, checkPapers } from './check-papers';
import { checkDocs, checkIndex, checkIndexed } from './check-search';
import { checkHighlights, checkMarks, checkNotes, checkVersions } from './check-words';
import { checkedTables } from './checked-tables';
import { db } from './db';
import type { Finding, FindingKind, Report } from './findings';

export interface CheckProgress {
  done: number;
  total: number;
}

interface Options {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: CheckProgress) => void) | undefined;
}

/** So many records are looked at in one transaction: 100,000 papers, and no task over 50 ms. */
const sliceSize = 200;

type Check<Found> = (records: Found[], report: Report) => Promise<void>;
type Reader = (options: { after: unknown; report: Report }) => Promise<{ count: number; last: unknown }>;

/** Looks at every record of a table. */
function each<Found>(name: string, ...checks: Check<Found>[]): { table: Table; read: Reader } {
  const table = db.table<Found>(name);
  const key = table.schema.primKey.keyPath as keyof Found;
  const read: Reader = ({ after, report }) =>
    db.transaction('r', checkedTables, async () => {
      const from = after === undefined ? table.orderBy(':id') : table.where(':id').above(after);
      const records = await from.limit(sliceSize).toArray();
      for (const check of checks) await check(records, report);
      return { count: records.length, last: records.at(-1)?.[key] };
    });
  return { table, read };
}

const parts = [
  each('papers', checkPapers, checkIndexed),
  each('aliases', checkAliases),
  each('merges', checkMerges),
  each('notes', checkNotes),
  each('noteVersions', checkVersions),
  each('marks', checkMarks),
  each('highlights', checkHighlights),
  each('searchDocs', checkDocs),
];

/** Looks at everything, and returns what is not as it should be; nothing is changed. */
export async function checkLibrary({ signal, onProgress }: Options = {}): Promise<Finding[]> {
  const found = new Map<FindingKind, Set<string>>();
  const report: Report = (kind, key) => found.set(kind, (found.get(kind) ?? new Set()).add(key));
  let total = 0;
  for (const { table } of parts) total += await table.count();
  let done = 0;
  for (const { read } of parts) {
    let after: unknown;
    for (;;) {
      signal?.throwIfAborted();
      const { count, last } = await read({ after, report });
      done += count;
      onProgress?.({ done, total: Math.max(done, total) });
      if (count < sliceSize) break;
      after = last;
    }
  }
  await db.transaction('r', checkedTables, async () => checkIndex(report));
  return [...found].map(([kind, keys]) => ({ kind, keys: [...keys] }));
}
