import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readJson } from '../../../lib/formats/json';
import { papersOfFile, writePapergloss } from '../../../lib/formats/papergloss';
import type { WholePaper } from '../../../lib/formats/whole-paper';
import { checkLibrary } from '../../../lib/library/check';
import type { Pair } from '../../../lib/library/contract';
import { db } from '../../../lib/library/db';
import { importPapers } from '../../../lib/library/import';
import { undoImport } from '../../../lib/library/import-undo';
import { library } from '../../../lib/library/library';
import { countSuggestions, noteVersions, openSuggestions } from '../../../lib/library/queries';
import { search } from '../../../lib/library/search';
import { readWhole } from '../../../lib/library/whole-papers';
import { aPaper } from '../../papers';

const preprint = aPaper();
const published = aPaper({
  id: 'doi:10.1000/margins',
  title: 'Margins matter: notes beside every line',
  published: '2027',
  venue: 'Journal of Margins',
  seen: { site: 'PubMed', url: 'https://pubmed.ncbi.nlm.nih.gov/?term=margins' },
});
const pair: Pair = [preprint.id, published.id];

beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
});

/** Everything but the log of merges. */
async function everything() {
  const tables = [db.papers, db.notes, db.aliases, db.suggestions, db.marks, db.highlights];
  return Promise.all(tables.map((table) => table.toArray()));
}

describe('"same work?"', () => {
  test('is asked when title, first author and year agree, once', async () => {
    await library.save(preprint);
    await library.save(published);
    await library.save(published);
    const [suggestion, second] = await openSuggestions();
    expect(second).toBeUndefined();
    expect(suggestion?.papers.map(({ paper }) => paper.id)).toEqual(pair);
    expect(suggestion?.evidence).toEqual({
      kind: 'title',
      title: preprint.title,
      author: 'Ada Margin',
      years: [2026, 2027],
    });
    expect(await db.papers.count()).toBe(2);
  });

  test('is not asked of papers with another author, nor of editorials', async () => {
    await library.save(preprint);
    await library.save({ ...published, authors: ['Carla Column'] });
    await library.save({ ...preprint, id: 'arxiv:2609.00008', title: 'Editorial' });
    await library.save({ ...published, id: 'doi:10.1000/8', title: 'Editorial' });
    expect(await openSuggestions()).toEqual([]);
  });

  test('is asked when one entry carries the identifiers of two saved papers', async () => {
    await library.save(preprint);
    await library.save({ ...published, title: 'Another title' });
    await library.sight([aPaper({ id: 's2:0123', aliases: pair })]);
    expect((await openSuggestions()).map(({ evidence }) => evidence)).toEqual([
      { kind: 'identifiers', ids: ['s2:0123', ...pair], site: 'arXiv', url: preprint.seen?.url },
    ]);
    expect((await library.find(['s2:0123']))['s2:0123']?.id).toBe(preprint.id);
  });

  test('stays answered, until the answer is undone', async () => {
    await library.save(preprint);
    await library.save(published);
    await library.keepApart(pair);
    await library.save(published);
    expect(await openSuggestions()).toEqual([]);
    expect(await countSuggestions()).toBe(0);
    await library.askAgain(pair);
    expect(await openSuggestions()).toHaveLength(1);
    expect(await countSuggestions()).toBe(1);
  });

  test('is not asked of a paper that was removed', async () => {
    await library.save(preprint);
    await library.remove(preprint.id);
    await library.save(published);
    expect(await openSuggestions()).toEqual([]);
  });
});

test('of papers that were removed or merged since, it asks of what they are shown as, or not at all', async () => {
  const third = { ...published, id: 'doi:10.1000/margins.2' } as const;
  for (const paper of [preprint, published, third]) await library.save(paper);
  expect(await countSuggestions()).toBe(3);
  await library.remove(third.id);
  expect(await countSuggestions()).toBe(1);
  await library.restore(third.id);
  await library.merge([preprint.id, published.id]);
  const pairs = (await openSuggestions()).map(({ papers }) => papers.map(({ paper }) => paper.id));
  expect(pairs.map((ids) => ids.toSorted())).toEqual([
    [preprint.id, third.id],
    [preprint.id, third.id],
  ]);
  expect(await countSuggestions()).toBe(2);
  await library.merge([preprint.id, third.id]);
  expect([await openSuggestions(), await countSuggestions()]).toEqual([[], 0]);
});

