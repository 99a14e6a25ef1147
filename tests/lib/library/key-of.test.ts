import { beforeEach, expect, test } from 'vitest';
import { citationKeys } from '../../../lib/formats/citation-key';
import { db } from '../../../lib/library/db';
import { keyOfSaved } from '../../../lib/library/key-of';
import { library } from '../../../lib/library/library';
import { readWhole } from '../../../lib/library/whole-papers';
import { aPaper } from '../../papers';

/** Those of Ada Margin in 2026, in the order in which they are saved; `Margins` after two others gets a letter. */
const titles = ['Margins, Once', 'Columns', 'Margins, Twice', 'Marginsa: A Name', 'Margins, Thrice', 'Lines'];
const papers = titles.map((title, n) =>
  aPaper({ id: `arxiv:2609.0000${n + 1}`, title, published: n === 5 ? '2025-01-01' : '2026-09-01' }),
);

beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
  for (const [n, paper] of papers.entries()) {
    await library.save(paper);
    await db.papers.update(paper.id, { savedAt: n + 1 });
  }
});

test('a paper is cited as in a file of the whole library, wherever its key comes from', async () => {
  const inFile = citationKeys((await Array.fromAsync(readWhole())).flat());
  for (const { id } of papers) expect(await keyOfSaved(id)).toBe(inFile.get(id));
  expect(new Set(inFile.values()).size).toBe(papers.length);
  expect(await keyOfSaved('arxiv:2609.00003')).toBe('margin2026marginsa');
});

test('a key stays what it is when more is saved', async () => {
  const before = await keyOfSaved('arxiv:2609.00005');
  await library.save(aPaper({ id: 'arxiv:2609.00009', title: 'Margins, Again', published: '2026-01-01' }));
  expect(await keyOfSaved('arxiv:2609.00005')).toBe(before);
});

test('what is not saved has no key there', async () => {
  expect(await keyOfSaved('arxiv:1706.03762')).toBeUndefined();
});
