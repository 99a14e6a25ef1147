/** Files that were good once, and chance: whatever it is, what is read is valid, or a message says why nothing is. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { writeBibtex } from '../../../lib/formats/bibtex';
import { writeCslJson } from '../../../lib/formats/csl-json';
import { writeCsv } from '../../../lib/formats/csv';
import { readFile } from '../../../lib/formats/detect';
import { writeMarkdownFiles } from '../../../lib/formats/markdown';
import { writePapergloss } from '../../../lib/formats/papergloss';
import { problemWords } from '../../../lib/formats/problem-words';
import { UnreadableFile } from '../../../lib/formats/problems';
import { writeRis } from '../../../lib/formats/ris';
import { WholePaper } from '../../../lib/formats/whole-paper';
import { library } from './libraries';
import { runs } from './runs';

vi.setConfig({ testTimeout: 3_600_000 });

/** Reads whatever it is, and looks at what comes of it. */
function read(bytes: Uint8Array, name: string): void {
  let file: ReturnType<typeof readFile>;
  try {
    file = readFile(bytes, name, { words: problemWords(), now: 1_790_000_000_000 });
  } catch (error) {
    if (error instanceof UnreadableFile && error.message !== '') return;
    throw error;
  }
  for (const whole of file.papers) {
    const parsed = WholePaper.safeParse(whole);
    if (!parsed.success) throw parsed.error;
    // What is stored is cloned, and written again.
    structuredClone(whole);
    JSON.stringify(whole);
  }
  for (const { reason, line, text } of file.unreadable) {
    expect(reason).not.toBe('');
    if (line !== undefined) expect(line).toBeGreaterThan(0);
    expect((text ?? '').length).toBeLessThan(120);
  }
  expect('polluted' in {}).toBe(false);
}

const writers: [name: string, write: (papers: WholePaper[]) => Iterable<string>][] = [
  ['a.json', (papers) => writePapergloss({ papers }, 1)],
  ['a.bib', (papers) => writeBibtex(papers)],
  ['a.ris', (papers) => writeRis(papers)],
  ['b.json', (papers) => writeCslJson(papers)],
  ['a.csv', (papers) => writeCsv(papers)],
  ['a.md', (papers) => [[...writeMarkdownFiles(papers)][0]?.text ?? '']],
];

const corpus = readdirSync('tests/fixtures/hostile').map((name) => ({
  name,
  bytes: new Uint8Array(readFileSync(`tests/fixtures/hostile/${name}`)),
}));

const nasty = fc.constantFrom(
  ...[
    '{',
    '}',
    '"',
    '\\',
    '@misc{',
    '\0',
    '\r',
    '\n',
    ',',
    '__proto__',
    '"__proto__":',
    '[[[[',
    '<',
    '>',
    '&lol;',
    '<![CDATA[',
    '-->',
    '---\n',
  ],
  ...[
    'TY  - JOUR\n',
    'ER  - \n',
    '1e999',
    '\ud800',
    '\ufeff',
    '$',
    '%',
    '#',
    ':',
    'null',
    'true',
    '&#x110000;',
    '\u202e',
    "'",
    '=',
    '\t',
    '~',
  ],
);

const change = fc.record({
  at: fc.nat(1_000_000),
  cut: fc.nat(30),
  put: fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 5 })),
  copies: fc.integer({ min: 1, max: 3 }),
});

function changed(bytes: Uint8Array, changes: { at: number; cut: number; put: string; copies: number }[]): Uint8Array {
  let all = [...bytes];
  for (const { at, cut, put, copies } of changes) {
    const place = all.length === 0 ? 0 : at % all.length;
    all = [...all.slice(0, place), ...new TextEncoder().encode(put.repeat(copies)), ...all.slice(place + cut)];
  }
  return new Uint8Array(all);
}

test.each(writers)('%s, changed at random places', (name, write) => {
  fc.assert(
    fc.property(library, fc.array(change, { minLength: 1, maxLength: 6 }), (papers, changes) => {
      read(changed(new TextEncoder().encode([...write(papers)].join('')), changes), name);
    }),
    { numRuns: runs(40) },
  );
});

test('hostile files, changed at random places', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...corpus),
      fc.array(change, { minLength: 1, maxLength: 6 }),
      ({ name, bytes }, changes) => {
        read(changed(bytes, changes), name);
      },
    ),
    { numRuns: runs(100) },
  );
});

const beginnings = [
  '',
  '[',
  '{',
  '{"format":"papergloss","papers":[',
  '@misc{a,',
  'TY  - JOUR\n',
  '<rdf:RDF ',
  '<!DOCTYPE NETSCAPE-Bookmark-file-1>',
  '---\n',
  'title,doi\n',
];

test('chance, after the beginning of a file', () => {
  const some = fc.array(fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 10 })), { maxLength: 60 });
  fc.assert(
    fc.property(fc.constantFrom(...beginnings), some, (beginning, parts) => {
      read(new TextEncoder().encode(beginning + parts.join('')), 'a');
    }),
    { numRuns: runs(300) },
  );
});

test('bytes that are no text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => read(bytes, 'a.bib')),
    { numRuns: runs(100) },
  );
});
