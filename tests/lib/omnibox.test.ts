import { expect, test } from 'vitest';
import { asXml, suggestionsOf, targetOf } from '../../lib/omnibox';
import { aPaper } from '../papers';

test('a paper is suggested by title and authors, and leads to its page', () => {
  const paper = aPaper({ title: 'Margins & <notes>' });
  expect(suggestionsOf([{ paper, savedAt: 1, note: '', others: [], highlights: [] }], asXml)).toEqual([
    {
      content: 'https://arxiv.org/abs/2609.00001',
      description: 'Margins &amp; &lt;notes&gt; · Ada Margin, Björn Müller',
    },
  ]);
});

test('a paper without a page is not suggested', () => {
  const { links: _, ...paper } = aPaper({ id: 'unknown:1' });
  expect(suggestionsOf([{ paper, savedAt: 1, note: '', others: [], highlights: [] }], asXml)).toEqual([]);
});

test('words lead to the library, an address leads there', () => {
  expect(targetOf('margins & notes')).toMatch(/\/library\.html\?q=margins%20%26%20notes$/);
  expect(targetOf('https://arxiv.org/abs/2609.00001')).toBe('https://arxiv.org/abs/2609.00001');
});
