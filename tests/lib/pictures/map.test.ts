import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PaperId } from '../../../lib/paper';
import { mapLimit, mapOf } from '../../../lib/pictures/map';

const signal = new AbortController().signal;
const topics = ['protein folding residue structure', 'pebble beach wave tide', 'knot theorem braid topology'].map(
  (words) => words.split(' '),
);
const aPaper = (i: number, words: string[]) => ({
  id: `arxiv:2609.${10_000 + i}` as PaperId,
  title: words.slice(0, 2).join(' '),
  abstract: words.join(' '),
  own: '',
  savedAt: i,
});
const library = Array.from({ length: 60 }, (_, i) =>
  aPaper(
    i,
    [...(topics[i % 3] ?? [])].sort(() => (i % 2) - 0.5),
  ),
);

test('every paper is on the map once, in a group, within its bounds', async () => {
  const word = fc.constantFrom(...topics.flat());
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(word, { maxLength: 6 }), { maxLength: 40 }), async (texts) => {
      const papers = texts.map((words, i) => aPaper(i, words.length > 0 ? words : ['?']));
      const { points, groups } = await mapOf(papers, signal);
      expect(points.map(({ row }) => row.id).toSorted()).toEqual(papers.map(({ id }) => id).toSorted());
      expect(groups.map(({ papers }) => papers)).toEqual(
        groups.map((_, group) => points.filter((point) => point.group === group).length),
      );
      expect(groups.reduce((sum, { papers }) => sum + papers, 0)).toBe(papers.length);
      for (const { x, y } of points) {
        expect([x >= 0, x <= 1, y >= 0, y <= 1]).toEqual([true, true, true, true]);
      }
    }),
    { numRuns: 30 },
  );
});

test('the same papers are the same map, in whatever order they come', async () => {
  expect(await mapOf(library.toReversed(), signal)).toEqual(await mapOf(library, signal));
});

test('papers that say the same stand together, under their words', async () => {
  const { points, groups } = await mapOf(library, signal);
  const topicOf = (i: number) => Number(points[i]?.row.id.slice(-5)) % 3;
  const apart = (same: boolean) => {
    const pairs = points.flatMap((a, i) =>
      points.slice(i + 1).flatMap((b, j) => {
        return (topicOf(i) === topicOf(i + 1 + j)) === same ? [Math.hypot(a.x - b.x, a.y - b.y)] : [];
      }),
    );
    return pairs.reduce((sum, each) => sum + each, 0) / pairs.length;
  };
  expect(apart(true)).toBeLessThan(apart(false) / 2);
  for (const { words } of groups) {
    expect(topics.some((topic) => words.every((word) => topic.includes(word)))).toBe(true);
  }
  points.forEach(({ nearest = -1 }, i) => {
    expect(topicOf(nearest)).toBe(topicOf(i));
  });
});

test('the words of a group stand together in its papers, so that a search for them finds some', async () => {
  const many = Array.from({ length: 90 }, (_, i) => {
    const topic = i % 30;
    return aPaper(
      i,
      ['a', 'b', 'c'].map((word) => `topic${topic}${word}`),
    );
  });
  const { points, groups } = await mapOf(many, signal);
  for (const [group, { words }] of groups.entries()) {
    const texts = points
      .filter((point) => point.group === group)
      .map(({ row }) => many.find(({ id }) => id === row.id)?.abstract ?? '');
    expect(words).toHaveLength(3);
    expect(texts.some((text) => words.every((word) => text.includes(word)))).toBe(true);
  }
});

test('of many papers, the latest are on it', async () => {
  const many = Array.from({ length: mapLimit + 50 }, (_, i) => aPaper(i, topics[i % 3] ?? []));
  const { points } = await mapOf(many, signal);
  expect(points).toHaveLength(mapLimit);
  const drawn = new Set(points.map(({ row }) => row.id));
  expect(Math.min(...many.flatMap(({ id, savedAt }) => (drawn.has(id) ? savedAt : [])))).toBe(50);
});
