import Dexie from 'dexie';
import { beforeEach, expect, test } from 'vitest';
import { Database } from '../../../lib/library/db';

/** What each version stored, and a library as that version left it. */
const versions = [
  {
    version: 1,
    stores: { papers: 'id, savedAt', notes: 'id, paperId', aliases: 'id, paperId' },
    rows: {
      papers: [{ id: 'arxiv:2609.00001', paper: { id: 'arxiv:2609.00001', title: 'Margins' }, savedAt: 1 }],
      notes: [{ id: 'uuid', paperId: 'arxiv:2609.00001', text: 'read the proof', createdAt: 1, updatedAt: 1 }],
      aliases: [{ id: 'arxiv:2609.00001', paperId: 'arxiv:2609.00001' }],
    },
    /** What opening it adds. */
    added: { titleKey: 'margins' },
  },
  {
    version: 2,
    stores: {
      papers: 'id, savedAt, titleKey, mergedInto',
      notes: 'id, paperId',
      aliases: 'id, paperId',
      suggestions: 'id, *papers',
      merges: 'id, from',
    },
    rows: {
      papers: [
        {
          id: 'arxiv:2609.00001',
          paper: { id: 'arxiv:2609.00001', title: 'Margins' },
          savedAt: 1,
          titleKey: 'margins',
        },
      ],
      notes: [{ id: 'uuid', paperId: 'arxiv:2609.00001', text: 'read the proof', createdAt: 1, updatedAt: 1 }],
      aliases: [{ id: 'arxiv:2609.00001', paperId: 'arxiv:2609.00001' }],
    },
    added: {},
  },
  {
    version: 3,
    stores: {
      papers: 'id, savedAt, titleKey, mergedInto',
      notes: 'id, paperId',
      aliases: 'id, paperId',
      suggestions: 'id, *papers',
      merges: 'id, from',
      noteVersions: 'id, noteId',
      marks: 'paperId, *tagKeys',
      highlights: 'id, paperId',
      seen: 'id, last',
      visits: 'list, last',
      hidden: 'id',
    },
    rows: {
      papers: [
        {
          id: 'arxiv:2609.00001',
          paper: { id: 'arxiv:2609.00001', title: 'Margins' },
          savedAt: 1,
          titleKey: 'margins',
        },
      ],
      notes: [{ id: 'uuid', paperId: 'arxiv:2609.00001', text: 'read the proof', createdAt: 1, updatedAt: 1 }],
      aliases: [{ id: 'arxiv:2609.00001', paperId: 'arxiv:2609.00001' }],
      marks: [
        {
          paperId: 'arxiv:2609.00001',
          status: { value: 'reading', at: 1 },
          tags: [{ name: 'Margins', at: 1 }],
          tagKeys: ['margins'],
        },
      ],
    },
    added: {},
  },
  {
    version: 4,
    stores: {
      papers: 'id, savedAt, titleKey, mergedInto',
      notes: 'id, paperId',
      aliases: 'id, paperId',
      suggestions: 'id, *papers',
      merges: 'id, from',
      noteVersions: 'id, noteId',
      marks: 'paperId, *tagKeys',
      highlights: 'id, paperId',
      seen: 'id, last',
      visits: 'list, last',
      hidden: 'id',
      searchChanges: 'paperId',
      searchDocs: 'doc, paperId, savedAt, title',
      searchRows: 'key',
      searchState: 'key',
    },
    rows: {
      papers: [
        {
          id: 'arxiv:2609.00001',
          paper: { id: 'arxiv:2609.00001', title: 'Margins' },
          savedAt: 1,
          titleKey: 'margins',
        },
      ],
      notes: [{ id: 'uuid', paperId: 'arxiv:2609.00001', text: 'read the proof', createdAt: 1, updatedAt: 1 }],
      aliases: [{ id: 'arxiv:2609.00001', paperId: 'arxiv:2609.00001' }],
      marks: [
        {
          paperId: 'arxiv:2609.00001',
          status: { value: 'reading', at: 1 },
          tags: [{ name: 'Margins', at: 1 }],
          tagKeys: ['margins'],
        },
      ],
    },
    added: {},
  },
  {
    version: 5,
    stores: {
      papers: 'id, savedAt, titleKey, mergedInto, removedAt',
      notes: 'id, paperId, deletedAt',
      aliases: 'id, paperId',
      suggestions: 'id, *papers',
      merges: 'id, from',
      noteVersions: 'id, noteId',
      marks: 'paperId, *tagKeys',
      highlights: 'id, paperId, deletedAt',
      seen: 'id, last',
      visits: 'list, last',
      hidden: 'id',
      searchChanges: 'paperId',
      searchDocs: 'doc, paperId, savedAt, title',
      searchRows: 'key',
      searchState: 'key',
      imports: 'id, startedAt',
      importSteps: 'id, importId',
    },
    rows: {
      papers: [
        {
          id: 'arxiv:2609.00001',
          paper: { id: 'arxiv:2609.00001', title: 'Margins' },
          savedAt: 1,
          titleKey: 'margins',
          removedAt: 2,
        },
      ],
      notes: [{ id: 'uuid', paperId: 'arxiv:2609.00001', text: 'read the proof', createdAt: 1, updatedAt: 1 }],
      aliases: [{ id: 'arxiv:2609.00001', paperId: 'arxiv:2609.00001' }],
      marks: [
        {
          paperId: 'arxiv:2609.00001',
          status: { value: 'reading', at: 1 },
          tags: [{ name: 'Margins', at: 1 }],
          tagKeys: ['margins'],
        },
      ],
    },
    added: {},
  },
  {
    version: 6,
    stores: {
      papers: 'id, savedAt, titleKey, mergedInto, removedAt',
      notes: 'id, paperId, deletedAt',
      aliases: 'id, paperId',
      suggestions: 'id, *papers',
      merges: 'id, from',
      noteVersions: 'id, noteId',
      marks: 'paperId, *tagKeys',
      highlights: 'id, paperId, deletedAt',
      seen: 'id, last',
      visits: 'list, last',
      hidden: 'id',
      searchChanges: 'paperId',
      searchDocs: 'doc, paperId, [savedAt+paperId], [title+paperId]',
      searchRows: 'key',
      searchState: 'key',
      imports: 'id, startedAt',
      importSteps: 'id, importId',
    },
    rows: {
      papers: [
        {
          id: 'arxiv:2609.00001',
          paper: { id: 'arxiv:2609.00001', title: 'Margins' },
          savedAt: 1,
          titleKey: 'margins',
          removedAt: 2,
        },
      ],
      notes: [{ id: 'uuid', paperId: 'arxiv:2609.00001', text: 'read the proof', createdAt: 1, updatedAt: 1 }],
      aliases: [{ id: 'arxiv:2609.00001', paperId: 'arxiv:2609.00001' }],
      marks: [
        {
          paperId: 'arxiv:2609.00001',
          status: { value: 'reading', at: 1 },
          tags: [{ name: 'Margins', at: 1 }],
          tagKeys: ['margins'],
        },
      ],
    },
    added: {},
  },
];

