import { beforeEach, expect, test } from 'vitest';
import { db } from '../../../lib/library/db';
import { importBatch, importPapers } from '../../../lib/library/import';
import { undoImport } from '../../../lib/library/import-undo';
import { library } from '../../../lib/library/library';
import { aPaper } from '../../papers';
import { aNote, aWhole } from '../../whole';

const paper = aPaper();
const published = aPaper({ id: 'doi:10.1000/margins', venue: 'Journal of Margins' });
const other = aPaper({ id: 'arxiv:2609.00002', title: 'Columns' });

beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
});

/** Everything but the log of imports, and what is to be indexed. */
async function everything() {
  const tables = db.tables.filter(({ name }) => !/^(imports|importSteps|search.*)$/.test(name));
  return Promise.all(tables.map(async (table) => [table.name, await table.toArray()]));
}

const noteOf = async (id: typeof paper.id) => (await library.find([id]))[id]?.note;

const wholes = [
  {
    ...aWhole({ ids: [paper.id, 's2:0123', published.id] }),
    paper: { ...paper, abstract: 'We write.' },
    note: aNote('theirs'),
    status: { value: 'read' as const, at: Date.now() + 10_000 },
    tags: [{ name: 'graphs', at: 1000 }],
    highlights: [
      {
        id: crypto.randomUUID(),
        quote: { exact: 'words', prefix: '', suffix: '' },
        createdAt: 1000,
        updatedAt: 1000,
      },
    ],
    others: [{ paper: published, ids: [published.id], savedAt: 1001, mergedAt: 1002 }],
  },
  aWhole({ paper: other, note: aNote('of columns'), tags: [{ name: 'columns', at: 1000 }] }),
];

test('puts back exactly what was there', async () => {
  await library.writeNote({ paper, text: 'mine' });
  await library.mark({ paper, change: { status: 'reading', addTags: ['mine'] } });
  const before = await everything();
  const { id } = await importPapers(wholes, { name: 'library.json' });
  expect(await everything()).not.toEqual(before);
  expect(await undoImport(id)).toEqual({ isDone: true });
  expect(await everything()).toEqual(before);
  expect(await db.importSteps.count()).toBe(0);
});

test('takes back a paper that stands in the file twice', async () => {
  const before = await everything();
  const importId = crypto.randomUUID();
  await importBatch({ importId, name: '', batch: 0, papers: wholes });
  await importBatch({ importId, name: '', batch: 1, papers: [aWhole({ paper: other, note: aNote('once more') })] });
  await undoImport(importId);
  expect(await everything()).toEqual(before);
});

test('leaves what was written since', async () => {
  await library.writeNote({ paper, text: 'mine' });
  const { id } = await importPapers(wholes, { name: 'library.json' });
  await library.writeNote({ paper, text: 'mine\n\ntheirs\n\nand what I think of it' });
  await library.writeNote({ paper: other, text: 'of columns, and rows' });
  await undoImport(id);
  expect(await noteOf(paper.id)).toBe('mine\n\ntheirs\n\nand what I think of it');
  expect(await noteOf(other.id)).toBe('of columns, and rows');
});

test('keeps my words as a version of a note that was edited since', async () => {
  await library.writeNote({ paper, text: 'mine' });
  const note = (await db.notes.toArray())[0];
  const theirs = aNote('theirs', { id: note?.id ?? '', updatedAt: Date.now() + 10_000 });
  const { id } = await importPapers([aWhole({ note: theirs })], { name: 'library.json' });
  await library.writeNote({ paper, text: 'theirs, and more' });
  await undoImport(id);
  expect((await db.noteVersions.toArray()).map(({ text }) => text)).toContain('mine');
});

test('takes away a paper of which only pages said more since', async () => {
  const { id } = await importPapers(wholes, { name: 'library.json' });
  await library.sight([{ ...other, aliases: ['pmid:1'] }]);
  await undoImport(id);
  expect(await library.find([other.id, 'pmid:1'])).toEqual({});
  expect(await db.aliases.get('pmid:1')).toBeUndefined();
});

test('keeps a paper whose status was chosen since, with its identifiers', async () => {
  const { id } = await importPapers([aWhole({ ids: [paper.id, 's2:0123'] })], { name: 'library.json' });
  await library.mark({ paper, change: { status: 'reading' } });
  await undoImport(id);
  expect((await library.find(['s2:0123']))['s2:0123']?.status).toBe('reading');
});

test('goes on where it was stopped, and takes nothing more in', async () => {
  const importId = crypto.randomUUID();
  const batchOf = (batch: number) => {
    const title = `Paper ${batch}`;
    return { importId, name: '', batch, papers: [aWhole({ paper: aPaper({ id: `arxiv:2609.1000${batch}`, title }) })] };
  };
  for (let batch = 0; batch < 7; batch++) await importBatch(batchOf(batch));
  expect(await undoImport(importId)).toEqual({ isDone: false });
  await expect(importBatch(batchOf(7))).rejects.toThrow('undone');
  expect(await undoImport(importId)).toEqual({ isDone: true });
  expect(await undoImport(importId)).toEqual({ isDone: true });
  expect(await db.papers.count()).toBe(0);
});
