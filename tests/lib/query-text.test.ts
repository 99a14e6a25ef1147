import { expect, test } from 'vitest';
import { askedOf, hasTerm, withTerm, withTermToggled } from '../../lib/query-text';

test.each([
  ['author:"Ada Margin" -draft', 'author', [{ value: 'Ada Margin', isWhole: true }]],
  ['tag:"never ends', 'tag', [{ value: 'never ends', isWhole: true }]],
  ['tag:“graph networks” sand', 'tag', [{ value: 'graph networks', isWhole: true }]],
  ['venue:neu', 'venue', [{ value: 'neu', isWhole: false }]],
  ['-year:2020 YEAR:2021', 'year', [{ value: '2021', isWhole: true }]],
  ['year:2023-2025 rating:4..', 'year', []],
  ['rating:4..', 'rating', []],
  ['status:to-read', 'status', [{ value: 'toRead', isWhole: true }]],
  ['status:read', 'status', [{ value: 'read', isWhole: true }]],
  ['status:rea', 'status', []],
  ['has:notes', 'has', [{ value: 'note', isWhole: true }]],
  ['"tag:margins"', 'tag', []],
] as const)('what %s asks of %s', (query, field, expected) => {
  expect(askedOf(query, field)).toEqual(expected);
});

test('a term is put in behind the others, and taken out wherever it is', () => {
  expect(withTermToggled('sand', 'tag', 'graph networks')).toBe('sand tag:"graph networks"');
  expect(withTermToggled('tag:"graph networks" sand', 'tag', 'graph networks')).toBe('sand');
  expect(withTermToggled('year:2024', 'year', '2025')).toBe('year:2024 year:2025');
});

test('a term is written as it is completed', () => {
  expect(withTermToggled('', 'status', 'toRead')).toBe('status:to-read');
  expect(withTermToggled('sand status:"to read"', 'status', 'toRead')).toBe('sand');
});

test('a term is the same in capitals, and without quotation marks', () => {
  expect(hasTerm('TAG:Margins', 'tag', 'margins')).toBe(true);
  expect(withTermToggled('TAG:Margins', 'tag', 'margins')).toBe('');
  expect(hasTerm('-tag:margins', 'tag', 'margins')).toBe(false);
});

test('a quotation mark in a value does not end it', () => {
  const query = withTermToggled('', 'tag', 'so "called"');
  expect(askedOf(query, 'tag')).toHaveLength(1);
  expect(hasTerm(query, 'tag', 'so "called"')).toBe(true);
  expect(withTermToggled(query, 'tag', 'so "called"')).toBe('');
});

test('what is there is not put in twice', () => {
  expect(withTerm('tag:"margins"', 'tag', 'margins')).toBe('tag:"margins"');
});
