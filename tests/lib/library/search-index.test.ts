import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { db, type SearchState } from '../../../lib/library/db';
import { library } from '../../../lib/library/library';
import { search } from '../../../lib/library/search';
import { documentsOf, shownRecords } from '../../../lib/library/search-documents';
import { indexFormat, openIndex, readTables } from '../../../lib/library/search-index';
import { pieceOf, printOfDocument, printPieces } from '../../../lib/library/search-prints';
import { keepSearchIndex, tendIndex } from '../../../lib/library/search-upkeep';
import { ratings, statuses } from '../../../lib/marks';
import type { PrintPiece } from '../../../lib/nearness';
import type { Paper, PaperId } from '../../../lib/paper';
import { eachPosting, payloadOf, termsOf, termText } from '../../../lib/search/postings';
import { wordReader } from '../../../lib/telling-words';
import { aPaper } from '../../papers';
import { batchOf } from '../../search-batch';

const empty = () => Promise.all(db.tables.map((table) => table.clear()));
beforeEach(empty);

/** So small that a few papers go through all that thousands go through. */
const sizes = { waiting: 3, papers: 10, breath: 20, batch: 40, buckets: 25, spills: 2, rows: 20, row: 200 };
const tiny = { ...sizes, papers: 2, batch: 3, buckets: 10, rows: 10 };

type Content = Record<string, string[]>;

/** All that rows say of documents that are there: by paper, terms with what is known of them. */
function contentOf(rows: Uint8Array[], letter: string, paperOf: (doc: number) => PaperId | undefined): Content {
  const content: Content = {};
  for (const row of rows) {
    for (const term of termsOf(row)) {
      eachPosting(term, payloadOf(letter), (doc, from, to) => {
        const paper = paperOf(doc);
        if (!paper) return;
        const said = [letter, termText(term), ...row.slice(from, to)].join(' ');
        content[paper] = [...(content[paper] ?? []), said];
      });
    }
  }
  for (const terms of Object.values(content)) terms.sort();
  return content;
}

/** By which words the papers are compared. */
function printsIn(pieces: PrintPiece[], paperOf: (doc: number) => PaperId | undefined): Content {
  const content: Content = {};
  for (const { first, ends, words } of pieces) {
    ends.forEach((end, i) => {
      const print = words.slice(ends[i - 1] ?? 0, end);
      const paper = paperOf(first + i);
      if (paper) content[paper] = [...print.toSorted()].map(String);
      else expect(print).toHaveLength(0);
    });
  }
  return content;
}

const read = wordReader();

async function indexed(): Promise<Content[]> {
  return db.transaction('r', readTables, async () => {
    const index = await openIndex();
    const records = await db.searchDocs.toArray();
    const papers = new Map(records.map(({ doc, paperId }) => [doc, paperId]));
    for (const [i, { paperId }] of index.pending.entries()) papers.set(index.state.next + i, paperId);
    expect(index.alive.filter(Boolean)).toHaveLength(index.count);
    const paperOf = (doc: number) => (index.isAlive(doc) ? papers.get(doc) : undefined);
    const content: Content[] = [];
    for (const letter of ['h', 'b', 'i', 'p', 'v']) {
      content.push(contentOf(await index.between(letter, `${letter}\uffff`), letter, paperOf));
    }
    const pieces = await printPieces(new AbortController().signal);
    const stored = printsIn(pieces, (doc) => (index.outdated.has(doc) ? papers.get(doc) : paperOf(doc)));
    for (const doc of index.outdated) delete stored[papers.get(doc) ?? ''];
    const pending = index.pending.map(({ document }) => printOfDocument(document, read));
    return [...content, { ...stored, ...printsIn([pieceOf(index.state.next, pending)], paperOf) }];
  });
}

async function fromScratch(): Promise<Content[]> {
  const ids = await db.papers.toCollection().primaryKeys();
  const documents = await documentsOf(await shownRecords(ids));
  const batch = [...batchOf(documents.map(({ document }, i) => [i + 1, document]))];
  const paperOf = (doc: number) => documents[doc - 1]?.paperId;
  const content = ['h', 'b', 'i', 'p', 'v'].map((letter) => {
    const rows = batch.filter(([bucket]) => bucket.startsWith(letter)).map(([, row]) => row);
    return contentOf(rows, letter, paperOf);
  });
  const prints = documents.map(({ document }) => printOfDocument(document, read));
  return [...content, printsIn([pieceOf(1, prints)], paperOf)];
}

