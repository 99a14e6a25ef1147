/** Files that mean harm, or are broken: a clear message, nothing changed, and what is good in them is read. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { readFile } from '../../../lib/formats/detect';
import { problemWords } from '../../../lib/formats/problem-words';
import { UnreadableFile } from '../../../lib/formats/problems';
import { type FileRead, WholePaper } from '../../../lib/formats/whole-paper';

const folder = 'tests/fixtures/hostile';

function read(text: string | Uint8Array, name = 'file'): FileRead {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : new Uint8Array(text);
  const file = readFile(bytes, name, { words: problemWords(), now: 1_790_000_000_000 });
  for (const whole of file.papers) expect(WholePaper.safeParse(whole)).toMatchObject({ success: true });
  for (const { reason } of file.unreadable) expect(reason).toMatch(/^[A-Z].*\.$/);
  return file;
}

afterEach(() => {
  expect('polluted' in {}).toBe(false);
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(Object.keys(Array.prototype)).toEqual([]);
});

const files = readdirSync(folder);

test.each(files)('%s: the good paper is read, and what is wrong is said', (name) => {
  const file = read(readFileSync(`${folder}/${name}`), name);
  const good = file.papers.filter(({ paper }) => paper.id === 'arxiv:2609.00001');
  expect(good).toMatchObject([{ paper: { title: expect.stringMatching(/^(?:x )?Good/) } }]);
  for (const { paper } of file.papers) {
    for (const address of Object.values(paper.links ?? {})) expect(String(address)).toMatch(/^https?:/);
    expect(Object.getPrototypeOf(paper)).toBe(Object.prototype);
  }
});

const wrong: Record<string, [line: number | undefined, reason: RegExp][]> = {
  'half.bib': [[2, /never closed/]],
  'half.ris': [[6, /has no end/]],
  'half.csl.json': [[2, /ends in the middle/]],
  'half.papermemory.json': [[2, /ends in the middle/]],
  'half.csv': [[3, /never closed/]],
  'half.rdf': [[3, /broken XML/]],
  'unbalanced.bib': [
    [1, /never closed/],
    [4, /never closed/],
  ],
  'no-titles.bib': [
    [1, /no title/],
    [2, /no title/],
    [3, /no title/],
    [4, /no title/],
  ],
  'no-end.ris': [
    [1, /broken/],
    [2, /no end/],
    [5, /no end/],
  ],
  'huge-numbers.json': [
    [undefined, /“savedAt”/],
    [undefined, /“paper.version” is missing/],
    [undefined, /“paper.version”.*left out/],
  ],
};

test.each(Object.entries(wrong))('%s: where and why', (name, reasons) => {
  const { unreadable } = read(readFileSync(`${folder}/${name}`), name);
  expect(unreadable.map(({ line, reason }) => [line, reason])).toEqual(
    reasons.map(([line, reason]) => [line, expect.stringMatching(reason)]),
  );
});

test('unbalanced.bib: all entries around the broken ones are read', () => {
  const { papers } = read(readFileSync(`${folder}/unbalanced.bib`), 'unbalanced.bib');
  expect(papers.map(({ paper }) => paper.title)).toEqual(['Good', 'Also good', 'One', 'Last']);
});

test('the second of two entries of one paper adds its words to the first', () => {
  const { papers } = read(readFileSync(`${folder}/twice.bib`), 'twice.bib');
  expect(papers).toMatchObject([{ paper: { title: 'Good' }, note: { text: 'One\n\nTwo' }, tags: [{ name: 'tag' }] }]);
});

test('scripts are text', () => {
  const { papers } = read(readFileSync(`${folder}/script-shaped.bib`), 'a.bib');
  expect(papers[0]).toMatchObject({ paper: { title: '<script>alert(1)</script><img src=x onerror=alert(2)>' } });
  expect(papers[0]?.paper.links).toBeUndefined();
});

test.each([
  ['nothing', '', /empty/],
  ['space', ' \n\t ', /no file that Papergloss can read/],
  ['NUL bytes', '\0\0\0\0', /no file that Papergloss can read/],
  ['a PDF', '%PDF-1.7\n%âãÏÓ\n1 0 obj\n<</Type/Catalog>>', /no file that Papergloss can read/],
  ['a page', '<!doctype html><p>Hello</p>', /no file that Papergloss can read/],
  ['prose', 'It was the best of times.', /no file that Papergloss can read/],
  ['other JSON', '{"name":"x","version":"1.0"}', /no file that Papergloss can read/],
  ['a number', '[1,2,3]', /no file that Papergloss can read/],
  ['half of nothing', '{"format":"paperglo', /ends in the middle/],
  ['broken JSON', '{nothing: here}', /broken JSON|no file/],
])('%s is no file of papers, and the message says so', (_, text, message) => {
  expect(() => read(text)).toThrow(UnreadableFile);
  expect(() => read(text)).toThrow(message);
});

const many = 1_000_000;

test.each([
  ['deep lists', '['.repeat(many) + ']'.repeat(many)],
  ['deep lists, cut off', '['.repeat(many)],
  ['deep objects', `${'{"a":'.repeat(many)}1${'}'.repeat(many)}`],
  [
    'deep XML',
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#">${'<z:a>'.repeat(many)}`,
  ],
])('%s, a million of them: a message, and no crash', (_, text) => {
  expect(() => read(text)).toThrow(UnreadableFile);
});

const deep = `${'['.repeat(many)}${']'.repeat(many)}`;

test('what is too deep does not take the others with it', () => {
  const good = '{"paper":{"id":"arxiv:2609.00001","title":"Good"},"ids":["arxiv:2609.00001"],"savedAt":1}';
  const bad = `{"paper":{"id":"arxiv:1706.03762","title":"Deep"},"ids":["arxiv:1706.03762"],"savedAt":1,"extra":${deep}}`;
  const file = read(`{"format":"papergloss","version":1,"exportedAt":1,"papers":[${bad},${good}]}`);
  expect(file.papers.map(({ paper }) => paper.title)).toEqual(['Good']);
  expect(file.unreadable).toEqual([{ reason: expect.stringContaining('deeper'), text: 'Deep' }]);
});

test('deep braces in BibTeX are text', () => {
  const title = `${'{'.repeat(many)}Good${'}'.repeat(many)}`;
  expect(read(`@misc{a, title={${title}}, eprint={2609.00001}}`).papers[0]?.paper.title).toBe('Good');
});

/** In each of these something naive would go back and forth: it would take hours, and the test would end first. */
const long = 400_000;
const times = (text: string) => text.repeat(Math.ceil(long / text.length));

