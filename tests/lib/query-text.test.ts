import { expect, test } from 'vitest';
import { hasTerm, termsOf, withTerm, withTermToggled } from '../../lib/query-text';

test.each([
  ['graph  networks', ['graph', 'networks']],
  ['author:"Ada Margin" -draft', ['author:"Ada Margin"', '-draft']],
  ['tag:"never ends', ['tag:"never ends']],
  ['"a phrase" has:note', ['"a phrase"', 'has:note']],
  ['  ', []],
])('the terms of %s', (query, expected) => {
  expect(termsOf(query).map(({ text }) => text)).toEqual(expected);
});

test('a term is put in behind the others, and taken out wherever it is', () => {
  expect(withTermToggled('sand', 'tag', 'graph networks')).toBe('sand tag:"graph networks"');
  expect(withTermToggled('tag:"graph networks" sand', 'tag', 'graph networks')).toBe('sand');
  expect(withTermToggled('year:2024', 'year', '2025')).toBe('year:2024 year:2025');
});

test('a term is the same in capitals, and without quotation marks', () => {
  expect(hasTerm('TAG:Margins', 'tag', 'margins')).toBe(true);
  expect(withTermToggled('TAG:Margins', 'tag', 'margins')).toBe('');
  expect(hasTerm('-tag:margins', 'tag', 'margins')).toBe(false);
});

test('a quotation mark in a value does not end it', () => {
  const query = withTermToggled('', 'tag', 'so "called"');
  expect(termsOf(query)).toHaveLength(1);
  expect(hasTerm(query, 'tag', 'so "called"')).toBe(true);
  expect(withTermToggled(query, 'tag', 'so "called"')).toBe('');
});

test('what is there is not put in twice', () => {
  expect(withTerm('tag:"margins"', 'tag', 'margins')).toBe('tag:"margins"');
});
