import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Paper } from '../../lib/paper';
import { actOf, compileRules, type Rule, type RuleField, ruleKey } from '../../lib/rules';
import { aPaper } from '../papers';

let rules = 0;
const rule = (field: RuleField, text: string, act: Rule['act'] = 'follow'): Rule => ({
  id: `rule-${++rules}`,
  act,
  field,
  text,
});

/** What of a paper one rule finds. */
function found(field: RuleField, text: string, about: Partial<Paper>): string | undefined {
  const paper = aPaper({ title: 'No title', authors: [], ...about });
  return compileRules([rule(field, text)])(paper)?.follows[0]?.text;
}

describe('words', () => {
  test.each([
    ['diffusion', 'Latent Diffusion, again', 'Diffusion'],
    ['DIFFUSION', 'latent diffusion', 'diffusion'],
    ['fusion', 'Latent Diffusion', undefined],
    ['diffusion', 'Diffusions', undefined],
    ['diffus*', 'On Diffusions', 'Diffusions'],
    ['diffusion*', 'On diffusion', 'diffusion'],
    ['neural net*', 'Of Neural Networks', 'Neural Networks'],
    ['neural* net', 'Of Neural Nets', undefined],
    ['"graph neural"', 'A graph neural network', 'graph neural'],
    ['graph neural', 'A graph of neural networks', undefined],
    ['“state of the art”', 'The state-of-the-art', 'state-of-the-art'],
    ['GPT-4', 'What gpt 4 saw', 'gpt 4'],
    ['C++', 'Margins in C and C#', undefined],
    ['C++', 'Margins in C++', 'C++'],
    ['C', 'Margins in C++', undefined],
    ['schrodinger', 'The Schrödinger bridge', 'Schrödinger'],
    ['Schrödinger', 'The Schrodinger bridge', 'Schrodinger'],
    ['straße', 'STRASSE', 'STRASSE'],
    ['ﬁeld', 'A field', 'field'],
    ['diffusion', 'Dif\u00adfu\u00adsion', 'Diffusion'],
    ['量子', '基于量子计算的方法', '量子'],
    ['大学', '规模更大，学习率更小', undefined],
    ['モデル', '大規模言語モデルとは', 'モデル'],
    ['バス', 'ハス', undefined],
    ['ภาษา', 'แบบจำลองภาษาขนาดใหญ่', 'ภาษา'],
    ['언어', '대규모 언어 모델', '언어'],
    ['언어', '대규모 언어를', undefined],
    ['언어*', '대규모 언어를', '언어를'],
    ['हिन्दी', 'हिन्दी पाठ', 'हिन्दी'],
    ['हिन्द', 'हिन्दी पाठ', undefined],
    ['*', 'Everything', undefined],
    ['', 'Everything', undefined],
    ['—', 'Every — thing', undefined],
  ])('%s in “%s”: %s', (text, title, expected) => {
    expect(found('words', text, { title })).toBe(expected);
  });

  test('stand in the title, the abstract and the comments, and nowhere else', () => {
    expect(found('words', 'ink', { abstract: 'We spill ink.' })).toBe('ink');
    expect(found('words', 'ICML', { comments: 'Accepted at ICML' })).toBe('ICML');
    expect(found('words', 'Margin', { authors: ['Ada Margin'], organization: 'Margin Lab' })).toBeUndefined();
    expect(found('words', 'spill ink', { title: 'A spill', abstract: 'Ink is dear.' })).toBeUndefined();
  });
});

