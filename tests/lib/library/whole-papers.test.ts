import { beforeEach, expect, test } from 'vitest';
import { WholePaper } from '../../../lib/formats/whole-paper';
import { db } from '../../../lib/library/db';
import { library } from '../../../lib/library/library';
import { readWhole } from '../../../lib/library/whole-papers';
import type { PaperId } from '../../../lib/paper';
import { aPaper } from '../../papers';

const preprint = aPaper();
const published = aPaper({ id: 'doi:10.1000/margins', venue: 'Journal of Margins' });
const other = aPaper({ id: 'arxiv:2609.00002', title: 'Columns' });
const highlight = { id: crypto.randomUUID(), quote: { exact: 'words', prefix: '', suffix: '' } };

beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
});

async function everyPaper(ids?: PaperId[]): Promise<WholePaper[]> {
  return (await Array.fromAsync(readWhole(ids))).flat();
}

test('a paper is read with all that its user wrote, as the schema has it', async () => {
  await library.save(preprint);
  await library.writeNote({ paper: preprint, text: 'a first thought, which is replaced by another one' });
  await library.writeNote({ paper: preprint, text: 'read the proof' });
  await library.mark({ paper: preprint, change: { status: 'reading', rating: 4, addTags: ['graphs', 'old'] } });
  await library.mark({ paper: preprint, change: { removeTags: ['old'] } });
  await library.highlight({ paper: preprint, highlight });
  const [paper, second] = await everyPaper();
  expect(second).toBeUndefined();
  expect(WholePaper.parse(paper)).toEqual(paper);
  expect(paper).toMatchObject({
    paper: preprint,
    ids: [preprint.id],
    note: { text: 'read the proof', versions: [{ text: 'a first thought, which is replaced by another one' }] },
    status: { value: 'reading' },
    rating: { value: 4 },
    tags: [{ name: 'graphs' }, { name: 'old', removedAt: expect.any(Number) }],
    highlights: [highlight],
  });
});

test('the first saved comes first; what was removed and what was merged is there', async () => {
  await db.papers.bulkAdd([
    { id: other.id, paper: other, savedAt: 3 },
    { id: preprint.id, paper: preprint, savedAt: 1 },
    { id: published.id, paper: published, savedAt: 2 },
  ]);
  await db.aliases.bulkAdd([other, preprint, published].map(({ id }) => ({ id, paperId: id })));
  await library.merge([preprint.id, published.id]);
  await library.remove(other.id);
  const papers = await everyPaper();
  expect(papers).toMatchObject([
    {
      ids: [preprint.id, published.id],
      others: [{ paper: published, ids: [published.id], savedAt: 2, mergedAt: expect.any(Number) }],
    },
    { ids: [other.id], removedAt: expect.any(Number) },
  ]);
  expect(await everyPaper([published.id])).toEqual([papers[0]]);
});

test('many papers come in batches, each once', async () => {
  const papers = Array.from({ length: 450 }, (_, i) => aPaper({ id: `arxiv:2609.1${i}`, title: `Paper ${i}` }));
  await library.saveAll(papers);
  const batches = await Array.fromAsync(readWhole());
  expect(batches.length).toBeGreaterThan(1);
  expect(new Set(batches.flat().map(({ paper }) => paper.id)).size).toBe(450);
});
