import { describe, expect, test } from 'vitest';
import { addressOf, arxivId, doiId, paperIdOf } from '../../lib/identity';

describe('arXiv', () => {
  test.each([
    ['2510.04938', 'arxiv:2510.04938', undefined],
    ['arXiv:2510.04938v3', 'arxiv:2510.04938', 3],
    ['  ARXIV: 2510.04938v12 [cs.LG] ', 'arxiv:2510.04938', 12],
    ['0704.0001', 'arxiv:0704.0001', undefined],
    ['1203.09002', 'arxiv:1203.09002', undefined],
    ['hep-th/9901001', 'arxiv:hep-th/9901001', undefined],
    ['math.GT/0309136v2', 'arxiv:math/0309136', 2],
    ['cond-mat.str-el/0102030', 'arxiv:cond-mat/0102030', undefined],
    ['CS/0501076', 'arxiv:cs/0501076', undefined],
    ['q-bio/0401001', 'arxiv:q-bio/0401001', undefined],
  ])('a number: %s', (text, id, version) => {
    expect(arxivId(text)).toEqual(version === undefined ? { id } : { id, version });
  });

  test.each([
    ['https://arxiv.org/abs/2510.04938', undefined],
    ['http://arxiv.org/abs/2510.04938v2?context=cs', 2],
    ['https://www.arxiv.org/abs/2510.04938#comments', undefined],
    ['https://export.arxiv.org/abs/2510.04938', undefined],
    ['https://browse.arxiv.org/html/2510.04938v1', 1],
    ['https://xxx.lanl.gov/abs/2510.04938', undefined],
    ['arxiv.org/pdf/2510.04938v2.pdf', 2],
    ['https://arxiv.org/pdf/2510.04938', undefined],
    ['https://arxiv.org/html/2510.04938v3/', 3],
    ['https://arxiv.org/format/2510.04938', undefined],
    ['https://arxiv.org/ps/2510.04938', undefined],
    ['https://arxiv.org/e-print/2510.04938v1', 1],
    ['https://arxiv.org/src/2510.04938', undefined],
    ['https://arxiv.org/bibtex/2510.04938', undefined],
    ['https://ar5iv.labs.arxiv.org/html/2510.04938', undefined],
    ['https://ar5iv.org/abs/2510.04938', undefined],
    ['https://www.alphaxiv.org/overview/2510.04938v2', 2],
    ['https://alphaxiv.org/abs/2510.04938', undefined],
    ['https://scirate.com/arxiv/2510.04938', undefined],
    ['https://huggingface.co/papers/2510.04938#community', undefined],
    ['https://hf.co/papers/2510.04938', undefined],
    ['https://papers.cool/arxiv/2510.04938', undefined],
    ['https://doi.org/10.48550/arXiv.2510.04938', undefined],
    ['https://dx.doi.org/10.48550/ARXIV.2510.04938v4', 4],
  ])('an address: %s', (address, version) => {
    const id = 'arxiv:2510.04938';
    expect(arxivId(address)).toEqual(version === undefined ? { id } : { id, version });
    expect(paperIdOf(address)).toBe(id);
  });

  test.each([
    ['https://arxiv.org/abs/math.GT/0309136v1', 'arxiv:math/0309136'],
    ['https://arxiv.org/pdf/hep-th/9901001.pdf', 'arxiv:hep-th/9901001'],
    ['https://arxiv.org/abs/hep-th%2F9901001', 'arxiv:hep-th/9901001'],
    ['https://doi.org/10.48550/arXiv.hep-th/9901001', 'arxiv:hep-th/9901001'],
  ])('an address of an old number: %s', (address, id) => {
    expect(paperIdOf(address)).toBe(id);
  });

  test.each([
    '',
    'arXiv',
    '2510.049',
    '2513.04938',
    '2510.049381',
    '2510.04938v0',
    '12510.04938',
    'price 2510.04938',
    'hep-th/99010011',
    'https://arxiv.org/list/cs.LG/new',
    'https://arxiv.org/abs/',
    'https://arxiv.org/html/2510.04938v1/figure.png',
    'https://example.com/abs/2510.04938',
    'https://notarxiv.org/abs/2510.04938',
    'https://huggingface.co/papers/trending',
    'https://huggingface.co/papers/date/2026-09-02',
    'https://huggingface.co/someone/2510.04938',
    'https://huggingface.co/login?next=%2Fpapers%2F2510.04938',
  ])('neither: %s', (text) => {
    expect(arxivId(text)).toBeUndefined();
    expect(paperIdOf(text)).toBeUndefined();
  });
});