describe('authors', () => {
  test.each([
    ['Ada Margin', 'Ada Margin'],
    ['ada margin', 'ADA MARGIN'],
    ['Margin', 'Ada Margin'],
    ['Margin', 'Margin, Ada'],
    ['Margin', 'Margin AB'],
    ['Margin, Ada', 'Ada Margin'],
    ['Ada Margin', 'Margin, Ada B.'],
    ['A. Margin', 'Ada Margin'],
    ['Ada Margin', 'A Margin'],
    ['Ada Margin', 'A. B. Margin'],
    ['Ada B. Margin', 'Ada Margin'],
    ['Ada Margin', 'Margin A'],
    ['A.B. Margin', 'Ada Beth Margin'],
    ['Li Void', 'Void LI Jr'],
    ['L I Void', 'Void LI'],
    ['LI Void', 'Void, L. I.'],
    ['Iurii Petrov', 'Petrov IuA'],
    ['J. R. Void', 'J. R. Void, Jr.'],
    ['Bjorn Muller', 'Björn Müller'],
    ['Yildiz Aydin', 'Yıldız Aydın'],
    ["Seán O'Fold", 'Sean O’Fold'],
    ['Mei-Ling Toh', 'Meiling Toh'],
    ['M.-L. Toh', 'Mei Ling Toh'],
    ['F. Müller-Lüdenscheidt', 'Frida Muller‐Ludenscheidt'],
    ['van Oosterhout', 'Bram van Oosterhout'],
    ['Oosterhout', 'van Oosterhout BF'],
    ['Bram van Oosterhout', 'van Oosterhout BF'],
    ['Bram van Oosterhout', 'Bram Oosterhout'],
    ['van Oosterhout, Bram', 'B. van Oosterhout'],
    ['De Wit', 'R. de Wit'],
    ['de la Intet', 'de la Intet Å'],
    ['García Márquez', 'García Márquez, Gabriel'],
    ['García Márquez, G.', 'Gabriel García Márquez'],
    ['Gabriel García Márquez', 'García Márquez, G'],
    ['Eka', 'Eka'],
    ['王伟', '王伟'],
    ['KNOT Collaboration', 'The KNOT Collaboration'],
    ['SOUP Study Group', 'SOUP Study Group, Nowhere'],
  ])('%s may be %s', (text, author) => {
    expect(found('author', text, { authors: ['Bo Other', author] })).toBe(author);
  });

  test.each([
    ['Margin', 'Ada Margins'],
    ['Margin', 'Margin Brown'],
    ['Li', 'Wei Liang'],
    ['Ada', 'Ada Margin'],
    ['Ada Margin', 'Nevada Margin'],
    ['Ada Margin', 'Clara Ada Margin'],
    ['Ada Margin', 'Alan Margin'],
    ['Ada Margin', 'B. Margin'],
    ['Ada B. Margin', 'Ada C. Margin'],
    ['Ada Margin', 'Margin'],
    ['Ada Margin', 'Ada Quill, Bo Margin'],
    ['Müller', 'F Müller-Lüdenscheidt'],
    ['Di Wang', 'Xiu Di Wang'],
    ['Van Anh', 'Nguyen Van Anh'],
    ['Márquez', 'García Márquez, Gabriel'],
    ['王', '王伟'],
    ['', 'Ada Margin'],
    [',', 'Ada Margin'],
  ])('%s is not %s', (text, author) => {
    expect(found('author', text, { authors: [author] })).toBeUndefined();
  });
});

test.each([
  ['cs.LG', 'cs.LG', true],
  ['cs.lg', 'cs.LG', true],
  ['cs', 'cs.LG', true],
  ['cs.*', 'cs.LG', true],
  ['astro-ph', 'astro-ph.CO', true],
  ['astro-ph', 'astro-ph', true],
  ['machine  learning', 'Machine Learning', true],
  ['c', 'cs.LG', false],
  ['LG', 'cs.LG', false],
  ['math', 'math-ph', false],
  ['cs.LG', 'cs', false],
  ['Learning', 'Machine Learning', false],
])('subject %s, %s: %s', (text, subject, matches) => {
  expect(found('subject', text, { subjects: ['q-bio.NC', subject] })).toBe(matches ? subject : undefined);
});

test.each([
  ['inkwell', 'Inkwell Research', 'Inkwell'],
  ['Universite de Montreal', 'Mila, Université de Montréal', 'Université de Montréal'],
  ['ink', 'Inkwell Research', undefined],
  ['research inkwell', 'Inkwell Research', undefined],
])('organisation %s in “%s”: %s', (text, organization, expected) => {
  expect(found('organization', text, { organization })).toBe(expected);
});

test('where rules differ, follow wins, and both are told', () => {
  const follow = rule('author', 'Margin');
  const mute = rule('words', 'notes', 'mute');
  const match = compileRules([mute, follow]);
  const matches = match(aPaper());
  expect(matches).toEqual({
    follows: [{ rule: follow, text: 'Ada Margin' }],
    mutes: [{ rule: mute, text: 'Notes' }],
  });
  expect(actOf(matches)).toBe('follow');
  expect(actOf(match(aPaper({ authors: [] })))).toBe('mute');
  expect(actOf(match(aPaper({ authors: [], title: 'Nothing of it' })))).toBeUndefined();
});

test('2,000 papers and 200 rules: the same as one by one', () => {
  const [inks, papers] = generated();
  const match = compileRules(inks);
  let hits = 0;
  for (const paper of papers) {
    const expected = inks.filter((rule) => isPlainlyIn(rule, paper)).map(({ id }) => id);
    const matches = match(paper);
    const actual = [...(matches?.follows ?? []), ...(matches?.mutes ?? [])].map(({ rule }) => rule.id);
    expect(actual.toSorted()).toEqual(expected.toSorted());
    hits += actual.length;
  }
  expect(hits).toBeGreaterThan(1000);
});

