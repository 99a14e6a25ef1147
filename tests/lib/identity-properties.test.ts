import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identifiersIn } from '../../lib/identifiers/text';
import { addressOf, arxivId, doiId, identifierOf, identifierShown, paperIdOf, rankOf, webId } from '../../lib/identity';
import type { PaperId } from '../../lib/paper';

const letters = 'abcdefghijklmnopqrstuvwxyz';
const capitals = letters.toUpperCase();
const digits = '0123456789';

function chars(set: string, minLength: number, maxLength = minLength) {
  return fc.string({ unit: fc.constantFrom(...set), minLength, maxLength });
}

/** A number as it is written, without zeros before it. */
function number(maxDigits: number) {
  return fc.integer({ min: 1, max: 10 ** maxDigits - 1 }).map(String);
}

const yearAndMonth = fc
  .tuple(fc.integer({ min: 91, max: 190 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${String(year % 100).padStart(2, '0')}${String(month).padStart(2, '0')}`);
const archive = fc.constantFrom('hep-th', 'math', 'cond-mat', 'q-bio', 'cs', 'astro-ph', 'math-ph', 'nlin');

const arxivNumber = fc.oneof(
  fc.tuple(yearAndMonth, chars(digits, 4, 5)).map(([month, count]) => `${month}.${count}`),
  fc.tuple(archive, yearAndMonth, chars(digits, 3)).map(([name, month, count]) => `${name}/${month}${count}`),
);

/** `10.1016/s0140-6736(97)11096-0`, `10.1002/1<1::aid-x>3.0.co;2-#`. */
const doiName = fc
  .record({
    prefix: fc.integer({ min: 1000, max: 999_999_999 }),
    further: fc.option(number(3), { nil: undefined }),
    parts: fc.array(chars(letters + digits, 1, 8), { minLength: 1, maxLength: 5 }),
    between: fc.constantFrom('.', '-', '_', '/', ':', ';', '+', '%', '#', '<1::aid-x>', '(97)', '[1:a]', '?', '&', '='),
    last: fc.constantFrom('', '-#', '(1)', '>', '*'),
  })
  // Those of arXiv, ACL Anthology and bioRxiv name the paper in another way.
  .filter(({ prefix }) => ![48550, 18653, 3115, 1101, 64898].includes(prefix))
  .map(({ prefix, further, parts, between, last }) => {
    return `10.${prefix}${further === undefined ? '' : `.${further}`}/${parts.join(between)}${last}`;
  });

const capitalised = fc.tuple(chars(capitals, 1), chars(letters, 1, 9)).map(([first, rest]) => first + rest);
const year = fc.integer({ min: 1985, max: 2035 }).map(String);
const hex = '0123456789abcdef';
const ofUrls = `${letters}${capitals}${digits}-_`;

const values: Record<string, fc.Arbitrary<string>> = {
  arxiv: arxivNumber,
  doi: doiName,
  openreview: chars(ofUrls, 6, 12),
  acl: fc.oneof(
    fc
      .tuple(year, chars(letters + digits, 2, 9), chars(letters + digits, 1, 6), number(4))
      .map(([published, venue, volume, count]) => `${published}.${venue}-${volume}.${count}`),
    fc.tuple(chars(capitals, 1), chars(digits, 2), chars(digits, 4)).map(([venue, y, n]) => `${venue}${y}-${n}`),
  ),
  pmid: number(8),
  pmcid: number(8).map((count) => `PMC${count}`),
  neurips: fc.tuple(year, chars(hex, 32)).map(([published, hash]) => `${published}/${hash}`),
  pmlr: fc
    .tuple(fc.constantFrom('v', 'r'), number(3), chars(letters, 2, 12), chars(digits, 2), chars(letters, 0, 1))
    .map(([kind, volume, name, y, letter]) => `${kind}${volume}/${name}${y}${letter}`),
  cvf: fc
    .tuple(fc.constantFrom('content/CVPR', 'content/ICCV', 'content_CVPR_', 'content_ICCVW_'), year, capitalised)
    .chain(([conference, published, name]) =>
      fc
        .constantFrom('', '/W12', '/VISION')
        .map((workshop) => `${conference}${published}${workshop}/${name}_A-Title_CVPR_${published}_paper`),
    ),
  ieee: number(8),
  pii: fc.oneof(
    fc
      .tuple(chars(digits, 7), chars(`${digits}X`, 1), chars(digits, 7), chars(`${digits}X`, 1))
      .map((parts) => `S${parts.join('')}`),
    fc
      .tuple(fc.constantFrom(9, 12), chars(`${digits}X`, 1), chars(digits, 5), chars(`${digits}X`, 1))
      .chain(([length, ...parts]) => chars(digits, length).map((isbn) => `B${isbn}${parts.join('')}`)),
  ),
  inspire: number(8),
  openalex: number(11).map((count) => `W${count}`),
  s2: chars(hex, 40),
  corpusid: number(10),
  dblp: fc
    .tuple(fc.constantFrom('conf', 'journals', 'books', 'phd'), chars(letters, 1, 8), capitalised, chars(digits, 2))
    // An arXiv paper's record is the arXiv paper.
    .filter(([, series]) => series !== 'corr')
    .map(([kind, series, name, y]) => `${kind}/${series}/${name}${y}`),
  scholar: fc.oneof(
    chars(ofUrls, 12),
    fc.tuple(chars(ofUrls, 12), chars(ofUrls, 12)).map((parts) => parts.join(':')),
  ),
};

const ids: [string, fc.Arbitrary<PaperId>][] = Object.entries(values).map(([scheme, value]) => [
  scheme,
  value.map((written) => `${scheme}:${written}` as const),
]);
const anyId = fc.oneof(...ids.map(([, id]) => id));

const pageAddress = fc.webUrl({ withFragments: true, withQueryParameters: true, size: 'medium' });
const anyWebId = pageAddress.map((address) => webId(address)).filter((id) => id !== undefined);

describe('parse ∘ format = id', () => {
  test.each(ids)('%s', (_scheme, anyOfThem) => {
    fc.assert(
      fc.property(anyOfThem, (id) => {
        expect(paperIdOf(id)).toBe(id);
        expect(paperIdOf(` ${id} `)).toBe(id);
        expect(identifierOf(addressOf(id) ?? '')).toEqual({ id });
        expect(paperIdOf(identifierShown(id))).toBe(id);
      }),
      { numRuns: 300 },
    );
  });

  test('web', () => {
    fc.assert(
      fc.property(anyWebId, (id) => {
        expect(paperIdOf(id)).toBe(id);
        expect(webId(addressOf(id) ?? '')).toBe(id);
      }),
      { numRuns: 300 },
    );
  });

  test('every scheme has been asked', () => {
    const schemes = Object.keys(values);
    // The rank of a scheme is its place among all of them; an unknown one comes after the last.
    expect(new Set(schemes.map((scheme) => rankOf(`${scheme}:1`))).size).toBe(schemes.length);
    expect(rankOf('web:a.example')).toBe(schemes.length);
  });
});

describe('versions are stripped and kept', () => {
  const version = fc.integer({ min: 1, max: 99 });

  test('arXiv', () => {
    fc.assert(
      fc.property(arxivNumber, version, (paper, count) => {
        const identifier = { id: `arxiv:${paper}`, version: count };
        for (const written of [
          `${paper}v${count}`,
          `arXiv:${paper}v${count}`,
          `https://arxiv.org/abs/${paper}v${count}`,
          `https://arxiv.org/pdf/${paper}v${count}.pdf`,
          `https://www.alphaxiv.org/overview/${paper}v${count}`,
          `10.48550/arXiv.${paper}v${count}`,
        ])
          expect(identifierOf(written)).toEqual(identifier);
      }),
    );
  });

  test('ACL Anthology, bioRxiv', () => {
    fc.assert(
      fc.property(values.acl ?? fc.constant(''), chars(digits, 6), version, (paper, count, v) => {
        expect(identifierOf(`https://aclanthology.org/${paper}v${v}.pdf`)).toEqual({ id: `acl:${paper}`, version: v });
        const preprint = { id: `doi:10.1101/2026.01.02.${count}`, version: v };
        expect(identifierOf(`10.1101/2026.01.02.${count}v${v}`)).toEqual(preprint);
        expect(identifierOf(`https://www.biorxiv.org/content/10.1101/2026.01.02.${count}v${v}.full`)).toEqual(preprint);
      }),
    );
  });
});

/** Texts that are nearly identifiers. */
const pieces = fc.constantFrom(
  ...`arXiv: 2401.12345 hep-th/9901001 v2 doi: 10.1000/ 10.48550/arXiv. 182 ( ) https:// doi.org/ arxiv.org/ abs/ pdf/
    www. nature.com/articles/ aclanthology.org/ openreview.net/forum ?id= pubmed.ncbi.nlm.nih.gov/ PMID PMC 123 %2F %
    %25 %E0%A4%A .. / S0140673697110960 dblp.org/rec/ conf/ web: acl: P18-1001 .pdf # ;`.split(/\s+/),
  ...[' ', '\u00a0', '\ud800', 'PMID: ', 'DOI: '],
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)), maxLength: 60 }),
  fc.array(pieces, { maxLength: 10 }).map((parts) => parts.join('')),
  fc.tuple(pieces, fc.string({ unit: 'binary', maxLength: 20 }), pieces).map((parts) => parts.join('')),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.string({ unit: 'binary', maxLength: 20 }).map((text) => `https://arxiv.org/abs/${text}`),
  fc
    .string({ unit: 'grapheme', maxLength: 20 })
    .map((text) => `https://doi.org/10.1000/${encodeURIComponent(text.toWellFormed())}`),
);

