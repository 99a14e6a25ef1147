import { describe, expect, test } from 'vitest';
import { changesFor, isOtherTitle, missingIn } from '../../../lib/completion/missing';
import { aPaper } from '../../papers';

const bare = aPaper({ authors: undefined, authorCount: 7 } as object);

describe('what is missing', () => {
  test('of a paper of which a list gave only the title and how many authors', () => {
    expect(missingIn(bare)).toEqual(['authors', 'abstract', 'published']);
  });

  test('nothing, of a whole one', () => {
    expect(missingIn(aPaper({ abstract: 'On margins.', published: '2026' }))).toEqual([]);
  });

  test('the rest of an abstract that is cut off, and a title that is only an identifier', () => {
    expect(missingIn(aPaper({ abstract: 'On marg…', published: '2026' }))).toEqual(['abstract']);
    expect(missingIn(aPaper({ title: 'arXiv:2609.00001', abstract: 'A', published: '2026' }))).toEqual(['title']);
  });
});

describe('what is changed', () => {
  const found = {
    title: 'Another title',
    authors: ['Ada Margin', 'Björn Müller'],
    abstract: 'On margins, and beside them.',
    published: '2026-09-01',
    venue: 'ACL',
    identifiers: ['arxiv:2609.00001' as const, 'doi:10.1000/a' as const],
  };

  test('only what is not there', () => {
    expect(changesFor(bare, [bare.id], found)).toEqual([
      { field: 'authors', after: ['Ada Margin', 'Björn Müller'] },
      { field: 'abstract', after: 'On margins, and beside them.' },
      { field: 'published', after: '2026-09-01' },
      { field: 'venue', after: 'ACL' },
      { field: 'identifiers', after: ['doi:10.1000/a'] },
    ]);
  });

  test('never what a page said', () => {
    const whole = aPaper({ abstract: 'Mine.', published: '2026', venue: 'EMNLP' });
    expect(changesFor(whole, [whole.id, 'doi:10.1000/a'], found)).toEqual([]);
  });

  test('an abstract that is cut off, only by one that goes on as it began', () => {
    const cut = aPaper({ abstract: 'On margins, and …', published: '2026', venue: 'EMNLP' });
    const ids = [cut.id, 'doi:10.1000/a' as const];
    expect(changesFor(cut, ids, found)).toEqual([
      { field: 'abstract', before: 'On margins, and …', after: 'On margins, and beside them.' },
    ]);
    expect(changesFor(cut, ids, { abstract: 'Another beginning, much longer than that.' })).toEqual([]);
    expect(changesFor(cut, ids, { abstract: 'On margins' })).toEqual([]);
  });

  test('an identifier for a title', () => {
    expect(changesFor(aPaper({ title: '2609.00001' }), ['arxiv:2609.00001'], { title: 'Margins' })).toEqual([
      { field: 'title', before: '2609.00001', after: 'Margins' },
    ]);
  });
});

test('another title is another paper, unless it is only written in another way', () => {
  const paper = aPaper({ title: 'Margins Matter: Notes Beside Every Line' });
  const is = (title: string) => isOtherTitle(paper, { title });
  expect(is('MARGINS MATTER – Notes beside every line.')).toBe(false);
  expect(is('Margins Matter')).toBe(false);
  expect(is('Margins Matter: Notes Beside Each Line')).toBe(false);
  expect(is('Attention Is All You Need')).toBe(true);
});
