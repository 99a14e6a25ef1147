import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Hidden, WholePaper } from '../../../lib/formats/whole-paper';
import { db } from '../../../lib/library/db';
import { readDecisions } from '../../../lib/library/decisions';
import { importBatch, importPapers } from '../../../lib/library/import';
import { library } from '../../../lib/library/library';
import { openSuggestions } from '../../../lib/library/queries';
import { readWhole } from '../../../lib/library/whole-papers';
import type { PaperId } from '../../../lib/paper';
import { aPaper } from '../../papers';
import { aNote, aWhole } from '../../whole';

const paper = aPaper();
const published = aPaper({ id: 'doi:10.1000/margins', venue: 'Journal of Margins' });

beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
});

/** Everything but the log of imports, and what is to be indexed. */
async function everything() {
  const tables = db.tables.filter(({ name }) => !/^(imports|importSteps|search.*)$/.test(name));
  return Promise.all(tables.map(async (table) => [table.name, await table.toArray()]));
}

const everyPaper = async () => (await Array.fromAsync(readWhole())).flat();
const theNote = async () => (await library.find([paper.id]))[paper.id]?.note;
const take = (...papers: WholePaper[]) => importPapers(papers, { name: 'library.json' });
const versions = async () => (await db.noteVersions.toArray()).map(({ text }) => text).sort();

const whole: WholePaper = {
  ...aWhole({ ids: [paper.id, 's2:0123', published.id] }),
  note: aNote('read the proof', {
    versions: [{ id: crypto.randomUUID(), text: 'read', writtenAt: 900, replacedAt: 1000 }],
  }),
  others: [{ paper: published, ids: [published.id], savedAt: 1001, mergedAt: 1002 }],
  status: { value: 'reading', at: 1000 },
  rating: { value: 4, at: 1000 },
  tags: [
    { name: 'graphs', at: 1000 },
    { name: 'old', at: 900, removedAt: 1000 },
  ],
  highlights: [
    {
      id: crypto.randomUUID(),
      quote: { exact: 'words', prefix: 'a', suffix: 'b' },
      comment: 'why?',
      createdAt: 1000,
      updatedAt: 1000,
    },
  ],
  colour: 'of a later version',
};

describe('an empty library', () => {
  test('has all that the file has, and gives it back as it was', async () => {
    const removed = aWhole({ paper: aPaper({ id: 'arxiv:2609.00002', title: 'Columns' }), removedAt: 2000 });
    const { counts } = await take(whole, removed);
    expect(counts).toEqual({ new: 1, merged: 0, same: 0, removed: 1 });
    const byId = (papers: WholePaper[]) => papers.map((each) => ({ ...each, ids: each.ids.toSorted() }));
    expect(byId(await everyPaper())).toEqual(byId([whole, removed]));
  });

  test('has what was merged under one paper, and it can be split again', async () => {
    await take(whole);
    await library.split(published.id);
    expect(Object.keys(await library.find([paper.id, published.id]))).toEqual([paper.id, published.id]);
    expect((await library.find([published.id]))[published.id]?.id).toBe(published.id);
  });
});

test('importing the same file twice changes nothing', async () => {
  await library.writeNote({ paper, text: 'mine' });
  await library.mark({ paper, change: { status: 'read', addTags: ['Mine'] } });
  await take(whole, aWhole({ paper: published }));
  const before = await everything();
  const { counts } = await take(whole, aWhole({ paper: published }));
  expect(await everything()).toEqual(before);
  expect(counts).toEqual({ new: 0, merged: 0, same: 2, removed: 0 });
});

test('two papers of a file that are one here become one', async () => {
  await take(aWhole({ ids: [paper.id, 's2:1', 's2:2'] }));
  const first = aWhole({ paper: aPaper({ id: 's2:1' }), note: aNote('first'), tags: [{ name: 'one', at: 1 }] });
  const second = aWhole({ paper: aPaper({ id: 's2:2' }), note: aNote('second'), tags: [{ name: 'two', at: 1 }] });
  await take(first, second);
  expect(await theNote()).toBe('first\n\nsecond');
  expect((await library.find([paper.id]))[paper.id]?.tags).toEqual(['one', 'two']);
  expect(await db.papers.count()).toBe(1);
});