test('sight gives a saved paper the identifiers that a page shows with it, and saves nothing', async () => {
  await library.save(preprint);
  await library.sight([
    aPaper({ aliases: ['s2:0123', 'doi:10.1000/x'] }),
    aPaper({ id: 'arxiv:2609.00009', aliases: ['s2:9'] }),
  ]);
  expect(Object.keys(await library.find(['s2:0123', 'doi:10.1000/x', 's2:9', 'arxiv:2609.00009']))).toEqual([
    's2:0123',
    'doi:10.1000/x',
  ]);
  expect(await db.papers.count()).toBe(1);
});

describe('a merge', () => {
  beforeEach(async () => {
    await library.writeNote({ paper: preprint, text: 'read the proof' });
    await library.writeNote({ paper: published, text: 'cited in chapter 2' });
  });

  test('makes one paper, with the words and the identifiers of both', async () => {
    await library.merge(pair);
    const { papers } = await search('', { limit: 10 });
    expect(papers.map(({ paper, note }) => [paper.id, note])).toEqual([
      [preprint.id, 'read the proof\n\ncited in chapter 2'],
    ]);
    const found = await library.find(pair);
    expect(found[published.id]).toEqual(found[preprint.id]);
    expect(await openSuggestions()).toEqual([]);
  });

  test('keeps venue and identity of both', async () => {
    await library.merge(pair);
    const [saved] = (await search('journal of margins', { limit: 10 })).papers;
    expect(saved?.paper).toEqual(preprint);
    expect(saved?.others).toEqual([published]);
  });

  test('goes either way round, and can be repeated', async () => {
    await library.merge([published.id, preprint.id]);
    const once = await everything();
    await library.merge(pair);
    expect(await everything()).toEqual(once);
    expect(await db.merges.count()).toBe(1);
  });

  test('splits again exactly', async () => {
    const before = await everything();
    await library.merge(pair);
    await library.split(published.id);
    expect(await everything()).toEqual(before);
    await library.split(published.id);
    expect(await everything()).toEqual(before);
  });

  test('keeps the tags and highlights of both, and of status and rating what was chosen last', async () => {
    const highlight = (id: string, exact: string) => ({ id, quote: { exact, prefix: '', suffix: '' } });
    const first = highlight('5f0c2a52-7d3e-4a7e-9a55-0d9d1d1f6a01', 'notes');
    const second = highlight('5f0c2a52-7d3e-4a7e-9a55-0d9d1d1f6a02', 'line');
    await library.mark({ paper: published, change: { status: 'read', addTags: ['Margins', 'cited'] } });
    await library.mark({ paper: preprint, change: { rating: 4, addTags: ['margins'] } });
    await library.highlight({ paper: preprint, highlight: first });
    await library.highlight({ paper: published, highlight: second });
    const before = await everything();
    await library.merge(pair);
    expect((await library.find([published.id]))[published.id]).toMatchObject({
      status: 'read',
      rating: 4,
      tags: ['margins', 'cited'],
      highlights: [first, second],
    });
    await library.split(published.id);
    expect(await everything()).toEqual(before);
  });

  test('splits so that marks which were changed in between stay', async () => {
    await library.mark({ paper: published, change: { addTags: ['cited'] } });
    await library.merge(pair);
    await library.mark({ paper: preprint, change: { addTags: ['later'] } });
    await library.split(published.id);
    const found = await library.find(pair);
    expect(found[preprint.id]?.tags).toEqual(['cited', 'later']);
    expect(found[published.id]?.tags).toEqual(['cited']);
  });

  test.each([
    ['neither has a note', '', ''],
    ['only the first has one', 'read the proof', ''],
    ['only the second has one', '', 'cited in chapter 2'],
    ['both have the same', 'twice', 'twice'],
  ])('splits exactly where %s', async (_, first, second) => {
    await library.writeNote({ paper: preprint, text: first });
    await library.writeNote({ paper: published, text: second });
    const before = await everything();
    await library.merge(pair);
    const [saved] = (await search('', { limit: 10 })).papers;
    expect(saved?.note).toBe(first || second);
    await library.split(published.id);
    expect(await everything()).toEqual(before);
  });

  test('splits exactly where there was never a note', async () => {
    await Promise.all(db.tables.map((table) => table.clear()));
    await library.save(preprint);
    await library.writeNote({ paper: published, text: 'cited in chapter 2' });
    const before = await everything();
    await library.merge(pair);
    await library.split(published.id);
    expect(await everything()).toEqual(before);
  });

  test('loses no word that was written in between', async () => {
    await library.merge(pair);
    await library.writeNote({ paper: published, text: 'read the proof\n\ncited in chapter 2\n\nand 3' });
    await library.split(published.id);
    const found = await library.find(pair);
    expect(found[preprint.id]?.note).toBe('read the proof\n\ncited in chapter 2\n\nand 3');
    expect(found[published.id]?.note).toBe('cited in chapter 2');
  });

  test('leaves identifiers that turned up in between with the paper that went on', async () => {
    await library.merge(pair);
    await library.sight([aPaper({ id: published.id, aliases: ['pmid:1'] })]);
    await library.split(published.id);
    const found = await library.find([...pair, 'pmid:1']);
    expect(found[published.id]?.id).toBe(published.id);
    expect(found['pmid:1']?.id).toBe(preprint.id);
  });

  test('of three is undone in any order', async () => {
    const third = aPaper({ id: 'openreview:abcdef', title: 'Third' });
    await library.writeNote({ paper: third, text: 'reviewed' });
    await library.merge([published.id, third.id]);
    await library.merge(pair);
    expect((await search('', { limit: 10 })).papers.map(({ others }) => others.length)).toEqual([2]);
    await library.split(third.id);
    expect((await library.find([third.id]))[third.id]).toMatchObject({ id: third.id, note: 'reviewed' });
    await library.split(published.id);
    expect(await library.find(pair)).toMatchObject({
      [preprint.id]: { id: preprint.id, note: 'read the proof' },
      [published.id]: { id: published.id },
    });
    expect((await library.find([published.id]))[published.id]?.note).toContain('cited in chapter 2');
  });

  test('of three leaves one that was split with what is its own, when the others are split', async () => {
    const third = aPaper({ id: 'openreview:abcdef', title: 'Third' });
    const highlight = { id: crypto.randomUUID(), quote: { exact: 'Third', prefix: '', suffix: '' } };
    await library.highlight({ paper: third, highlight });
    await library.merge([published.id, third.id]);
    await library.merge(pair);
    await library.split(third.id);
    await library.split(published.id);
    const found = await library.find([third.id, published.id]);
    expect(found[third.id]).toMatchObject({ id: third.id, highlights: [highlight] });
    expect(found[published.id]?.highlights).toBeUndefined();
    expect(await checkLibrary()).toEqual([]);
  });

  test('splits without losing what the common note said for a while', async () => {
    await library.writeNote({ paper: preprint, text: '' });
    await db.notes.where('paperId').equals(preprint.id).delete();
    await db.noteVersions.clear();
    await library.merge(pair);
    await library.writeNote({ paper: preprint, text: 'something else, written on the common paper' });
    await library.writeNote({ paper: preprint, text: 'cited in chapter 2' });
    await library.split(published.id);
    expect((await library.find([preprint.id]))[preprint.id]?.note).toBeUndefined();
    const said = (await noteVersions(preprint.id)).map(({ text }) => text);
    expect(said).toContain('something else, written on the common paper');
    expect(await checkLibrary()).toEqual([]);
  });

  test('of what is not there does nothing', async () => {
    const before = await everything();
    await library.merge([preprint.id, 'arxiv:2609.99999']);
    await library.merge([preprint.id, preprint.id]);
    await library.split('arxiv:2609.99999');
    expect(await everything()).toEqual(before);
  });
});

