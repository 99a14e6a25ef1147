import { beforeEach, expect, test } from 'vitest';
import { db } from '../../../lib/library/db';
import { library } from '../../../lib/library/library';
import { pictureRows, someRows, wordsRows } from '../../../lib/library/picture-rows';
import { tendIndex } from '../../../lib/library/search-upkeep';
import type { PaperId } from '../../../lib/paper';
import { aPaper } from '../../papers';

const signal = new AbortController().signal;
const margins = aPaper({ abstract: 'On margins.', venue: 'NeurIPS 2023', published: '2023-12' });
const pebbles = aPaper({ id: 'doi:10.1145/1', title: 'Counting Pebbles' });
const knots = aPaper({ id: 'arxiv:2609.00003', title: 'Knots Untied' });

beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
  for (const paper of [margins, pebbles, knots]) await library.save(paper);
});

test('what pictures need of each saved paper; of removed and merged ones nothing', async () => {
  await library.mark({ paper: margins, change: { status: 'read', rating: 4, addTags: ['notes'] } });
  await library.remove(knots.id);
  const rows = await pictureRows(signal);
  expect(rows.map(({ id }) => id).toSorted()).toEqual([margins.id, pebbles.id]);
  const { savedAt, statusAt, ...row } = rows.find(({ id }) => id === margins.id) ?? {};
  expect(row).toEqual({
    ...{ id: margins.id, title: margins.title, year: 2023, venue: 'NeurIPS' },
    ...{ status: 'read', rating: 4, tags: ['notes'] },
  });
  expect(statusAt).toBeGreaterThanOrEqual(savedAt ?? Number.NaN);
  await library.merge([margins.id, pebbles.id]);
  expect(await pictureRows(signal)).toHaveLength(1);
});

test('the words of all, or of some in their order', async () => {
  await library.mark({ paper: pebbles, change: { addTags: ['beach'] } });
  await library.writeNote({ paper: pebbles, text: 'Count again.' });
  const [first, second, ...others] = await wordsRows(signal, [pebbles.id, margins.id]);
  expect(first).toMatchObject({ id: pebbles.id, title: pebbles.title, abstract: '', own: 'beach\nCount again.' });
  expect(second).toMatchObject({ abstract: 'On margins.' });
  expect(others).toEqual([]);
  expect(await wordsRows(signal)).toHaveLength(3);
});

test('many are read in pieces, each once, the latest first', async () => {
  await db.papers.bulkPut(
    Array.from({ length: 1300 }, (_, i) => {
      const paper = aPaper({ id: `arxiv:2609.${10_000 + i}` });
      return { id: paper.id, paper, savedAt: i };
    }),
  );
  const rows = await pictureRows(signal);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(1303);
  expect(rows.map(({ savedAt }) => savedAt)).toEqual(rows.map(({ savedAt }) => savedAt).sort((a, b) => b - a));
});

test('of few papers, all that are old enough; of many, some, in one week the same and in another others', async () => {
  await db.papers.clear();
  const day = 86_400_000;
  const records = Array.from({ length: 600 }, (_, n) => {
    const paper = aPaper({ id: `arxiv:2610.${10_000 + n}`, title: `Paper ${n}` });
    return { id: paper.id, paper, savedAt: n * day };
  });
  await db.papers.bulkPut(records);
  await tendIndex({ all: true });
  const ids = async (before: number, seed: number) => (await someRows(before * day, seed)).map(({ id }) => id);
  expect(await ids(100, 7)).toHaveLength(100);
  const some = await ids(500, 7);
  expect(some.length).toBeGreaterThan(50);
  expect(some.length).toBeLessThanOrEqual(200);
  expect(await ids(500, 7)).toEqual(some);
  expect(await ids(500, 14)).not.toEqual(some);
  for (const { savedAt } of await someRows(500 * day, 7)) expect(savedAt).toBeLessThan(500 * day);
  await db.papers.update(some[0] as PaperId, { removedAt: 1 });
  expect(await ids(500, 7)).not.toContain(some[0]);
});
