import { expect, test } from 'vitest';
import { creatorOf } from '../../../lib/zotero/creators';

test.each([
  ['Ada Margin', 'Ada', 'Margin'],
  ['Margin, Ada B.', 'Ada B.', 'Margin'],
  ['Jan van der Berg', 'Jan', 'van der Berg'],
  ['John Smith Jr.', 'John, Jr.', 'Smith'],
  ['Van Nguyen', 'Van', 'Nguyen'],
])('%s has two parts', (name, firstName, lastName) => {
  expect(creatorOf(name)).toEqual({ firstName, lastName, creatorType: 'author' });
});

test.each(['ATLAS Collaboration', 'Gemma Team', 'Plato', '李明'])('%s is one', (name) => {
  expect(creatorOf(name)).toEqual({ lastName: name, fieldMode: 1, creatorType: 'author' });
});