describe('a note', () => {
  test('of the file stands below mine, once, however often it is imported', async () => {
    await library.writeNote({ paper, text: 'mine' });
    await take(aWhole({ note: aNote('theirs') }));
    await take(aWhole({ note: aNote('theirs') }));
    expect(await theNote()).toBe('mine\n\ntheirs');
  });

  test('of the file that I took out of mine does not come back', async () => {
    await library.writeNote({ paper, text: 'mine' });
    await take(aWhole({ note: aNote('theirs, which is a long remark on the proof') }));
    await library.writeNote({ paper, text: 'mine' });
    await take(aWhole({ note: aNote('theirs, which is a long remark on the proof') }));
    expect(await theNote()).toBe('mine');
  });

  test('that is a part of a word of mine is not taken for the same', async () => {
    await library.writeNote({ paper, text: 'not good' });
    await take(aWhole({ note: aNote('good') }));
    expect(await theNote()).toBe('not good\n\ngood');
  });

  test('that says all that mine says, and more, is the note, and mine a version', async () => {
    await library.writeNote({ paper, text: 'mine' });
    await take(aWhole({ note: aNote('mine\n\nand more') }));
    expect(await theNote()).toBe('mine\n\nand more');
    expect(await versions()).toEqual(['mine']);
  });

  test('written in two places: what was written later stays, the other is a version', async () => {
    const id = crypto.randomUUID();
    await take(aWhole({ note: aNote('here', { id }) }));
    await take(aWhole({ note: aNote('later', { id, updatedAt: 2000 }) }));
    expect(await theNote()).toBe('later');
    await take(aWhole({ note: aNote('earlier', { id, updatedAt: 500 }) }));
    expect(await theNote()).toBe('later');
    expect(await versions()).toEqual(['earlier', 'here']);
  });

  test('that would be too long with mine is kept as a version of it', async () => {
    const long = 'x'.repeat(700_000);
    await library.writeNote({ paper, text: long });
    await take(aWhole({ note: aNote('y'.repeat(700_000)) }));
    expect(await theNote()).toBe(long);
    expect((await versions()).map(({ length }) => length)).toEqual([700_000]);
  });

  test('comes back where I deleted another one, whose words are kept', async () => {
    await library.writeNote({ paper, text: 'mine' });
    await library.writeNote({ paper, text: '' });
    await take(aWhole({ note: aNote('theirs') }));
    expect(await theNote()).toBe('theirs');
    expect(await versions()).toEqual(['mine']);
  });

  test('whose id another paper’s note has leaves that alone', async () => {
    const id = crypto.randomUUID();
    await take(aWhole({ note: aNote('mine', { id }) }));
    await take(aWhole({ paper: published, note: aNote('theirs', { id, updatedAt: 9000 }) }));
    expect(await theNote()).toBe('mine');
    expect((await library.find([published.id]))[published.id]?.note).toBe('theirs');
  });
});

describe('marks', () => {
  test('status and rating: what was chosen later', async () => {
    await take(aWhole({ status: { value: 'read', at: 2000 }, rating: { value: 2, at: 2000 } }));
    await take(aWhole({ status: { value: 'reading', at: 1000 }, rating: { value: 5, at: 3000 } }));
    expect((await library.find([paper.id]))[paper.id]).toMatchObject({ status: 'read', rating: 5 });
  });

  test('tags: all, but those that were taken away later, in my spelling', async () => {
    await take(
      aWhole({
        tags: [
          { name: 'Graphs', at: 1000 },
          { name: 'gone', at: 1000 },
          { name: 'back', at: 500, removedAt: 1000 },
        ],
      }),
    );
    await take(
      aWhole({
        tags: [
          { name: 'graphs', at: 3000 },
          { name: 'gone', at: 1000, removedAt: 2000 },
          { name: 'back', at: 2000 },
          { name: 'new', at: 1 },
        ],
      }),
    );
    expect((await library.find([paper.id]))[paper.id]?.tags).toEqual(['Graphs', 'back', 'new']);
  });

  test('highlights: by their ids, what was changed later; the same passage once', async () => {
    const id = crypto.randomUUID();
    const quote = { exact: 'words', prefix: '', suffix: '' };
    const highlight = { id, quote, createdAt: 1000, updatedAt: 1000 };
    await take(aWhole({ highlights: [highlight] }));
    await take(aWhole({ highlights: [{ ...highlight, comment: 'later', updatedAt: 2000 }] }));
    await take(aWhole({ highlights: [{ ...highlight, comment: 'earlier', updatedAt: 500 }] }));
    await take(aWhole({ highlights: [{ ...highlight, comment: 'later', id: crypto.randomUUID() }] }));
    expect((await library.find([paper.id]))[paper.id]?.highlights).toEqual([{ id, quote, comment: 'later' }]);
  });
});

