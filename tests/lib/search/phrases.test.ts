import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TextField } from '../../../lib/search/document';
import type { Rows } from '../../../lib/search/lists';
import { type PhraseWord, phraseDocs } from '../../../lib/search/phrases';
import { end } from '../../../lib/search/postings';
import { batchOf } from '../../search-batch';

const words = ['the', 'model', 'models', 'of', 'math'] as const;
const text = fc.array(fc.constantFrom(...words), { maxLength: 12 });
const papers = fc.array(fc.record({ title: text, abstract: text }), { minLength: 1, maxLength: 12 });
const phrase = fc.array(fc.record({ word: fc.constantFrom(...words, 'm', 'mo'), isOpen: fc.boolean() }), {
  minLength: 1,
  maxLength: 4,
});

/** As an index has them: of earlier documents first, in rows of their own. */
function rowsOf(papers: { title: string[]; abstract: string[] }[], inRow: number): Rows {
  const documents = papers.map(({ title, abstract }, i) => {
    const texts: [TextField, string][] = [
      ['title', title.join(' ')],
      ['abstract', abstract.join(' ')],
    ];
    return [i + 1, { texts, values: [] }] as [number, { texts: typeof texts; values: [] }];
  });
  const batches = Array.from({ length: Math.ceil(documents.length / inRow) }, (_, i) => [
    ...batchOf(documents.slice(i * inRow, (i + 1) * inRow)),
  ]);
  return {
    size: papers.length + 1,
    preload: () => Promise.resolve(),
    turn: () => undefined,
    between: async (from, to) =>
      batches.flatMap((batch) => batch.filter(([key]) => key + end >= from && key + end < to).map(([, row]) => row)),
  };
}

function stands(phrase: PhraseWord[], text: string[]): boolean {
  return text.some((_, start) =>
    phrase.every(({ word, offset, isOpen }) => {
      const there = text[start + offset];
      return isOpen ? there?.startsWith(word) : there === word;
    }),
  );
}

test('a phrase is found where its words stand one after the other, in a title or an abstract', async () => {
  await fc.assert(
    fc.asyncProperty(papers, phrase, fc.integer({ min: 1, max: 12 }), async (papers, sought, inRow) => {
      const phrase = sought.map((word, offset) => ({ ...word, offset }));
      const rows = rowsOf(papers, inRow);
      for (const field of ['title', 'abstract'] as const) {
        const found = await phraseDocs(rows, phrase, [field], (doc) => doc !== 2);
        const expected = papers.flatMap((paper, i) => (i !== 1 && stands(phrase, paper[field]) ? [i + 1] : []));
        expect([...found].sort((a, b) => a - b)).toEqual(expected);
      }
    }),
  );
});
