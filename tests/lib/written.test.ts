import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, expect, test } from 'vitest';
import { exportFormats } from '../../lib/export-formats';
import { exportWords } from '../../lib/export-words';
import { citationKeys } from '../../lib/formats/citation-key';
import { readFile } from '../../lib/formats/detect';
import { problemWords } from '../../lib/formats/problem-words';
import { db } from '../../lib/library/db';
import { library } from '../../lib/library/library';
import { readNames, readWhole } from '../../lib/library/whole-papers';
import { written } from '../../lib/written';
import { aPaper } from '../papers';

const one = aPaper({ published: '2026' });
const other = aPaper({ id: 'arxiv:2609.00002', published: '2026' });

beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
  await library.save(one);
  await library.writeNote({ paper: other, text: 'read the proof' });
  await db.papers.update(other.id, { savedAt: Date.now() + 1000 });
});

const all = async () => (await Array.fromAsync(readWhole())).flat();

test('a paper has the same key in a file of a part as in one of everything', async () => {
  const keys = citationKeys((await Array.fromAsync(readNames())).flat());
  const whole = await written('bibtex', { papers: await all(), now: 1, words: exportWords(2) }).text();
  const papers = (await Array.fromAsync(readWhole([other.id]))).flat();
  const part = await written('bibtex', { papers, keys, now: 1, words: exportWords(2) }).text();
  const keyOf = (text: string) => /@\w+\{([^,]+),/.exec(text)?.[1] ?? 'none';
  expect(whole).toContain(`{${keyOf(part)},`);
  expect(keyOf(part)).not.toBe(keyOf(whole));
});

test('what the complete file says comes back', async () => {
  const decisions = { hidden: [{ id: 'pmid:1' as const, hiddenAt: 1 }], keptApart: [] };
  const papers = await all();
  const file = written('papergloss', { papers, decisions, now: 1, words: exportWords(2) });
  const read = readFile(new Uint8Array(await file.arrayBuffer()), 'papergloss.json', { words: problemWords() });
  expect(read.papers).toEqual(papers);
  expect(read.hidden).toEqual(decisions.hidden);
});

test('Markdown files are in a zip file, each by its title', async () => {
  const file = written('markdownFiles', {
    papers: await all(),
    now: 1,
    words: exportWords(2),
    template: '{{id}}: {{note}}',
  });
  const files = unzipSync(new Uint8Array(await file.arrayBuffer()));
  expect(Object.keys(files)).toHaveLength(2);
  for (const name of Object.keys(files)) expect(name).toMatch(/^Margins Matter.*\.md$/);
  expect(Object.values(files).map((each) => strFromU8(each))).toContain('arxiv:2609.00002: read the proof');
});

const texts = exportFormats.filter(({ extension }) => extension !== 'zip');

test.each(texts.map(({ format }) => format))('%s has both papers', async (format) => {
  const text = await written(format, { papers: await all(), now: 1, words: exportWords(2) }).text();
  for (const id of ['2609.00001', '2609.00002']) expect(text).toContain(id);
});