describe('a paper', () => {
  test('is known by any identifier, keeps what is said of it, and is filled in', async () => {
    await take(aWhole({ paper: { ...paper, title: 'Mine' }, ids: [paper.id, 's2:0123'], savedAt: 2000 }));
    const theirs = { id: 's2:0123', title: 'Theirs', abstract: 'We write.' } as const;
    const { counts } = await take(aWhole({ paper: theirs, ids: ['s2:0123', 'pmid:1'], savedAt: 1000 }));
    expect(counts.merged).toBe(1);
    const [found] = await everyPaper();
    expect(found).toMatchObject({ paper: { id: paper.id, title: 'Mine', abstract: 'We write.' }, savedAt: 1000 });
    expect(found?.ids.toSorted()).toEqual([paper.id, 'pmid:1', 's2:0123']);
  });

  test('whose identifiers lead to two goes into the first, and “same work?” is asked', async () => {
    await library.save(paper);
    await library.save({ ...published, title: 'Another title' });
    await take(aWhole({ paper: aPaper({ id: 's2:0123' }), ids: ['s2:0123', paper.id, published.id] }));
    expect(await db.papers.count()).toBe(2);
    expect((await library.find(['s2:0123']))['s2:0123']?.id).toBe(paper.id);
    expect((await openSuggestions()).map(({ evidence }) => evidence.kind)).toEqual(['identifiers']);
  });

  test('that is merged in the file, and two here, is two, and “same work?” is asked', async () => {
    await library.save(paper);
    await library.save({ ...published, title: 'Another title' });
    await take({ ...aWhole(), others: [{ paper: published, ids: [published.id], savedAt: 1, mergedAt: 2 }] });
    expect(await db.merges.count()).toBe(0);
    expect(await openSuggestions()).toHaveLength(1);
  });

  test('that I removed stays removed, unless the file has it alive later', async () => {
    await library.save(paper);
    await library.remove(paper.id);
    const { counts } = await take(aWhole({ note: aNote('earlier') }));
    expect(counts.removed).toBe(1);
    expect(await library.find([paper.id])).toEqual({});
    const later = Date.now() + 1000;
    await take(aWhole({ note: aNote('later', { updatedAt: later }) }));
    expect(await theNote()).toContain('later');
  });

  test('that was removed in the file is not removed here', async () => {
    await library.save(paper);
    await take(aWhole({ removedAt: Date.now() + 1000 }));
    expect(Object.keys(await library.find([paper.id]))).toEqual([paper.id]);
  });
});

test('a batch that comes again is imported once', async () => {
  const batch = { importId: crypto.randomUUID(), name: 'library.json', batch: 0, papers: [whole] };
  const first = await importBatch(batch);
  const before = await everything();
  expect(await importBatch(batch)).toEqual(first);
  expect(await everything()).toEqual(before);
  expect(await db.importSteps.count()).toBe(1);
});

test('a batch that fails in the middle changes nothing', async () => {
  await library.writeNote({ paper, text: 'mine' });
  const before = await everything();
  vi.spyOn(db.highlights, 'bulkPut').mockRejectedValueOnce(new Error('full'));
  const other = aWhole({ paper: aPaper({ id: 'arxiv:2609.00002', title: 'Columns' }) });
  await expect(take(other, whole)).rejects.toThrow('full');
  vi.restoreAllMocks();
  expect(await everything()).toEqual(before);
  expect(await db.imports.count()).toBe(0);
});

test('it can be stopped between batches, tells how far it came, and can be repeated', async () => {
  const papers = Array.from({ length: 130 }, (_, i) =>
    aWhole({ paper: aPaper({ id: `arxiv:2609.1${String(i).padStart(4, '0')}`, title: `Paper ${i}` }) }),
  );
  const controller = new AbortController();
  const done: number[] = [];
  const stopped = await importPapers(papers, {
    name: 'library.json',
    signal: controller.signal,
    onProgress: (progress) => {
      done.push(progress.done);
      controller.abort();
    },
  });
  expect(stopped).toMatchObject({ isCancelled: true, done: await db.papers.count() });
  expect(done).toEqual([stopped.done]);
  const again = await importPapers(papers, { name: 'library.json' });
  expect(again.counts).toEqual({ new: 130 - stopped.done, merged: 0, same: stopped.done, removed: 0 });
});

test('what is hidden, and what is kept apart, is so here too; undo takes that back', async () => {
  await library.saveAll([paper, published]);
  const pair: [PaperId, PaperId] = [paper.id, published.id];
  await library.hide([['pmid:1']]);
  const before = await everything();
  const decisions = {
    hidden: [
      { id: 'pmid:1', hiddenAt: 1 },
      { id: 'pmid:2', hiddenAt: 1 },
    ] satisfies Hidden[],
    keptApart: [{ papers: pair, at: 1 }],
  };
  const { id } = await importPapers([], { name: 'library.json', decisions });
  expect(await openSuggestions()).toEqual([]);
  const { hidden, keptApart } = await readDecisions();
  expect(hidden.map((each) => each.id)).toEqual(['pmid:1', 'pmid:2']);
  expect(keptApart).toEqual([{ papers: pair, at: 1 }]);
  const after = await everything();
  await importPapers([], { name: 'library.json', decisions });
  expect(await everything()).toEqual(after);
  await library.undoImport(id);
  expect(await everything()).toEqual(before);
});
