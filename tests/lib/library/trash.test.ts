import { beforeEach, expect, test, vi } from 'vitest';
import { db } from '../../../lib/library/db';
import { importPapers } from '../../../lib/library/import';
import { library } from '../../../lib/library/library';
import { noteVersions } from '../../../lib/library/queries';
import { purgeOld } from '../../../lib/library/trash';
import { trashedPapers } from '../../../lib/library/trashed-papers';
import { aPaper } from '../../papers';
import { aWhole } from '../../whole';

const paper = aPaper();
const published = aPaper({ id: 'doi:10.1000/margins', venue: 'Journal of Margins' });
const other = aPaper({ id: 'arxiv:2609.00002', title: 'Columns' });
const day = 86_400_000;
const now = 1_000 * day;

beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
  return () => vi.restoreAllMocks();
});

function at(time: number): void {
  vi.spyOn(Date, 'now').mockReturnValue(time);
}

async function said(): Promise<number> {
  const tables = [db.papers, db.aliases, db.notes, db.noteVersions, db.marks, db.highlights, db.merges, db.suggestions];
  const counts = await Promise.all(tables.map((table) => table.count()));
  return counts.reduce((a, b) => a + b);
}

async function noteAndRemove(): Promise<void> {
  await library.writeNote({ paper, text: 'a first thought, which is replaced by another one' });
  await library.writeNote({ paper, text: 'read the proof' });
  await library.mark({ paper, change: { addTags: ['graphs'] } });
  const quote = { exact: 'words', prefix: '', suffix: '' };
  await library.highlight({ paper, highlight: { id: crypto.randomUUID(), quote } });
  await library.save(published);
  await library.merge([paper.id, published.id]);
  await library.remove(paper.id);
}

test('has what was removed, the latest first, with its note', async () => {
  at(now);
  await noteAndRemove();
  await library.save(other);
  at(now + 1);
  await library.remove(other.id);
  expect(await trashedPapers(10)).toMatchObject({
    total: 2,
    papers: [
      { paper: other, removedAt: now + 1 },
      { paper: { id: paper.id }, note: 'read the proof' },
    ],
  });
  expect((await trashedPapers(1)).papers).toHaveLength(1);
});

test('what was removed 30 days ago goes for good, with all that was said of it; the rest stays', async () => {
  at(now);
  await noteAndRemove();
  await library.save(other);
  at(now + 1);
  await library.writeNote({ paper: other, text: 'stays' });
  const before = await said();
  at(now + 30 * day - 1);
  await purgeOld();
  expect(await said()).toBe(before);
  at(now + 30 * day);
  await purgeOld();
  expect(await said()).toBe(3);
  expect(await library.find([paper.id, published.id, other.id])).toMatchObject({ [other.id]: { note: 'stays' } });
});

test('a note that was taken away goes for good, too', async () => {
  at(now);
  await library.writeNote({ paper, text: 'read the proof' });
  await library.writeNote({ paper, text: '' });
  at(now + 30 * day);
  await purgeOld();
  expect(await db.notes.count()).toBe(0);
  expect(Object.keys(await library.find([paper.id]))).toEqual([paper.id]);
});

test('what a merge put away stays as long as the merge does, and splits with what it said before', async () => {
  at(now);
  await library.writeNote({ paper, text: 'read the proof' });
  await library.writeNote({ paper: published, text: 'a first thought, which is replaced by another one' });
  await library.writeNote({ paper: published, text: 'cited in chapter 2' });
  await library.writeNote({ paper: other, text: 'taken away' });
  await library.writeNote({ paper: other, text: '' });
  const before = await noteVersions(published.id);
  expect(before).toHaveLength(1);
  await library.merge([paper.id, published.id]);
  at(now + 31 * day);
  await purgeOld();
  expect((await db.notes.toArray()).map(({ paperId }) => paperId).toSorted()).toEqual([paper.id, published.id]);
  await library.split(published.id);
  expect(await noteVersions(published.id)).toEqual(before);
});

test('where only merges keep something, nobody waits for a write', async () => {
  at(now);
  await library.writeNote({ paper: published, text: 'cited in chapter 2' });
  await library.save(paper);
  await library.merge([paper.id, published.id]);
  at(now + 31 * day);
  const transaction = vi.spyOn(db, 'transaction');
  await purgeOld();
  expect(transaction.mock.calls.map(([mode]) => mode)).not.toContain('rw');
});

test('an old import cannot be undone any more', async () => {
  at(now);
  await importPapers([aWhole()], { name: 'library.json' });
  at(now + 30 * day);
  await purgeOld();
  expect(await db.importSteps.count()).toBe(0);
  expect(await db.papers.count()).toBe(1);
});

test('emptying it leaves what was removed later', async () => {
  at(now);
  await noteAndRemove();
  await library.save(other);
  at(now + 2);
  await library.remove(other.id);
  await library.emptyTrash(now + 1);
  expect((await trashedPapers(10)).papers.map(({ paper }) => paper.id)).toEqual([other.id]);
});