test.each([
  ['one word', 'a'.repeat(100_000)],
  ['one word, again and again', 'a '.repeat(50_000)],
  ['no spaces', '的'.repeat(100_000)],
  ['marks', `a${'\u0301'.repeat(100_000)}`],
  ['punctuation', '.,'.repeat(50_000)],
  ['commas', ','.repeat(100_000)],
  ['spaces', `${' '.repeat(100_000)}x`],
  ['hyphens', 'a-'.repeat(50_000)],
])('100 kB of %s are read like others', (_, text) => {
  const match = compileRules([
    rule('words', 'last word'),
    rule('author', 'Margin'),
    rule('subject', 'cs'),
    rule('organization', 'Lab'),
  ]);
  const abstract = `${text}. The last word`;
  const paper = aPaper({
    abstract,
    authors: [text, 'A. Margin'],
    subjects: [text, 'cs.LG'],
    organization: `${text} Lab`,
  });
  expect(match(paper)?.follows.map((each) => each.text)).toEqual(['last word', 'Lab', 'A. Margin', 'cs.LG']);
});

test('no text and no rule, however odd, is too much', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc.constant('*"A. B-c*, de Dé'),
  );
  fc.assert(
    fc.property(text, text, (sought, written) => {
      const paper = aPaper({ title: written, authors: [written], subjects: [written], organization: written });
      compileRules([rule('words', sought), rule('author', sought), rule('subject', sought)])(paper);
      for (const field of ['words', 'author', 'subject', 'organization'] as const) ruleKey({ field, text: sought });
    }),
  );
});

test('what is written elsewise is the same rule; nothing to look for is none', () => {
  const key = (field: RuleField, text: string) => ruleKey({ field, text });
  expect(key('words', '"Graph  Neural"')).toBe(key('words', 'graph neural'));
  expect(key('words', 'graph*')).not.toBe(key('words', 'graph'));
  expect(key('author', 'Margin, Ada')).toBe(key('author', 'ada margin'));
  expect(key('author', 'A. Margin')).not.toBe(key('author', 'Ada Margin'));
  expect(key('subject', 'CS.*')).toBe(key('subject', 'cs'));
  expect(key('words', 'cs')).not.toBe(key('subject', 'cs'));
  expect([key('words', ' * '), key('author', ','), key('subject', ' '), key('organization', '""')]).toEqual([
    '',
    '',
    '',
    '',
  ]);
});

const syllables = ['dif', 'fu', 'sion', 'gra', 'ph', 'neu', 'ral', 'mar', 'gin', 'no', 'tes', 'qua'];

/** The same papers and rules each time. */
function generated(): [Rule[], Paper[]] {
  let seed = 7;
  const upTo = (count: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % count;
  };
  const oneOf = <T>(all: readonly T[]) => all[upTo(all.length)] as T;
  const word = () => oneOf(syllables) + oneOf(syllables) + (upTo(2) ? oneOf(syllables) : '');
  const words = (count: number) => Array.from({ length: count }, word).join(' ');
  const subject = () => `${oneOf(['cs', 'math', 'stat'])}.${oneOf(['LG', 'CL', 'ST', 'PR'])}`;
  const name = () => `${word()}a ${word()}o`;
  const text = {
    words: () => words(1 + upTo(2)) + oneOf(['', '', '*']),
    author: name,
    subject: () => oneOf([subject(), 'cs', 'physics']),
    organization: () => words(1),
  };
  const fields = ['words', 'words', 'author', 'organization', 'subject'] as const;
  const rules = Array.from({ length: 200 }, (_, i) => {
    const field = fields[i % fields.length] as RuleField;
    return rule(field, text[field](), oneOf(['follow', 'mute']));
  });
  const wanted = rules.filter(({ field }) => field === 'author').map((each) => each.text);
  const papers = Array.from({ length: 2000 }, (_, i) =>
    aPaper({
      id: `arxiv:${i}`,
      title: words(8),
      abstract: words(100),
      comments: words(4),
      authors: [name(), upTo(4) ? name() : oneOf(wanted)],
      subjects: [subject()],
      organization: words(2),
    }),
  );
  return [rules, papers];
}

/** Whether a rule of `generated` applies, the slow way. */
function isPlainlyIn(
  { field, text }: Rule,
  { title, abstract, comments, authors, subjects, organization }: Paper,
): boolean {
  const phrase = (where = '') => {
    const end = text.endsWith('*') ? '' : ' ';
    return ` ${where} `.includes(` ${text.replace('*', '')}${end}`);
  };
  if (field === 'words') return [title, abstract, comments].some(phrase);
  if (field === 'organization') return phrase(organization);
  if (field === 'author') return authors?.includes(text) ?? false;
  return subjects?.some((subject) => subject === text || subject.startsWith(`${text}.`)) ?? false;
}
