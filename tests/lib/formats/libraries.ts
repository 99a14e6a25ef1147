/** Libraries as people have them, and as nobody has them: for tests of what is written and read again. */
import fc from 'fast-check';
import { WholePaper } from '../../../lib/formats/whole-paper';
import { maxTagLength, ratings, statuses, tagKey, tagName } from '../../../lib/marks';
import type { PaperId } from '../../../lib/paper';

const time = fc.integer({ min: 1_000_000_000_000, max: 2_000_000_000_000 });
const uuid = fc.uuid();

/** Words with what has a meaning in one format or another. */
const word = fc.oneof(
  { weight: 8, arbitrary: fc.stringMatching(/^[A-Za-z]{1,10}$/) },
  fc.constantFrom(
    '50%',
    'R&D',
    '#1',
    '$5',
    'a_b',
    '{x}',
    'x^2',
    '~',
    'back\\slash',
    '"quoted"',
    "it's",
    '<b>',
    '&amp;',
    'C++',
    '@all',
    'TY  -',
    'ER  -',
    '---',
    'key: value',
    '[1]',
    '(see)',
    '=SUM(A1)',
    '-1',
    '+1',
    'Ünïcödé',
    'naïve',
    'Größe',
    '深度学习',
    'オープン',
    'поиск',
    '🧪',
    'ﬁ',
    'a,b',
    'a;b',
    '`code`',
    '|',
    '*',
    '#',
    '\u{1d49c}',
    '{',
    '}',
    '%',
    '\\',
    '\\alpha',
    '$x_1$',
    '} {',
    'and',
    'And',
    'et',
    'al.',
    '>',
    '> q',
    '<script>alert(1)</script>',
    '//',
    "''",
    '``',
    'N1  - x',
  ),
);

const line = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));

/** Several lines, without spaces at the ends. */
const lines = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: line },
      fc.constant(''),
      line.map((text) => `  ${text}`),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) => all.join('\n').trim())
  .filter((text) => text !== '');

const given = fc.constantFrom('Ada', 'Björn', 'Jean-Luc', 'J. R.', 'María José', 'Øystein', 'Li', 'Nguyễn', 'M.');
const family = fc.constantFrom(
  'Margin',
  'Müller',
  'van der Berg',
  'de la Cruz',
  "O'Neil",
  'Łukasik',
  'Smith-Jones',
  'von Neumann',
  'Ångström',
  'ten Dam',
);
const name = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(given, family).map((parts) => parts.join(' ')) },
  fc.constantFrom(
    'OpenAI',
    'The ATLAS Collaboration',
    'Johnson and Johnson Research',
    'Team {X}',
    '王伟',
    '山田 太郎',
    '김민수',
  ),
  fc.constantFrom('Martin King Jr.', 'Henry Ford III', 'Margin Lab & Co.', 'ジョン・スミス', 'Plato'),
);

const arxiv = fc
  .tuple(fc.integer({ min: 8, max: 26 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 99_999 }))
  .map(([year, month, number]): PaperId => {
    const two = (each: number) => String(each).padStart(2, '0');
    return `arxiv:${two(year)}${two(month)}.${String(number).padStart(5, '0')}`;
  });
const old = fc
  .integer({ min: 1, max: 999 })
  .map((number): PaperId => `arxiv:hep-th/9901${String(number).padStart(3, '0')}`);
const doi = fc
  .tuple(fc.integer({ min: 1000, max: 99_999 }), fc.stringMatching(/^[a-z0-9]{1,8}[a-z0-9_.()-]{0,4}[a-z0-9]$/))
  .filter(([, rest]) => !/[()]/.test(rest) || /^[^()]*\([^()]+\)[^()]*$/.test(rest))
  .map(([prefix, rest]): PaperId => `doi:10.${prefix}/${rest}`);
const other = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9_-]{10}$/).map((each): PaperId => `openreview:${each}`),
  fc.integer({ min: 1, max: 99_999_999 }).map((each): PaperId => `pmid:${each}`),
  fc.integer({ min: 1, max: 400 }).map((each): PaperId => `acl:2020.acl-main.${each}`),
  fc.stringMatching(/^[a-z]{3,8}$/).map((each): PaperId => `web:example.org/${each}?a=1&b=2`),
);
const id = fc.oneof({ weight: 4, arbitrary: arxiv }, old, { weight: 3, arbitrary: doi }, other);

const date = fc
  .tuple(
    fc.integer({ min: 1950, max: 2026 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.nat(2),
  )
  .map(([year, month, day, parts]) =>
    [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].slice(0, parts + 1).join('-'),
  );

const address = fc.webUrl({ withQueryParameters: true }).filter((url) => /^https?:/.test(url) && URL.canParse(url));

const paper = fc.record(
  {
    id,
    title: line,
    version: fc.integer({ min: 1, max: 9 }),
    authors: fc.array(name, { minLength: 1, maxLength: 5 }),
    authorCount: fc.integer({ min: 1, max: 300 }),
    organization: line,
    abstract: lines,
    published: date,
    updated: date,
    subjects: fc.uniqueArray(fc.constantFrom('cs.LG', 'cs.CL', 'stat.ML', 'hep-th', 'Machine Learning'), {
      minLength: 1,
    }),
    comments: line,
    journalRef: line,
    venue: fc.oneof(line, fc.constantFrom('NeurIPS 2023', 'Nature', 'Proceedings of the 58th Annual Meeting of ACL')),
    links: fc.record({ abstract: address, pdf: address, code: address }, { requiredKeys: [] }),
  },
  { requiredKeys: ['id', 'title'] },
);

const tag = line.map((each) => tagName(each.slice(0, maxTagLength))).filter((each) => each !== '');

/** A paper with all that is said of it: what is there, without tombstones and without versions. */
export const wholePaper: fc.Arbitrary<WholePaper> = fc
  .record(
    {
      paper,
      more: fc.uniqueArray(id, { maxLength: 3 }),
      savedAt: time,
      note: fc.record({ id: uuid, text: lines, createdAt: time, updatedAt: time }),
      status: fc.record({ value: fc.constantFrom(...statuses), at: time }),
      rating: fc.record({ value: fc.constantFrom(...ratings), at: time }),
      tags: fc.uniqueArray(fc.record({ name: tag, at: time }), { maxLength: 4, selector: ({ name }) => tagKey(name) }),
      highlights: fc.array(
        fc.record(
          {
            id: uuid,
            quote: fc.record({ exact: lines, prefix: line, suffix: line }),
            comment: lines,
            createdAt: time,
            updatedAt: time,
          },
          { requiredKeys: ['id', 'quote', 'createdAt', 'updatedAt'] },
        ),
        { maxLength: 3 },
      ),
    },
    { requiredKeys: ['paper', 'more', 'savedAt'] },
  )
  .map(({ more, ...whole }) => WholePaper.parse({ ...whole, ids: [...new Set([whole.paper.id, ...more])] }));

/** No paper twice, by any of its identifiers. */
export const library: fc.Arbitrary<WholePaper[]> = fc
  .uniqueArray(wholePaper, { maxLength: 6, selector: ({ paper }) => paper.id })
  .map((papers) => {
    const known = new Set<string>(papers.map(({ paper }) => paper.id));
    return papers.map((whole) => {
      const more = whole.ids.filter((each) => each !== whole.paper.id && !known.has(each));
      for (const each of more) known.add(each);
      return { ...whole, ids: [whole.paper.id, ...more] };
    });
  });