const papers: Paper[] = ['Margins', 'Notes on Margins', '深度学习的边注', 'Ränder und Notizen', 'Pebbles'].map(
  (title, n) =>
    aPaper({
      id: `arxiv:2609.0000${n + 1}`,
      title,
      authors: [`Author ${n}`],
      abstract: `${title}, in a few words more`,
    }),
);
const highlightIds = papers.map((_, n) => `5f0c2a52-7d3e-4a7e-9a55-0d9d1d1f6a0${n}`);

const paper = fc.constantFrom(...papers);
const id = paper.map(({ id }) => id);
const word = fc.constantFrom('one', 'two words', 'мир', '図表', '');
const step = fc.oneof(
  paper.map((paper) => () => library.save(paper)),
  fc.subarray(papers).map((papers) => () => library.saveAll(papers)),
  id.map((id) => () => library.remove(id)),
  id.map((id) => () => library.restore(id)),
  fc.tuple(paper, word).map(
    ([paper, text]) =>
      () =>
        library.writeNote({ paper, text }),
  ),
  fc
    .tuple(paper, fc.option(fc.constantFrom(...statuses)), fc.option(fc.constantFrom(...ratings)), word)
    .map(([paper, status, rating, tag]) => () => {
      const addTags = tag ? [tag] : [];
      return library.mark({ paper, change: { status, rating, addTags } });
    }),
  fc.tuple(fc.subarray(papers), word).map(
    ([papers, tag]) =>
      () =>
        library.markAll({ ids: papers.map(({ id }) => id), change: { removeTags: [tag] } }),
  ),
  fc.tuple(paper, fc.constantFrom(...highlightIds), word).map(([paper, id, comment]) => () => {
    return library.highlight({ paper, highlight: { id, quote: { exact: 'words', prefix: '', suffix: '' }, comment } });
  }),
  fc.constantFrom(...highlightIds).map((id) => () => library.removeHighlight(id)),
  fc.constantFrom(...highlightIds).map((id) => () => library.restoreHighlight(id)),
  { arbitrary: fc.tuple(id, id).map((pair) => () => library.merge(pair)), weight: 3 },
  { arbitrary: id.map((id) => () => library.split(id)), weight: 5 },
  fc.tuple(paper, paper).map(
    ([a, b]) =>
      () =>
        library.sight([{ ...a, aliases: [b.id, 's2:0123'] }]),
  ),
);

test('the index is the same as one made from scratch, whatever was done', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(step, fc.boolean()), { maxLength: 20 }), async (steps) => {
      await empty();
      await library.saveAll(papers);
      for (const [act, isTended] of steps) {
        await act();
        if (isTended) await tendIndex({ all: true, sizes: tiny });
      }
      const expected = await fromScratch();
      expect(await indexed()).toEqual(expected);
      await tendIndex({ all: true, sizes: tiny });
      expect(await db.searchChanges.count()).toBe(0);
      expect(await indexed()).toEqual(expected);
      // Nothing is indexed anew, and yet all goes to other rows.
      await tendIndex({ all: true, sizes: { ...tiny, batch: 1, spills: 1 } });
      expect(await indexed()).toEqual(expected);
    }),
    { numRuns: 20 },
  );
}, 30_000);

const many = Array.from({ length: 120 }, (_, n) =>
  aPaper({ id: `arxiv:2609.${String(n).padStart(5, '0')}`, title: `Margin ${n} of ${n % 7} words`, authors: [] }),
);

