import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inverseOf, tagKey, tagName } from '../../lib/marks';

test('tags are one when only case, spaces or the form of accents differ', () => {
  expect(tagKey('  Graph   Neural Networks ')).toBe(tagKey('graph neural networks'));
  expect(tagKey('Cafe\u0301')).toBe(tagKey('CAFÉ'));
  expect(tagKey('STRASSE')).toBe(tagKey('Straße'));
  expect(tagKey('図表')).not.toBe(tagKey('図書'));
});

test('a tag shows as it was typed, but for its spaces', () => {
  expect(tagName('  Graph   Neural\nNetworks ')).toBe('Graph Neural Networks');
  expect(tagName(' \n ')).toBe('');
});

test('the name of a name is that name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      expect(tagName(tagName(typed))).toBe(tagName(typed));
      expect(tagKey(tagName(typed))).toBe(tagKey(typed));
    }),
  );
});

test('the inverse of a change leaves alone what the change did not change', () => {
  expect(inverseOf({ status: 'read', addTags: ['a', 'New'] }, { tags: ['A', 'b'], rating: 3 })).toEqual({
    status: null,
    addTags: [],
    removeTags: ['New'],
  });
  expect(inverseOf({ rating: null, removeTags: ['a', 'absent'] }, { tags: ['A'], rating: 3 })).toEqual({
    rating: 3,
    addTags: ['A'],
    removeTags: [],
  });
});
