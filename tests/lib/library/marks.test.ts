import { beforeEach, expect, test } from 'vitest';
import { db } from '../../../lib/library/db';
import { library } from '../../../lib/library/library';
import { search } from '../../../lib/library/search';
import { aPaper } from '../../papers';

const paper = aPaper();
const other = aPaper({ id: 'arxiv:2609.00002', title: 'Footnotes in Space' });

beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
});

const marksOf = async (id = paper.id) => {
  const { status, rating, tags } = (await library.find([id]))[id] ?? {};
  return { status, rating, tags };
};

test('a mark saves the paper; null takes away', async () => {
  await library.mark({ paper, change: { status: 'reading', rating: 4, addTags: ['Margins', '図表'] } });
  expect(await marksOf()).toEqual({ status: 'reading', rating: 4, tags: ['Margins', '図表'] });
  await library.mark({ paper, change: { status: null, removeTags: ['MARGINS'] } });
  expect(await marksOf()).toEqual({ status: undefined, rating: 4, tags: ['図表'] });
  const { papers } = await search('', { limit: 10 });
  expect(papers).toMatchObject([{ rating: 4, tags: ['図表'] }]);
});

test('a tag is there once, as it was first typed; taken away and added again, it stands last', async () => {
  await library.mark({ paper, change: { addTags: ['Margins', 'margins', 'notes'] } });
  expect((await marksOf()).tags).toEqual(['Margins', 'notes']);
  await library.mark({ paper, change: { removeTags: ['margins'] } });
  await library.mark({ paper, change: { addTags: ['MARGINS'] } });
  expect((await marksOf()).tags).toEqual(['notes', 'MARGINS']);
});

test('tags in use are counted without papers that were removed', async () => {
  await library.mark({ paper, change: { addTags: ['margins', 'notes'] } });
  await library.mark({ paper: other, change: { addTags: ['Notes'] } });
  expect(await library.tags()).toEqual([
    { name: 'notes', papers: 2 },
    { name: 'margins', papers: 1 },
  ]);
  await library.remove(paper.id);
  expect(await library.tags()).toEqual([{ name: 'Notes', papers: 1 }]);
});

test('many papers are marked at once; those that are not saved are left alone', async () => {
  await library.saveAll([paper, other]);
  await library.remove(other.id);
  await library.markAll({ ids: [paper.id, other.id, 'arxiv:2609.00009'], change: { addTags: ['margins'] } });
  await library.restore(other.id);
  expect((await marksOf()).tags).toEqual(['margins']);
  expect((await marksOf(other.id)).tags).toBeUndefined();
});

test('a paper that is taken out and saved again has its marks', async () => {
  await library.mark({ paper, change: { rating: 5 } });
  await library.remove(paper.id);
  await library.save(paper);
  expect((await marksOf()).rating).toBe(5);
});
