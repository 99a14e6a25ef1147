/**
 * Notes which papers have to be indexed anew, at the one place where all writing comes by, and in the same transaction:
 * no writer can forget it, and none has to wait for the index.
 */
import type { DBCore, DBCoreMutateRequest, DBCoreTable, Middleware } from 'dexie';
import type { HighlightRecord, MarksRecord, NoteRecord, PaperRecord } from './db';

const changes = 'searchChanges';

/** Of which papers a record tells. */
const tellsOf: Record<string, (record: never) => (string | undefined)[]> = {
  papers: ({ id, mergedInto }: PaperRecord) => [id, mergedInto],
  notes: ({ paperId }: NoteRecord) => [paperId],
  marks: ({ paperId }: MarksRecord) => [paperId],
  highlights: ({ paperId }: HighlightRecord) => [paperId],
};

export const noteSearchChanges: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'search changes',
  create(core) {
    // While an old library is upgraded, the table comes last; and then all is indexed anyway.
    if (!core.schema.tables.some(({ name }) => name === changes)) return core;
    return {
      ...core,
      transaction(stores, mode, options) {
        const writes = mode === 'readwrite' && stores.some((store) => store in tellsOf);
        return core.transaction(writes ? [...new Set([...stores, changes])] : stores, mode, options);
      },
      table(name) {
        const table = core.table(name);
        const papersOf = tellsOf[name];
        if (!papersOf) return table;
        return {
          ...table,
          mutate: (request) =>
            recordsBefore(table, request).then((before) => {
              const after = request.type === 'add' || request.type === 'put' ? request.values : [];
              const ids = [...before, ...after].filter(Boolean).flatMap((record) => papersOf(record as never));
              const values = [...new Set(ids)]
                .filter((id) => id !== undefined)
                .map((paperId) => ({ paperId, change: crypto.randomUUID() }));
              return table.mutate(request).then((response) =>
                values.length === 0
                  ? response
                  : core
                      .table(changes)
                      .mutate({ type: 'put', trans: request.trans, values })
                      .then(() => response),
              );
            }),
        };
      },
    };
  },
};

/** What the request is going to overwrite or to delete. */
function recordsBefore(table: DBCoreTable, request: DBCoreMutateRequest): Promise<unknown[]> {
  const { trans } = request;
  const { primaryKey } = table.schema;
  switch (request.type) {
    case 'add':
      return Promise.resolve([]);
    case 'delete':
      return table.getMany({ trans, keys: request.keys });
    case 'deleteRange':
      return table
        .query({ trans, values: true, query: { index: primaryKey, range: request.range } })
        .then(({ result }) => result);
    default:
      return table.getMany({ trans, keys: request.values.map((value) => primaryKey.extractKey?.(value)) });
  }
}
