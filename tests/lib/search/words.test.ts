import fc from 'fast-check';
import { expect, test } from 'vitest';
import { marksIn, noMarking } from '../../../lib/search/marking';
import { Distances, distance } from '../../../lib/search/typos';
import { wordsOf } from '../../../lib/search/words';

const wordsIn = (text: string) => wordsOf(text).map(({ word }) => word);

test.each([
  ['Müller & MÜLLER', ['muller', 'muller']],
  ['k-means', ['k', 'means', 'kmeans']],
  ['arXiv:2609.00001', ['arxiv', '2609', '00001', 'arxiv260900001']],
  ['O’Brien', ['o', 'brien', 'obrien']],
  ['C++ and C#', ['c++', 'and', 'c#']],
  ['soft\u00adhyphen', ['softhyphen']],
  ['字\u0301', ['字']],
])('the words of %s', (text, words) => expect(wordsIn(text)).toEqual(words));

test('Chinese and Japanese are cut into words, and pairs of neighbours find what is cut elsewhere', () => {
  expect(wordsIn('深度学习')).toEqual(expect.arrayContaining(['深度', '学习', '度学']));
  expect(wordsIn('機械学習の図表')).toEqual(expect.arrayContaining(['機械', '学習', '図表']));
});

test('words stand where they say, in any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const { word, start, end } of wordsOf(text)) {
        expect(word).not.toBe('');
        expect(text.slice(start, end)).not.toBe('');
      }
    }),
  );
});

test.each([
  ['neural', 'nueral', 1],
  ['neural', 'neurl', 1],
  ['neural', 'neuraal', 1],
  ['neural', 'natural', 2],
])('%s and %s are %i apart', (a, b, apart) => expect(distance(a, b)).toBe(apart));

/** From its definition, step by step. */
function apart(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [lastA, lastB] = [a.at(-1), b.at(-1)];
  const others = [
    apart(a.slice(0, -1), b) + 1,
    apart(a, b.slice(0, -1)) + 1,
    apart(a.slice(0, -1), b.slice(0, -1)) + Number(lastA !== lastB),
  ];
  const isSwapped = a.length > 1 && b.length > 1 && lastA === b.at(-2) && a.at(-2) === lastB;
  return Math.min(...others, isSwapped ? apart(a.slice(0, -2), b.slice(0, -2)) + 1 : Number.POSITIVE_INFINITY);
}

test('words are as far apart as each alone, in whatever order they come', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'ж'), maxLength: 6 });
  fc.assert(
    fc.property(
      word,
      fc.array(word, { maxLength: 12 }),
      fc.constantFrom(1, 2),
      fc.boolean(),
      (to, words, most, isSorted) => {
        const distances = new Distances(to, most);
        for (const each of isSorted ? words.toSorted() : words) {
          const codes = Array.from({ length: each.length }, (_, i) => each.charCodeAt(i));
          const expected = apart(to, each);
          const found = distances.to([...codes, 97, 97], each.length);
          if (expected <= most) expect(found).toBe(expected);
          else expect(found).toBeGreaterThan(most);
        }
      },
    ),
  );
});

const marked = (text: string, marking: Partial<Parameters<typeof marksIn>[1]>) =>
  marksIn(text, { ...noMarking, ...marking }).map(([start, end]) => text.slice(start, end));

test('what was found is marked, as it is written', () => {
  expect(marked('Über Ränder', { beginnings: ['rand'] })).toEqual(['Ränder']);
  expect(marked('边注：深度学习', { words: ['学习'] })).toEqual(['学习']);
  const phrase = [
    { word: 'side', offset: 0, isOpen: false },
    { word: 'notes', offset: 1, isOpen: false },
  ];
  expect(marked('Notes, side notes', { phrases: [phrase] })).toEqual(['side notes']);
});