describe('a library that is older than its index', () => {
  beforeEach(async () => {
    await library.saveAll(many);
    await Promise.all([db.searchChanges, db.searchDocs, db.searchRows, db.searchState].map((table) => table.clear()));
    await db.searchState.put({ key: 'state', next: 1, count: 0, builtTo: '', spills: 0 });
  }, 60_000);

  test('is shown at once, and says that not all can be found yet', async () => {
    const { papers, isBehind } = await search('', { limit: 50 });
    expect(papers).toHaveLength(50);
    expect(isBehind).toBe(true);
  });

  test('is indexed in rows that are not too long, and are written anew when most in them is gone', async () => {
    const short = { ...sizes, row: 1000 };
    await tendIndex({ all: true, sizes: short });
    const lengths = async () => (await db.searchRows.toArray()).map(({ bytes }) => bytes.length);
    const sum = (all: number[]) => all.reduce((a, b) => a + b);
    const before = await lengths();
    expect(Math.max(...before)).toBeLessThanOrEqual(1000);
    expect(sum(before)).toBeGreaterThan(1000);
    // Each is another document then, and what was indexed of it before is gone.
    for (let time = 0; time < 3; time++) {
      await library.markAll({ ids: many.map(({ id }) => id), change: { status: time % 2 ? 'read' : 'reading' } });
      await tendIndex({ all: true, sizes: short });
    }
    expect(sum(await lengths())).toBeLessThan(2 * sum(before));
    expect((await search('margin', { limit: 5 })).total).toBe(many.length);
  });

  test('is indexed in slices, even if the background is stopped between them, and while papers change', async () => {
    const stop = new Error('stopped');
    let slices = 0;
    for (let isDone = false; !isDone; ) {
      // As if the background were stopped: the next transaction that writes fails.
      const transaction = db.transaction.bind(db);
      let writes = 0;
      Object.assign(db, {
        transaction: (mode: 'rw', ...rest: [never, never]) => {
          if (mode === 'rw' && ++writes > 2) throw stop;
          return transaction(mode, ...rest);
        },
      });
      try {
        await tendIndex({ all: true, sizes });
        isDone = true;
      } catch (error) {
        if (error !== stop) throw error;
      } finally {
        Object.assign(db, { transaction });
      }
      slices++;
      const paper = many[slices * 5] ?? aPaper();
      await library.writeNote({ paper, text: `note of slice ${slices}` });
      if (slices % 3 === 0) await library.remove(paper.id);
    }
    expect(slices).toBeGreaterThan(5);
    const state = (await db.searchState.get('state')) as SearchState;
    expect(state.builtTo).toBeUndefined();
    expect(await indexed()).toEqual(await fromScratch());
    expect((await search('slice', { limit: 5 })).isBehind).toBe(false);
  }, 30_000);
});

describe('an index that lacks something', () => {
  beforeEach(async () => {
    await library.saveAll(many);
    await tendIndex({ all: true });
    await library.markAll({ ids: many.slice(0, 3).map(({ id }) => id), change: { status: 'read' } });
    // As if it were of before: nothing tells of what it lacks.
    await db.searchChanges.clear();
    const { format: _, ...old } = (await db.searchState.get('state')) as SearchState;
    await db.searchState.put(old);
  });

  test('still finds what it has, and says that it is behind', async () => {
    const { total, isBehind } = await search('margin', { limit: 5 });
    expect([total, isBehind]).toEqual([many.length, true]);
  });

  test('is made anew once, and is whole after that', async () => {
    expect((await search('read:2000..', { limit: 5 })).total).toBe(0);
    await tendIndex();
    const { total, isBehind } = await search('read:2000..', { limit: 5 });
    expect([total, isBehind]).toEqual([3, false]);
    expect(await indexed()).toEqual(await fromScratch());
    const state = (await db.searchState.get('state')) as SearchState;
    expect([state.format, state.count]).toEqual([indexFormat, many.length]);
    await tendIndex();
    expect(((await db.searchState.get('state')) as SearchState).next).toBe(state.next);
  });
});

test('the last few papers are indexed too, when nothing was saved for a while', async () => {
  await library.saveAll(many.slice(0, 5));
  await tendIndex();
  expect(await db.searchChanges.count()).toBe(5);
  keepSearchIndex(1);
  await vi.waitFor(async () => expect(await db.searchChanges.count()).toBe(0));
  await library.saveAll(many.slice(5, 7));
  await vi.waitFor(async () => expect(await db.searchDocs.count()).toBe(7));
  expect(await db.searchChanges.count()).toBe(0);
});