test('normalising is idempotent: what has been named keeps its name', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, anyId), (text) => {
      for (const id of [paperIdOf(text), arxivId(text)?.id, doiId(text), webId(text)])
        if (id) expect(paperIdOf(id)).toBe(id);
    }),
    { numRuns: 2000 },
  );
});

test('no text throws', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      identifierOf(text);
      arxivId(text);
      doiId(text);
      webId(text);
      for (const scheme of Object.keys(values)) if (text) addressOf(`${scheme}:${text}`);
      const found = identifiersIn(text);
      let end = 0;
      for (const { identifier, start, end: next } of found) {
        expect(start).toBeGreaterThanOrEqual(end);
        expect(next).toBeGreaterThan(start);
        expect(next).toBeLessThanOrEqual(text.length);
        expect(identifierOf(identifier.id)?.id).toBe(identifier.id);
        end = next;
      }
    }),
    { numRuns: 2000 },
  );
});

test('what people write in a sentence is found in it', () => {
  const written = fc.oneof(
    arxivNumber.map((paper) => [`arXiv:${paper}`, `arxiv:${paper}`]),
    doiName.filter((doi) => /[a-z\d]$/.test(doi) && !/[*?%>#]/.test(doi)).map((doi) => [doi, `doi:${doi}`]),
    anyId.filter((id) => /[\w-]\/?$/.test(addressOf(id) ?? '')).map((id) => [addressOf(id) ?? '', id]),
  );
  fc.assert(
    fc.property(
      fc.array(written, { minLength: 1, maxLength: 4 }),
      fc.constantFrom('. ', ', ', ') (', '\n', '; see '),
      (all, between) => {
        const text = `(${all.map(([words]) => words).join(between)}).`;
        expect(identifiersIn(text).map(({ identifier }) => identifier.id)).toEqual(all.map(([, id]) => id));
      },
    ),
    { numRuns: 500 },
  );
});
