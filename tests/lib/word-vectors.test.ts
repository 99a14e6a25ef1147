import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PaperId } from '../../lib/paper';
import { wordReader } from '../../lib/telling-words';
import { likenessOf, nearest, wordVectors } from '../../lib/word-vectors';

const signal = new AbortController().signal;
const row = (n: number, title: string) => ({
  id: `arxiv:2609.${n}` as PaperId,
  title,
  abstract: '',
  own: '',
  savedAt: n,
});

test('likeness goes from 0 to 1, and both ways', async () => {
  const words = fc.array(fc.constantFrom('knot', 'wave', 'graph', 'pebble', 'tide', 'the'), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(fc.array(words, { maxLength: 12 }), async (texts) => {
      const all = await wordVectors(
        texts.map((text, i) => row(i, text.join(' '))),
        signal,
      );
      const likeness = all.vectors.map((vector) => likenessOf(all, vector));
      likeness.forEach((those, a) => {
        those.forEach((value, b) => {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1.0001);
          expect(value).toBeCloseTo(likeness[b]?.[a] ?? Number.NaN, 4);
        });
      });
    }),
  );
});

test('the nearest are the largest numbers', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 })), fc.integer({ min: 1, max: 6 }), (numbers, limit) => {
      const found = nearest(Float32Array.from(numbers), limit, 1);
      const expected = numbers.filter((number) => number >= 1).sort((a, b) => b - a);
      expect(found.map((i) => numbers[i])).toEqual(expected.slice(0, limit));
    }),
  );
});

test('ends when it is not wanted any more', async () => {
  const controller = new AbortController();
  controller.abort();
  await expect(wordVectors([row(1, 'Knots')], controller.signal)).rejects.toThrow();
});

test('words are folded, without plural, common words and numbers; without spaces, pairs', () => {
  const keys = (text: string) => wordReader()(text).map(({ key }) => key);
  expect(keys('We propose the Müller-Networks of 2023 for RL, by BERT')).toEqual(['muller', 'network', 'rl', 'bert']);
  expect(keys('机器学习')).toEqual(['机器', '器学', '学习']);
  expect(wordReader()('Graphs and LoRA').map(({ written }) => written)).toEqual(['graphs', 'LoRA']);
});
