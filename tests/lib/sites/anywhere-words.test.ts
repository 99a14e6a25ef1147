import { describe, expect, test } from 'vitest';
import { isLabel } from '../../../lib/sites/anywhere-labels';
import { areNames, cleaned, isTitle, titleIn } from '../../../lib/sites/anywhere-words';

describe('labels', () => {
  test.each([
    'arXiv',
    '[PDF]',
    'Paper (arXiv)',
    'PDF (opens in a new tab)',
    'project page',
    '[1]',
    '🤗',
    '',
    '2026',
    'https://arxiv.org/abs/2609.00001',
    'doi.org/10.5555/m',
    'arxiv.org',
    '2609.00001',
    'arXiv:2609.00001v2 [cs.LG]',
    'arXiv preprint arXiv:2609.00001',
    'doi: 10.5555/m',
    'PMID: 12345678',
    'NeurIPS 2025',
    "ICML'26 (oral)",
    'Phys. Rev. D 98, 030001 (2018)',
    'Proceedings of the 3rd Conference on Marginalia',
    'Nature',
    'Science, 2021',
    'Nature Physics 20 (2024)',
    'Cell Reports',
    'Advances in Neural Information Processing Systems 33',
    '论文',
  ])('%s', (text) => expect(isLabel(text)).toBe(true));

  test.each([
    'Margins Matter',
    'BERT',
    'Code Llama: Open Foundation Models for Code',
    'Learning from 2020 to 2026 in long documents',
    'Papers, please',
    'Cell-free massive MIMO versus small cells',
    'Science of margins',
    'Nature-inspired algorithms',
    'Advances in neural rendering',
    'Letters to the margin',
    'Journalism in the margins',
    'The Open Book',
    '余白とその歴史についての考察',
  ])('no label: %s', (text) => expect(isLabel(text)).toBe(false));
});

describe('names', () => {
  test.each([
    'Ada Margin, Björn Müller and Cleo Sand',
    'A. Margin and C. Sand',
    'Margin, A., & Sand, C.',
    'Margin, A., Sand, C. E., et al.',
    'A. Margin',
    'Ludwig van Beethoven, Ada Margin',
  ])('%s', (text) => expect(areNames(text)).toBe(true));

  test.each(['Margins matter, and so does ink', 'Vellum, Parchment, and Paper', 'Ink: A Survey', 'Margins and notes'])(
    'no names: %s',
    (text) => expect(areNames(text)).toBe(false),
  );
});

test.each([
  ['1. **Margins matter** -', 'Margins matter'],
  ['  [3]  “Margins matter,”', 'Margins matter'],
  ["⭐ [ICML'26] Margins matter ⭐⭐", 'Margins matter'],
  ['(2024/05) Margins matter.', 'Margins matter'],
  ['Title: Margins matter |', 'Margins matter'],
  ['Margins matter (2025) [pdf]', 'Margins matter (2025)'],
  ['3D margins in 2D', '3D margins in 2D'],
  ['What is a margin?', 'What is a margin?'],
  ['Margins & Co.', 'Margins & Co'],
  ['🔥', undefined],
])('cleaned: %s', (raw, title) => expect(cleaned(raw)).toBe(title));

test.each([
  ['Publications', false],
  ['Selected Papers', false],
  ['2024', false],
  ['Ada Margin, Cleo Sand', false],
  ['ICML 2026', false],
  ['Publications matter', true],
])('a title: %s: %s', (text, is) => expect(isTitle(text)).toBe(is));

test.each([
  ['[3] A. Margin and C. Sand. Margins matter. In Proceedings of Books, 2026.', 'Margins matter'],
  ['Margin, A., & Sand, C. (2024). Margins matter. Annals of Ink, 12(3), 4.', 'Margins matter'],
  ['Sand, C. & Vale, E. A survey of ink. Annals of Ink 12, 3–9 (2025).', 'A survey of ink'],
  ['Ada Margin, Cleo Sand, "Margins matter," Annals of Ink, 2026', 'Margins matter'],
  ['Margins Matter. Ada Margin, Cleo Sand. ICML 2026.', 'Margins Matter'],
  ['Margins matter - Ada Margin - ICML 2026', 'Margins matter'],
  ['Margins matter (2024). Ada Margin', 'Margins matter (2024)'],
  ['(', undefined],
  ['cs.CC', undefined],
  ['Ada Margin, Cleo Sand', undefined],
])('the title in: %s', (words, title) => expect(titleIn(words)).toBe(title));