beforeEach(() => Dexie.delete('papergloss'));

test.each(versions)(
  'a library of version $version opens, with all that is in it',
  async ({ version, stores, rows, added }) => {
    const old = new Dexie('papergloss');
    old.version(version).stores(stores);
    for (const [table, records] of Object.entries(rows)) await old.table(table).bulkAdd(records);
    old.close();

    const db = new Database();
    expect(await db.papers.toArray()).toEqual(rows.papers.map((record) => ({ ...record, ...added })));
    expect(await db.notes.where('paperId').equals('arxiv:2609.00001').toArray()).toEqual(rows.notes);
    expect(await db.aliases.toArray()).toEqual(rows.aliases);
    db.close();
  },
);

test('papers that were indexed before come in the order of when they were saved, and of their ids', async () => {
  const old = new Dexie('papergloss');
  old.version(5).stores({ searchDocs: 'doc, paperId, savedAt, title' });
  const indexed = ['arxiv:2609.00002', 'arxiv:2609.00003', 'arxiv:2609.00001'].map((paperId, doc) => ({
    doc,
    paperId,
    savedAt: 1,
    title: 'margins',
    parts: {},
  }));
  await old.table('searchDocs').bulkAdd(indexed);
  old.close();

  const db = new Database();
  expect(await db.searchDocs.orderBy('[savedAt+paperId]').reverse().primaryKeys()).toEqual([1, 0, 2]);
  expect(await db.searchDocs.orderBy('[title+paperId]').primaryKeys()).toEqual([2, 0, 1]);
  db.close();
});

test('every version has a library here', async () => {
  const db = new Database();
  await db.open();
  expect(db.verno).toBe(versions.at(-1)?.version);
  db.close();
});
