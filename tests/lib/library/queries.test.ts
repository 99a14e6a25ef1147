import { beforeEach, expect, test, vi } from 'vitest';
import { db } from '../../../lib/library/db';
import { library } from '../../../lib/library/library';
import { papersTagged } from '../../../lib/library/queries';
import { search } from '../../../lib/library/search';
import { aPaper } from '../../papers';

const paper = aPaper();

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

test('saved papers come latest first, without the removed ones', async () => {
  for (const n of [1, 2, 3]) {
    vi.spyOn(Date, 'now').mockReturnValue(n);
    await library.save(aPaper({ id: `arxiv:2609.0000${n}` }));
  }
  vi.restoreAllMocks();
  await library.remove('arxiv:2609.00002');
  const { papers, total } = await search('', { limit: 10 });
  expect(papers.map(({ paper }) => paper.id)).toEqual(['arxiv:2609.00003', 'arxiv:2609.00001']);
  expect(total).toBe(2);
});

test.each(['margins', 'MULLER', 'müller ada', 'proof', 'arXiv machine', '2609.00001'])(
  'saved papers are found by “%s”',
  async (words) => {
    await library.writeNote({ paper, text: 'Read the proof' });
    expect((await search(words, { limit: 10 })).papers).toHaveLength(1);
  },
);

test('saved papers are not found by a word that is nowhere', async () => {
  await library.save(paper);
  expect((await search('margins elephant', { limit: 10 })).papers).toEqual([]);
});

test('saved papers stop at the limit and say that there are more', async () => {
  for (const n of [1, 2, 3]) await library.save(aPaper({ id: `arxiv:2609.0000${n}` }));
  expect(await search('', { limit: 2 })).toMatchObject({ papers: { length: 2 }, total: 3 });
});

test.each(['side notes', 'SIDE', 'figures 図表', 'to read', 'margins notes read'])(
  'saved papers are found by “%s”, by their tags and status',
  async (words) => {
    await library.mark({ paper, change: { status: 'toRead', addTags: ['Side notes', '図表', 'Figures'] } });
    expect((await search(words, { limit: 10 })).papers).toHaveLength(1);
  },
);

test('saved papers are not found by a tag or a status that was taken away', async () => {
  await library.mark({ paper, change: { status: 'dropped', addTags: ['elephants'] } });
  await library.mark({ paper, change: { status: null, removeTags: ['elephants'] } });
  expect((await search('elephants', { limit: 10 })).papers).toEqual([]);
  expect((await search('dropped', { limit: 10 })).papers).toEqual([]);
});

test('papers with a tag are those that are shown: neither removed nor merged into another', async () => {
  const ids = [1, 2, 3].map((n) => `arxiv:2609.0000${n}` as const);
  for (const id of ids) await library.mark({ paper: aPaper({ id, title: id }), change: { addTags: ['Margins', id] } });
  await library.remove('arxiv:2609.00002');
  await library.merge(['arxiv:2609.00001', 'arxiv:2609.00003']);
  expect(await papersTagged('margins')).toEqual([
    { id: 'arxiv:2609.00001', tagKeys: ['margins', 'arxiv:2609.00001', 'arxiv:2609.00003'] },
  ]);
});
