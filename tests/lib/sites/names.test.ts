import { expect, test } from 'vitest';
import { arxivIn } from '../../../lib/sites/googlescholar-fields';
import { allNamesOf } from '../../../lib/sites/titled-rows';

test.each([
  'A. Quill; +2 more',
  'A. Quill; B. Vale; et al.',
  'A. Quill; 3 more',
  'A. Quill; and others',
  'A. Quill; … D. Inkpen',
  'A. Quill; Show more',
  'A. Quill; more authors',
  'A. Quill; View all 4 authors',
])('names are left out: %s', (names) => expect(allNamesOf(names, /;/)).toBeUndefined());

test('nobody is left out, whatever they are called', () => {
  expect(allNamesOf('Thomas More; A. Quill', /;/)).toEqual(['Thomas More', 'A. Quill']);
});

test.each([
  ['arXiv preprint arXiv:2609.00001', 'arxiv:2609.00001'],
  ['arXiv e-prints, arXiv: 2609.00001', 'arxiv:2609.00001'],
  ['arXiv preprint hep-th/9901001', 'arxiv:hep-th/9901001'],
  ['arXiv preprint math.GT/0309136, 2003', 'arxiv:math/0309136'],
  ['arXiv preprint', undefined],
  ['Journal of Margins', undefined],
])('the number of arXiv in %s', (venue, id) => expect(arxivIn(venue)).toBe(id));
