import { describe, expect, test } from 'vitest';
import { identifiersIn } from '../../../lib/identifiers/text';

/** What was found, as it stands in the text, and what it names. */
function read(text: string): string[][] {
  return identifiersIn(text).map(({ identifier: { id, version }, start, end }) => [
    text.slice(start, end),
    version === undefined ? id : `${id} v${version}`,
  ]);
}

describe('arXiv', () => {
  test.each([
    ['arXiv:2401.12345v2', 'arXiv:2401.12345v2', 'arxiv:2401.12345 v2'],
    ['see arXiv: 2401.12345.', 'arXiv: 2401.12345', 'arxiv:2401.12345'],
    ['arXiv preprint arXiv:2401.12345, 2024', 'arXiv:2401.12345', 'arxiv:2401.12345'],
    ['arXiv preprint 2401.12345 (2024)', 'arXiv preprint 2401.12345', 'arxiv:2401.12345'],
    ['on arXiv (2401.12345)', 'arXiv (2401.12345', 'arxiv:2401.12345'],
    ['ARXIV:2401.12345 [cs.LG]', 'ARXIV:2401.12345', 'arxiv:2401.12345'],
    ['arXiv:0704.0001.', 'arXiv:0704.0001', 'arxiv:0704.0001'],
    ['[arXiv:hep-th/9901001]', 'arXiv:hep-th/9901001', 'arxiv:hep-th/9901001'],
    ['arXiv:math.GT/0309136v2', 'arXiv:math.GT/0309136v2', 'arxiv:math/0309136 v2'],
    ['JHEP 1 (1999) 2, hep-th/9901001.', 'hep-th/9901001', 'arxiv:hep-th/9901001'],
    ['(cond-mat/0102030v1)', 'cond-mat/0102030v1', 'arxiv:cond-mat/0102030 v1'],
    ['Preprint unter arXiv:2401.12345。', 'arXiv:2401.12345', 'arxiv:2401.12345'],
    ['arXiv\u00a02401.12345', 'arXiv\u00a02401.12345', 'arxiv:2401.12345'],
  ])('%s', (text, ...entry) => {
    expect(read(text)).toEqual([entry]);
  });

  test.each([
    '2401.12345',
    'price 2401.12345',
    'x=arXiv:2401.12345',
    'arXiv:2413.12345',
    'arXiv:2401.123456',
    'arXiv:2401.12',
    '/home/math/0309136',
    'and/or 9901001',
    'papers/9901001',
    'arXiv 2024',
  ])('nothing: %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('DOI', () => {
  test.each([
    ['10.1000/182', '10.1000/182', 'doi:10.1000/182'],
    ['(doi:10.1000/ABC.1)', 'doi:10.1000/ABC.1', 'doi:10.1000/abc.1'],
    ['DOI: 10.1000/182, 2024', 'DOI: 10.1000/182', 'doi:10.1000/182'],
    ['(see 10.1000/182).', '10.1000/182', 'doi:10.1000/182'],
    ['10.1016/S0140-6736(97)11096-0).', '10.1016/S0140-6736(97)11096-0', 'doi:10.1016/s0140-6736(97)11096-0'],
    ['10.1000/182(accessed yesterday)', '10.1000/182', 'doi:10.1000/182'],
    ['"10.1000/182"', '10.1000/182', 'doi:10.1000/182'],
    ['<10.1000/182>', '10.1000/182', 'doi:10.1000/182'],
    ['10.1000/182</td>', '10.1000/182', 'doi:10.1000/182'],
    ['10.1002/1<1::aid-x>3.0.co;2-#', '10.1002/1<1::aid-x>3.0.co;2-#', 'doi:10.1002/1<1::aid-x>3.0.co;2-#'],
    ['10.1890/12[1:abc]2.0.co;2.', '10.1890/12[1:abc]2.0.co;2', 'doi:10.1890/12[1:abc]2.0.co;2'],
    ['doi = {10.1000/182},', '10.1000/182', 'doi:10.1000/182'],
    ['**10.1000/182**', '10.1000/182', 'doi:10.1000/182'],
    ['10.1000.10/123456', '10.1000.10/123456', 'doi:10.1000.10/123456'],
    ['10.1000/182！', '10.1000/182', 'doi:10.1000/182'],
    ['参照10.1000/182を', '10.1000/182', 'doi:10.1000/182'],
    ['doi.org/10.1000/182', 'doi.org/10.1000/182', 'doi:10.1000/182'],
    ['10.48550/arXiv.2401.12345', '10.48550/arXiv.2401.12345', 'arxiv:2401.12345'],
  ])('%s', (text, ...entry) => {
    expect(read(text)).toEqual([entry]);
  });

  test.each(['110.1000/182', '1.10.1000/182', '10.100/182', '10.1000/', '10.1000/.', '10.1000', '10.1000 /182'])(
    'nothing: %s',
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );
});

describe('an address', () => {
  test.each([
    ['https://arxiv.org/abs/2401.12345v1.', 'https://arxiv.org/abs/2401.12345v1', 'arxiv:2401.12345 v1'],
    ['(https://arxiv.org/pdf/2401.12345)', 'https://arxiv.org/pdf/2401.12345', 'arxiv:2401.12345'],
    ['[a](https://arxiv.org/abs/2401.12345), b', 'https://arxiv.org/abs/2401.12345', 'arxiv:2401.12345'],
    ['<https://doi.org/10.1000/182>', 'https://doi.org/10.1000/182', 'doi:10.1000/182'],
    ['at arxiv.org/abs/2401.12345!', 'arxiv.org/abs/2401.12345', 'arxiv:2401.12345'],
    ['www.arxiv.org/abs/2401.12345', 'www.arxiv.org/abs/2401.12345', 'arxiv:2401.12345'],
    [
      'HTTPS://OpenReview.net/forum?id=aB3_-xYz12',
      'HTTPS://OpenReview.net/forum?id=aB3_-xYz12',
      'openreview:aB3_-xYz12',
    ],
    ['https://x.example/10.1000/182', 'https://x.example/10.1000/182', 'doi:10.1000/182'],
    [
      'https://web.archive.org/web/2024/https://arxiv.org/abs/2401.12345',
      'https://arxiv.org/abs/2401.12345',
      'arxiv:2401.12345',
    ],
    [
      'https://aclanthology.org/2020.acl-main.405/?',
      'https://aclanthology.org/2020.acl-main.405/',
      'acl:2020.acl-main.405',
    ],
  ])('%s', (text, ...entry) => {
    expect(read(text)).toEqual([entry]);
  });

  test.each([
    'https://example.com/paper.pdf',
    'https://',
    'https://arxiv.org',
    'ftp://arxiv.org/abs/2401.12345',
    'someone@arxiv.org/abs/2401.12345',
    'notarxiv.org/abs/2401.12345',
  ])('nothing: %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('PubMed', () => {
  test.each([
    ['PMID: 12345678;', 'PMID: 12345678', 'pmid:12345678'],
    ['PMID 123', 'PMID 123', 'pmid:123'],
    ['PubMed ID: 00123', 'PubMed ID: 00123', 'pmid:123'],
    ['PMCID: PMC123.', 'PMCID: PMC123', 'pmcid:PMC123'],
    ['(PMC1234567)', 'PMC1234567', 'pmcid:PMC1234567'],
  ])('%s', (text, ...entry) => {
    expect(read(text)).toEqual([entry]);
  });

  test.each(['PMID: 123456789', 'PMC12', 'XPMC1234567', 'PMC1234567x', 'PMID', 'pmid: none'])('nothing: %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

test('several, in order, each once', () => {
  const text = `J. Someone et al. J. Invent. 2, 3 (2024). doi:10.1000/182. PMID: 123; PMCID: PMC456, arXiv:2401.12345v2,
    https://arxiv.org/abs/2402.00001,https://openreview.net/forum?id=abcdefghij (10.1000/183;10.1000/184,doi:10.1000/185)`;
  expect(read(text).map(([, id]) => id)).toEqual([
    'doi:10.1000/182',
    'pmid:123',
    'pmcid:PMC456',
    'arxiv:2401.12345 v2',
    'arxiv:2402.00001',
    'openreview:abcdefghij',
    'doi:10.1000/183',
    'doi:10.1000/184',
    'doi:10.1000/185',
  ]);
});

test('after a text that ends in the middle of one, the next is read from its beginning', () => {
  expect(read('doi:10.1000/182')).toEqual([['doi:10.1000/182', 'doi:10.1000/182']]);
  expect(read('PMID: 1')).toEqual([['PMID: 1', 'pmid:1']]);
});
