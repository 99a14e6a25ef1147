import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldNames, formatQuery, parseQuery } from '../../../lib/search/query';

const clausesOf = (query: string) => parseQuery(query).clauses;

describe('a query', () => {
  test.each([
    ['graph networks', ['graph', 'networks']],
    ['"graph networks"', ['graph networks']],
    ['“graph networks”', ['graph networks']],
    ['"graph net', ['graph net']],
    ['arxiv:2510.04938', ['arxiv:2510.04938']],
    ['Attention: all you need', ['Attention', 'all', 'you', 'need']],
    ['a & b', ['a', 'b']],
    ['', []],
    ['  -  "" ', []],
  ])('%s is words', (query, words) => {
    expect(clausesOf(query).map((clause) => clause.kind === 'text' && clause.text)).toEqual(words);
  });

  test.each([
    ['author:müller', { kind: 'text', field: 'author', text: 'müller', isPhrase: false, isNot: false }],
    ['AUTHOR:"Ada Margin"', { kind: 'text', field: 'author', text: 'Ada Margin', isPhrase: true, isNot: false }],
    ['-venue:neurips', { kind: 'text', field: 'venue', text: 'neurips', isPhrase: false, isNot: true }],
    ['tag:"side notes"', { kind: 'value', field: 'tag', text: 'side notes', isWhole: true, isNot: false }],
    ['site:arx', { kind: 'value', field: 'site', text: 'arx', isWhole: false, isNot: false }],
    ['year:2023', { kind: 'range', field: 'year', from: 2023, to: 2023, isNot: false }],
    ['year:2023..2025', { kind: 'range', field: 'year', from: 2023, to: 2025, isNot: false }],
    ['year:..2025', { kind: 'range', field: 'year', to: 2025, isNot: false }],
    ['rating:4..', { kind: 'range', field: 'rating', from: 4, isNot: false }],
    ['saved:2026-11-25', { kind: 'days', field: 'saved', from: '2026-11-25', to: '2026-11-25', isNot: false }],
    ['saved:2026-02', { kind: 'days', field: 'saved', from: '2026-02-01', to: '2026-02-28', isNot: false }],
    ['-read:2024', { kind: 'days', field: 'read', from: '2024-01-01', to: '2024-12-31', isNot: true }],
    ['read:2026-10..2026-11', { kind: 'days', field: 'read', from: '2026-10-01', to: '2026-11-30', isNot: false }],
    ['read:2026-10-05–2027', { kind: 'days', field: 'read', from: '2026-10-05', to: '2027-12-31', isNot: false }],
    ['SAVED:..2026-10-05', { kind: 'days', field: 'saved', to: '2026-10-05', isNot: false }],
    ['saved:2026-10..', { kind: 'days', field: 'saved', from: '2026-10-01', isNot: false }],
    ['has:venue', { kind: 'has', field: 'has', text: 'venue', values: ['venue'], isNot: false }],
    ['-has:year', { kind: 'has', field: 'has', text: 'year', values: ['year'], isNot: true }],
    ['status:to-read', { kind: 'status', field: 'status', text: 'to-read', values: ['toRead'], isNot: false }],
    ['status:"to read"', { kind: 'status', field: 'status', text: 'to read', values: ['toRead'], isNot: false }],
    ['status:read', { kind: 'status', field: 'status', text: 'read', values: ['read'], isNot: false }],
    ['status:rea', { kind: 'status', field: 'status', text: 'rea', values: ['reading', 'read'], isNot: false }],
    ['has:notes', { kind: 'has', field: 'has', text: 'notes', values: ['note'], isNot: false }],
  ])('%s is one condition', (query, clause) => {
    expect(parseQuery(query)).toEqual({ clauses: [clause], problems: [] });
  });

  test.each([
    ['year:soon margins', 'badYear'],
    ['year:2025..2023 margins', 'badYear'],
    ['saved:soon margins', 'badDay'],
    ['saved:2026-13 margins', 'badDay'],
    ['saved:2026-02-30 margins', 'badDay'],
    ['saved:26-02-03 margins', 'badDay'],
    ['read:2026-12..2026-11 margins', 'badDay'],
    ['read:2026-1 margins', 'badDay'],
    ['read:2026..2027..2028 margins', 'badDay'],
    ['rating:7 margins', 'badRating'],
    ['status:burnt margins', 'badStatus'],
    ['has:wings margins', 'badHas'],
  ])('%s has a part that cannot be read; the rest counts', (query, message) => {
    const { clauses, problems } = parseQuery(query);
    expect(problems).toEqual([{ message, text: query.split(/[: ]/)[1], start: 0, end: query.indexOf(' ') }]);
    expect(clauses).toHaveLength(1);
  });

  test('a field that is misspelt is told of', () => {
    expect(parseQuery('margins auther:ada').problems).toEqual([
      { message: 'unknownField', text: 'auther', start: 8, end: 18 },
    ]);
    expect(parseQuery('tags:ml').problems).toEqual([{ message: 'unknownField', text: 'tags', start: 0, end: 7 }]);
    expect(parseQuery('arxiv:2609.00001 https://example.org').problems).toEqual([]);
  });

  test.each(['author:', 'year:', 'year:20', 'year:2023..', 'year:2023..20', 'status:', 'has:', 'tag:"'])(
    'somebody who types %s has made no mistake yet',
    (query) => expect(parseQuery(query).problems).toEqual([]),
  );

  test.each([
    ['saved:', []],
    ['saved:202', []],
    ['saved:2026-', ['2026-01-01', '2026-12-31']],
    ['saved:2026-0', ['2026-01-01', '2026-12-31']],
    ['saved:2026-02-', ['2026-02-01', '2026-02-28']],
    ['saved:2026-02-1', ['2026-02-01', '2026-02-28']],
    ['saved:2026-02..', ['2026-02-01', undefined]],
    ['saved:2026-02..2026-0', ['2026-02-01', undefined]],
  ])('of a day that somebody types, what is there counts: %s', (query, days) => {
    const { clauses, problems } = parseQuery(query);
    expect(problems).toEqual([]);
    expect(clauses.flatMap((clause) => (clause.kind === 'days' ? [clause.from, clause.to] : []))).toEqual(days);
  });
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ...fieldNames.map((name) => `${name}:`),
          '"',
          '“',
          '-',
          ' ',
          ':',
          '..',
          '2023',
          '2023-11',
          '2023-11-25',
          '4',
          'read',
          'x:',
        ),
        fc.string({ unit: 'grapheme', maxLength: 5 }),
      ),
    )
    .map((parts) => parts.join('')),
);

test('whatever is typed can be read, and says the same when it is written again', () => {
  fc.assert(
    fc.property(anyText, (typed) => {
      const { clauses, problems } = parseQuery(typed);
      for (const { start, end } of problems) expect(typed.slice(start, end)).not.toBe('');
      const again = parseQuery(formatQuery(clauses));
      expect(again.clauses).toEqual(clauses);
      // What may be a misspelt field is looked for as words.
      expect(again.problems.filter(({ message }) => message !== 'unknownField')).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});
