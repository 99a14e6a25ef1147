import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PaperId } from '../../lib/paper';
import { nearest, relatedTo } from '../../lib/related';
import { wordReader } from '../../lib/telling-words';
import { wordVectors } from '../../lib/word-vectors';

const signal = new AbortController().signal;
const row = (n: number, title: string, abstract = '', own = '') => ({
  id: `arxiv:2609.${n}` as PaperId,
  title,
  abstract,
  own,
  savedAt: n,
});
const library = [
  row(1, 'Graph networks for protein folding', 'Residues are nodes of a graph.'),
  row(2, 'Protein folding by Müller graphs', 'Residue contacts are predicted.'),
  row(3, 'Diffusion of pebbles on beaches', 'Waves sort pebbles.'),
  row(4, 'Why waves break', 'Beaches, pebbles and the tide.'),
  row(5, 'Knots untied', 'A theorem.'),
  row(6, 'Muller graphs revisited', ''),
];

test('the nearest come first, with the words that both have, the most telling first', async () => {
  const all = await wordVectors(library, signal);
  const found = relatedTo(all, 'arxiv:2609.2').map(({ row, words }) => ({ id: row.id, words: words.toSorted() }));
  expect(found).toEqual([
    { id: 'arxiv:2609.1', words: ['folding', 'graph', 'protein', 'residue'] },
    { id: 'arxiv:2609.6', words: ['graph', 'müller'] },
  ]);
  expect(relatedTo(all, 'arxiv:2609.3').map(({ row }) => row.id)).toEqual(['arxiv:2609.4']);
});

test('what has no word in common with any other, or is not there, has no related papers', async () => {
  const all = await wordVectors(library, signal);
  expect(relatedTo(all, 'arxiv:2609.5')).toEqual([]);
  expect(relatedTo(all, 'arxiv:2609.99')).toEqual([]);
});

test('tags and notes count too', async () => {
  const all = await wordVectors([...library, row(7, 'Untitled', '', 'tides\nbeach walks')], signal);
  const [first] = relatedTo(all, 'arxiv:2609.7');
  expect(first?.row.id).toBe('arxiv:2609.4');
  expect(first?.words).toContain('tide');
});

test('likeness goes from 0 to 1, and both ways; a paper is not related to itself', async () => {
  const words = fc.array(fc.constantFrom('knot', 'wave', 'graph', 'pebble', 'tide', 'the'), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(fc.array(words, { maxLength: 12 }), async (texts) => {
      const rows = texts.map((text, i) => row(i, text.join(' ')));
      const all = await wordVectors(rows, signal);
      const likeness = new Map<string, number>();
      for (const { id } of rows) {
        for (const found of relatedTo(all, id, rows.length)) {
          expect(found.row.id).not.toBe(id);
          expect(found.likeness).toBeLessThanOrEqual(1);
          expect(found.words.length).toBeGreaterThan(0);
          likeness.set(`${id} ${found.row.id}`, found.likeness);
        }
      }
      for (const [pair, value] of likeness) {
        expect(likeness.get(pair.split(' ').reverse().join(' '))).toBeCloseTo(value, 4);
      }
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
  await expect(wordVectors(library, controller.signal)).rejects.toThrow();
});

test('words are folded, without plural, common words and numbers; without spaces, pairs', () => {
  const keys = (text: string) => wordReader()(text).map(({ key }) => key);
  expect(keys('We propose the Müller-Networks of 2023 for RL, by BERT')).toEqual(['muller', 'network', 'rl', 'bert']);
  expect(keys('机器学习')).toEqual(['机器', '器学', '学习']);
  expect(wordReader()('Graphs and LoRA').map(({ written }) => written)).toEqual(['graphs', 'LoRA']);
});