describe('a merge that went through a file', () => {
  const third = aPaper({ id: 'openreview:abcdef', title: 'Third' });

  /** What there is, as a file can have it: without what was only suggested. */
  async function saidOfAll() {
    const tables = [db.papers, db.notes, db.noteVersions, db.aliases, db.marks, db.highlights];
    const rows = await Promise.all(tables.map((table): Promise<object[]> => table.toArray()));
    return rows.map((ofTable) => ofTable.map((row) => ({ ...row, worn: undefined })));
  }

  /** The library as a file has it, as if it were all that is left of it. */
  async function throughFile(): Promise<WholePaper[]> {
    const papers = (await Array.fromAsync(readWhole())).flat();
    const text = [...writePapergloss({ papers }, Date.now())].join('');
    await Promise.all(db.tables.map((table) => table.clear()));
    const read = papersOfFile(readJson(text));
    expect(read.problems).toEqual([]);
    await importPapers(read.papers, { name: 'library.json' });
    expect((await Array.fromAsync(readWhole())).flat()).toEqual(papers);
    return papers;
  }

  afterEach(() => {
    vi.restoreAllMocks();
  });
  beforeEach(async () => {
    let now = Date.now();
    vi.spyOn(Date, 'now').mockImplementation(() => now++);
    const passage = (exact: string) => ({ id: crypto.randomUUID(), quote: { exact, prefix: '', suffix: '' } });
    for (const [paper, name] of [[preprint, 'preprint'] as const, [published, 'published'] as const]) {
      await library.writeNote({ paper, text: `a first thought about the ${name}, which goes` });
      await library.writeNote({ paper, text: `a note on the ${name}` });
      await library.highlight({ paper, highlight: passage(name) });
    }
    await library.mark({ paper: preprint, change: { rating: 4, addTags: ['margins'] } });
    await library.mark({ paper: published, change: { status: 'read', addTags: ['Margins', 'cited', 'old'] } });
    await library.mark({ paper: published, change: { removeTags: ['old'] } });
  });

  test('splits as it would have without', async () => {
    const before = await saidOfAll();
    await library.merge(pair);
    await throughFile();
    expect(await checkLibrary()).toEqual([]);
    await library.split(published.id);
    expect(await saidOfAll()).toEqual(before);
    expect(await checkLibrary()).toEqual([]);
  });

  test.each([
    ['the paper that went on had no note and no marks', third.id, [third, published]],
    ['the other had none', third.id, [preprint, third]],
  ])('splits as it would have without, where %s', async (_, id, papers) => {
    await library.save(third);
    await db.papers.update(third.id, { savedAt: papers[0] === third ? 1 : Date.now() + 1 });
    const before = await saidOfAll();
    await library.merge(papers.map((paper) => paper.id) as Pair);
    expect(await db.papers.where('mergedInto').above('').primaryKeys()).toEqual([papers[1]?.id]);
    await throughFile();
    await library.split(papers[1]?.id ?? id);
    expect(await saidOfAll()).toEqual(before);
  });

  test('keeps what was changed since with the paper that went on', async () => {
    await library.merge(pair);
    await library.writeNote({ paper: preprint, text: 'another note, written on the common paper' });
    await library.mark({ paper: preprint, change: { addTags: ['later'] } });
    await throughFile();
    await library.split(published.id);
    const found = await library.find(pair);
    expect(found[preprint.id]).toMatchObject({
      note: 'another note, written on the common paper',
      tags: ['margins', 'cited', 'later'],
    });
    expect(found[published.id]).toMatchObject({ note: 'a note on the published', tags: ['Margins', 'cited'] });
  });

  test('of three is undone in either order', async () => {
    await library.writeNote({ paper: third, text: 'reviewed' });
    await library.mark({ paper: third, change: { addTags: ['reviewed'] } });
    const before = await saidOfAll();
    await library.merge([published.id, third.id]);
    const pairMerged = await saidOfAll();
    await library.merge(pair);
    await throughFile();
    await library.split(published.id);
    expect(await saidOfAll()).toEqual(pairMerged);
    await throughFile();
    await library.split(third.id);
    expect(await saidOfAll()).toEqual(before);
  });

  test('is in one file as in the next, and goes with the import when that is undone', async () => {
    await library.merge(pair);
    const papers = await throughFile();
    await Promise.all(db.tables.map((table) => table.clear()));
    const { id } = await importPapers(papers, { name: 'library.json' });
    expect((await importPapers(papers, { name: 'again.json' })).counts).toMatchObject({ new: 0, merged: 0, same: 1 });
    await undoImport(id);
    expect((await saidOfAll()).flat()).toEqual([]);
  });

  test('gives its own back to the other where the paper that goes on has another note here', async () => {
    await library.merge(pair);
    const papers = (await Array.fromAsync(readWhole())).flat();
    await Promise.all(db.tables.map((table) => table.clear()));
    await library.writeNote({ paper: preprint, text: 'mine' });
    await importPapers(papers, { name: 'library.json' });
    await library.split(published.id);
    const found = await library.find(pair);
    expect(found[preprint.id]?.note).toBe('mine\n\na note on the preprint\n\na note on the published');
    expect(found[published.id]?.note).toBe('a note on the published');
    expect(await checkLibrary()).toEqual([]);
  });

  test('does not take the note of another', async () => {
    await library.merge(pair);
    const [whole] = (await Array.fromAsync(readWhole())).flat() as [WholePaper];
    await Promise.all(db.tables.map((table) => table.clear()));
    const others = whole.others?.map((other) => {
      return { ...other, note: other.note && { ...other.note, id: whole.note?.id ?? '' } };
    });
    await importPapers([{ ...whole, others }], { name: 'library.json' });
    await library.split(published.id);
    expect(await library.find(pair)).toMatchObject({
      [preprint.id]: { note: 'a note on the preprint' },
      [published.id]: { note: 'a note on the published' },
    });
  });
});