test.each([
  ['entries that never close', times('@misc{a, title={\n'), 'a.bib'],
  ['entries that never close, in one line', times('@misc{a, title={'), 'a.bib'],
  ['entries without fields', times('@misc{a b '), 'a.bib'],
  ['comments that never close', times('@comment{ '), 'a.bib'],
  ['quotation marks that never close', times('@misc{a, title="\n'), 'a.bib'],
  ['at signs', times('@'), 'a.bib'],
  ['spaces in an entry', `@misc{a,${times(' ')}title={Good}}`, 'a.bib'],
  ['spaces in authors', `@misc{a, title={Good}, author={A${times(' ')}B}}`, 'a.bib'],
  ['dollars', `@misc{a, title={${times('$')}}}`, 'a.bib'],
  ['dollars and words', `@misc{a, title={x}, abstract={${times('$ a ')}}}`, 'a.bib'],
  ['backslashes', `@misc{a, title={x}, abstract={${times('\\')}}}`, 'a.bib'],
  ['accents', `@misc{a, title={x}, abstract={${times("\\'")}}}`, 'a.bib'],
  ['joined values', `@misc{a, title={x}${times(' # {a}')}}`, 'a.bib'],
  ['RIS without an end', times('TY  - JOUR\nTI  - a\n'), 'a.ris'],
  ['lines in RIS', `TY  - JOUR\nTI  - a\nN1  - ${times('\n')}ER  - \n`, 'a.ris'],
  ['quotation marks in CSV', `title,doi\n${times('"')}`, 'a.csv'],
  ['cells that never close in CSV', `title,doi\n${times('"a""\n,')}`, 'a.csv'],
  ['escapes in JSON', `[{"type":"article","title":"${times('\\\\')}`, 'a.json'],
  ['objects in JSON, cut off', `[${times('{"type":"article","title":"a"},')}`, 'a.json'],
  ['links', `<!DOCTYPE NETSCAPE-Bookmark-file-1>${times('<A HREF="')}`, 'a.html'],
  ['links without an end', `<!DOCTYPE NETSCAPE-Bookmark-file-1>${times('<A ')}`, 'a.html'],
  ['identifiers', `10.1145/1\n${times('10.1145/(')}`, 'a.txt'],
  ['blank lines', `${times('\n')}10.1145/1`, 'a.txt'],
  ['front matter without an end', `---\n${times('a: b\n')}`, 'a.md'],
  [
    'references to references in front matter',
    `---\n${'a'.repeat(10)}: &x [x]\n${Array.from({ length: 2000 }, (_, i) => `b${i}: [*x,*x,*x]`).join('\n')}\n---\n`,
    'a.md',
  ],
  [
    'entities in a note',
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#"><z:a>${times('&x;')}</z:a></rdf:RDF>`,
    'a.rdf',
  ],
])('%s: read in time that grows with the length', (_, text, name) => {
  try {
    read(text, name);
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableFile);
  }
});
