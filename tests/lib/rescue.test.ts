import Dexie from 'dexie';
import { beforeEach, expect, test, vi } from 'vitest';
import { readJson } from '../../lib/formats/json';
import { papersOfFile } from '../../lib/formats/papergloss';
import { db } from '../../lib/library/db';
import { keepDraft } from '../../lib/library/drafts';
import { importPapers } from '../../lib/library/import';
import { library } from '../../lib/library/library';
import { openLibrary } from '../../lib/library/opening';
import { openingProblemOf } from '../../lib/library/opening-problem';
import { readWhole } from '../../lib/library/whole-papers';
import type { PaperId } from '../../lib/paper';
import { rescue } from '../../lib/rescue';
import { aPaper } from '../papers';

const paper = aPaper();
const other = aPaper({ id: 'doi:10.1000/columns', title: 'Columns' });
const highlight = { id: crypto.randomUUID(), quote: { exact: 'Margins', prefix: '', suffix: '' } };

beforeEach(async () => {
  db.close({ disableAutoOpen: false });
  await Dexie.delete('papergloss');
});

async function fill(): Promise<void> {
  await library.writeNote({ paper, text: 'read the proof' });
  await library.writeNote({ paper, text: 'something else, in quite other words' });
  await library.mark({ paper: other, change: { addTags: ['Graph Networks'], status: 'reading' } });
  await library.highlight({ paper, highlight });
  await library.merge([paper.id, other.id]);
  await library.save(aPaper({ id: 'openreview:abc', title: 'Rows' }));
  await library.remove('openreview:abc');
  await library.hide([['arxiv:2609.00009']]);
}

/** As if a later version had opened it. */
async function age(): Promise<void> {
  const { version } = db.backendDB();
  db.close({ disableAutoOpen: false });
  const request = indexedDB.open('papergloss', version + 10);
  request.onupgradeneeded = () => request.result.createObjectStore('dreams').put({ id: 1, of: 'paper' }, 1);
  await new Promise((resolve) => {
    request.onsuccess = resolve;
  });
  request.result.close();
}

async function all() {
  const found = [];
  for await (const batch of readWhole()) found.push(...batch);
  return found;
}

test('what a later version wrote is not opened, and nothing is written to it', async () => {
  await fill();
  await age();
  const error = await db.open().catch((error: unknown) => error);
  expect(openingProblemOf(error)).toBe('future');
  const failed = await library.save(aPaper({ id: 's2:1' })).catch((error: unknown) => error);
  expect(openingProblemOf(failed)).toBe('future');
  await expect(openLibrary(() => {})).rejects.toThrow();
});

test('of a library that is not opened, everything is saved, and can be imported', async () => {
  await fill();
  const before = await all();
  await age();
  await keepDraft({ paper: other, text: 'half a wor' });
  const rescued = await rescue();
  expect(rescued?.papers).toBe(before.length + 1);
  const text = (await rescued?.file.text()) ?? '';
  expect(JSON.parse(text).rescued).toEqual({
    dreams: [{ id: 1, of: 'paper' }],
    imports: [],
    importSteps: [],
    seen: [],
    visits: [],
  });

  await Dexie.delete('papergloss');
  const { papers, hidden, problems } = papersOfFile(readJson(text));
  expect(problems).toEqual([]);
  expect(hidden).toEqual([expect.objectContaining({ id: 'arxiv:2609.00009' })]);
  await importPapers(papers.slice(0, -1), { name: 'rescued.json' });
  const sorted = (wholes: typeof before) => wholes.map((each) => ({ ...each, ids: each.ids.toSorted() }));
  expect(sorted(await all())).toEqual(sorted(before));
  await importPapers(papers, { name: 'rescued.json' });
  expect((await library.find([paper.id]))[paper.id]?.note).toContain('half a wor');
});

test('a paper that lists have shown under many identifiers is saved, too', async () => {
  for (const n of [1, 2]) {
    await library.save({ ...paper, aliases: Array.from({ length: 20 }, (_, i): PaperId => `s2:${n * 20 + i}`) });
  }
  const read = papersOfFile(readJson((await (await rescue())?.file.text()) ?? '')).papers;
  expect(read[0]?.paper.aliases).toHaveLength(40);
});

test('where nothing can be read, there is no file, and no empty database is left behind', async () => {
  expect(await rescue()).toBeUndefined();
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('papergloss');
});

test('what was typed last is saved also where the database cannot be read', async () => {
  const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
  });
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  await keepDraft({ paper, text: 'half a wor' });
  const rescued = await rescue();
  open.mockRestore();
  expect(papersOfFile(readJson((await rescued?.file.text()) ?? '')).papers[0]?.note?.text).toBe('half a wor');
  expect(warn).toHaveBeenCalled();
});

test.each([
  [new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError'), 'broken'],
  [new DOMException('A mutation operation was attempted.', 'InvalidStateError'), 'private'],
  [Object.assign(new Error('open'), { name: 'OpenFailedError', inner: { name: 'QuotaExceededError' } }), 'full'],
  [Object.assign(new Error('open'), { name: 'OpenFailedError' }), 'broken'],
  [new TypeError('x is not a function'), undefined],
  ['text', undefined],
])('%s is %s', (error, problem) => expect(openingProblemOf(error)).toBe(problem));