describe('DOI', () => {
  test.each([
    ['10.1145/3442188.3445922', 'doi:10.1145/3442188.3445922'],
    ['doi:10.1093/NAR/gkaa1100', 'doi:10.1093/nar/gkaa1100'],
    ['DOI: 10.1000/182.', 'doi:10.1000/182'],
    ['https://doi.org/10.1145/3442188.3445922', 'doi:10.1145/3442188.3445922'],
    ['http://dx.doi.org/10.1016/S0140-6736%2897%2911096-0', 'doi:10.1016/s0140-6736(97)11096-0'],
    ['doi.org/10.1002/(SICI)1097-4571(199806)', 'doi:10.1002/(sici)1097-4571(199806)'],
    ['10.1000/182)', 'doi:10.1000/182'],
    ['10.1000/182),', 'doi:10.1000/182'],
    ['10.1002/abc(12).', 'doi:10.1002/abc(12)'],
  ])('%s', (text, id) => {
    expect(doiId(text)).toBe(id);
    expect(paperIdOf(text)).toBe(id);
  });

  test("arXiv's own DOIs name arXiv papers", () => {
    expect(doiId('10.48550/arXiv.2510.04938')).toBe('arxiv:2510.04938');
    expect(doiId('https://doi.org/10.48550/arXiv.math/0309136')).toBe('arxiv:math/0309136');
  });

  test.each(['', '10.1145', '10.1145/', '10.12/3', 'https://example.com/10.1145/1', '10.1145/a b'])(
    'none: %s',
    (text) => {
      expect(doiId(text)).toBeUndefined();
    },
  );
});

test('an id leads to its canonical page', () => {
  expect(addressOf('arxiv:hep-th/9901001')).toBe('https://arxiv.org/abs/hep-th/9901001');
  expect(addressOf('doi:10.1016/s0140-6736(97)11096-0')).toBe('https://doi.org/10.1016/s0140-6736(97)11096-0');
  expect(addressOf('doi:10.1002/1<1::aid-x>3.0.co;2-#')).toBe(
    'https://doi.org/10.1002/1%3C1%3A%3Aaid-x%3E3.0.co%3B2-%23',
  );
  expect(addressOf('future:1')).toBeUndefined();
});

test('every canonical page leads back to its id', () => {
  for (const id of ['arxiv:2510.04938', 'arxiv:math/0309136', 'doi:10.1002/1<1::aid-x>3.0.co;2-#'] as const) {
    expect(paperIdOf(addressOf(id) ?? '')).toBe(id);
  }
});

test('no text throws, or takes long', () => {
  const texts = [
    '%',
    'https://doi.org/%E0%A4%A',
    'https://',
    'https://[',
    '\ud800',
    'arxiv:\0',
    '10.1000/\ud800',
    'https://constructor/abs/1',
  ];
  const long = ['a', '-', '.', '/', '(', ')', '10.1000/(', 'a-', 'arXiv: ', '%25', '1', ' '].map((part) =>
    part.repeat(100_000),
  );
  for (const text of [...texts, ...long]) {
    expect(() => arxivId(text)).not.toThrow();
    expect(() => doiId(text)).not.toThrow();
    expect(() => paperIdOf(text)).not.toThrow();
    expect(() => addressOf(`doi:${text}`)).not.toThrow();
    expect(() => addressOf(`constructor:${text}`)).not.toThrow();
  }
});
