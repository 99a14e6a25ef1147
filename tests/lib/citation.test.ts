import { expect, test } from 'vitest';
import { citationOf } from '../../lib/citation';
import { aPaper } from '../papers';

test.each([
  [
    { published: '2026-09-21' },
    'Ada Margin, Björn Müller (2026). Margins Matter: Notes Beside Every Line. arXiv:2609.00001. https://arxiv.org/abs/2609.00001',
  ],
  [
    { venue: 'Journal of Margins', id: 'doi:10.5555/m.1', authors: ['A', 'B', 'C', 'D'] },
    'A, B, C et al. Margins Matter: Notes Beside Every Line. Journal of Margins. https://doi.org/10.5555/m.1',
  ],
  [
    { title: 'Do margins matter?', authors: ['Margin, Ada', 'Müller, Björn'] },
    'Margin, Ada; Müller, Björn. Do margins matter? arXiv:2609.00001. https://arxiv.org/abs/2609.00001',
  ],
  [
    { authors: [], authorCount: 7, organization: 'Margin Lab' },
    'Margin Lab. Margins Matter: Notes Beside Every Line. arXiv:2609.00001. https://arxiv.org/abs/2609.00001',
  ],
] as const)('%o', (about, expected) => {
  expect(citationOf(aPaper(JSON.parse(JSON.stringify(about))))).toBe(expected);
});
