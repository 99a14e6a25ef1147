import { describe, expect, test } from 'vitest';
import type { Paper } from '../../lib/paper';
import { agreementOf, titleKey, yearOf } from '../../lib/same-work';

const preprint: Paper = {
  id: 'arxiv:2609.00001',
  title: 'Margins Matter: Notes Beside Every Line',
  authors: ['Björn Müller', 'Ada Margin'],
};
const published: Paper = {
  id: 'doi:10.1000/margins',
  title: 'Margins matter — notes beside every line.',
  authors: ['Müller, B.', 'Margin, A.'],
  published: '2026',
};
const agree = (a: Partial<Paper>, b: Partial<Paper>) => agreementOf({ ...preprint, ...a }, { ...published, ...b });

describe('the title', () => {
  test.each([
    ['Margins Matter: Notes', 'margins  matter – notes!'],
    ['ＦＵＬＬ width', 'full width'],
    ['Cafe\u0301', 'Café'],
    ['深度学习：综述', '深度学习 综述'],
  ])('%s is %s', (a, b) => {
    expect(titleKey(a)).toBe(titleKey(b));
  });

  test.each([
    ['深度学习综述', '强化学习综述'],
    ['かき', 'がき'],
    ['Los años', 'Los anos'],
    ['Über Ränder', 'Ber Rnder'],
    ['Обзор', 'Обзоры'],
    ['Margins Matter', 'Margins Matter II'],
  ])('%s is not %s', (a, b) => {
    expect(titleKey(a)).toBeDefined();
    expect(titleKey(a)).not.toBe(titleKey(b));
  });

  test.each([
    'Editorial',
    'Guest Editorial',
    'Editorial: On Margins',
    'Reply to “Margins Matter”',
    'Response to Reviewer 2',
    'Comment on “Margins Matter”',
    'Author Correction: Margins Matter',
    'Erratum to: Margins Matter',
    'Retraction Note',
    'Re: Margins',
    'Front Matter',
    'Preface',
    '前言',
    '???',
    '',
  ])('%s tells nothing', (title) => {
    expect(titleKey(title)).toBeUndefined();
    expect(agree({ title }, { title })).toBeUndefined();
  });

  test.each(['Introduction to Margins', 'Replying in the Margin', 'Reviewing Margins', 'Editorials Considered'])(
    '%s is one of its own',
    (title) => {
      expect(titleKey(title)).toBeDefined();
    },
  );
});

describe('two papers', () => {
  test('agree in title, first author and year, with what they agree in', () => {
    expect(agree({}, {})).toEqual({ title: preprint.title, author: 'Björn Müller', years: [2026, 2026] });
  });

  test.each([
    ['B Müller', 'Müller B'],
    ['Bjorn Muller', 'Björn Müller'],
    ['Wang Wei', 'Wei Wang'],
    ['王伟', '王伟'],
    ['van der Berg, Jan', 'Jan van der Berg'],
    ['Łukasz Nowak', 'Ł. Nowak'],
  ])('have the same first author: %s, %s', (a, b) => {
    expect(agree({ authors: [a] }, { authors: [b] })).toBeDefined();
  });

  test.each([
    ['Björn Müller', 'Ada Margin'],
    ['王伟', '李伟'],
    ['Björn Müller', 'Bjorn Miller'],
  ])('have another first author: %s, %s', (a, b) => {
    expect(agree({ authors: [a] }, { authors: [b] })).toBeUndefined();
  });

  test('disagree where one says nothing of its authors or its year', () => {
    const { authors: _, ...nobody } = published;
    const { published: __, ...noYear } = published;
    expect(agreementOf(preprint, nobody)).toBeUndefined();
    expect(agreementOf(preprint, { ...published, authors: [] })).toBeUndefined();
    expect(agreementOf(preprint, noYear)).toBeUndefined();
  });

  test('a preprint may be a year ahead, and no more', () => {
    expect(agree({}, { published: '2027-01-02' })?.years).toEqual([2026, 2027]);
    expect(agree({}, { published: '2028' })).toBeUndefined();
    const twice = { ...published, id: 'doi:10.1000/again' } as const;
    expect(agreementOf(published, { ...twice, published: '2027' })).toBeUndefined();
    expect(agreementOf(published, twice)).toBeDefined();
  });
});

test('the year is that of the first version, or of the arXiv number', () => {
  expect(yearOf(preprint)).toBe(2026);
  expect(yearOf({ ...preprint, published: '2024-05' })).toBe(2024);
  expect(yearOf({ id: 'arxiv:hep-th/9901001', title: 'Old' })).toBe(1999);
  expect(yearOf({ id: 's2:1', aliases: ['arxiv:0704.0001'], title: 'Old' })).toBe(2007);
  expect(yearOf({ id: 'doi:10.1000/none', title: 'None' })).toBeUndefined();
});
