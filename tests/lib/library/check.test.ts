import { beforeEach, expect, test } from 'vitest';
import { type CheckProgress, checkLibrary } from '../../../lib/library/check';
import { db } from '../../../lib/library/db';
import { type Finding, isRepairable, repairable } from '../../../lib/library/findings';
import { library } from '../../../lib/library/library';
import { noteVersions } from '../../../lib/library/queries';
import { search } from '../../../lib/library/search';
import { tendIndex } from '../../../lib/library/search-upkeep';
import { aPaper } from '../../papers';

const paper = aPaper();
const other = aPaper({ id: 'doi:10.1000/columns', title: 'Columns' });
const third = aPaper({ id: 'openreview:abc', title: 'Rows' });
const highlight = { id: crypto.randomUUID(), quote: { exact: 'Margins', prefix: '', suffix: '' } };

beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
  await library.writeNote({ paper, text: 'read the proof' });
  await library.writeNote({ paper: other, text: 'compare' });
  await library.mark({ paper: other, change: { addTags: ['Graph Networks'], rating: 4 } });
  await library.highlight({ paper, highlight });
  await library.save(third);
  await tendIndex({ all: true });
});

const kinds = (findings: Finding[]) => findings.map(({ kind }) => kind).sort();

/** Mends everything that can be, as often as the options offer it. */
async function mend(): Promise<void> {
  const findings = await checkLibrary();
  for (const kind of repairable) {
    const keys = findings.find((finding) => finding.kind === kind)?.keys;
    if (keys) await library.repair({ kind, keys });
  }
}

test('a library that was used is clean', async () => {
  expect(await checkLibrary()).toEqual([]);
  await library.merge([paper.id, other.id]);
  await library.remove(third.id);
  await library.removeHighlight(highlight.id);
  expect(await checkLibrary()).toEqual([]);
  await tendIndex({ all: true });
  expect(await checkLibrary()).toEqual([]);
  await library.split(other.id);
  await library.restore(third.id);
  await library.emptyTrash(Date.now());
  expect(await checkLibrary()).toEqual([]);
});

test('tells how far it is, reads only, and can be stopped', async () => {
  const before = await Promise.all(db.tables.map((table) => table.toArray()));
  const told: CheckProgress[] = [];
  await checkLibrary({ onProgress: (progress) => told.push(progress) });
  expect(told.at(-1)?.done).toBe(told.at(-1)?.total);
  expect(await Promise.all(db.tables.map((table) => table.toArray()))).toEqual(before);
  await expect(checkLibrary({ signal: AbortSignal.abort() })).rejects.toThrow();
});

/** How a library is spoilt, what is found then, and what holds once it is mended. */
const spoilt: Record<string, { spoil(): Promise<unknown>; found: string[]; mended?(): Promise<void> }> = {
  'a paper without its own identifier': {
    spoil: () => db.aliases.delete(paper.id),
    found: ['noAlias'],
    mended: async () => expect((await library.find([paper.id]))[paper.id]?.note).toBe('read the proof'),
  },
  'an identifier that leads nowhere': {
    spoil: () => db.aliases.put({ id: 's2:0', paperId: 's2:1' }),
    found: ['deadAlias'],
  },
  'an identifier of a merged paper that was left behind': {
    spoil: async () => {
      await library.merge([paper.id, other.id]);
      await db.aliases.put({ id: other.id, paperId: other.id });
    },
    found: ['mergedAlias'],
    mended: async () => expect((await library.find([other.id]))[other.id]?.id).toBe(paper.id),
  },
  'a paper that is merged into one that is not there': {
    spoil: () => db.papers.update(other.id, { mergedInto: 's2:1' }),
    found: ['hiddenNote', 'mergedAlias', 'mergedNowhere', 'noMerge'],
    mended: async () => expect((await library.find([other.id]))[other.id]?.note).toBe('compare'),
  },
  'papers that are merged in a circle': {
    spoil: async () => {
      await db.papers.update(other.id, { mergedInto: paper.id });
      await db.papers.update(paper.id, { mergedInto: other.id });
    },
    found: ['hiddenHighlight', 'hiddenNote', 'mergedAlias', 'mergedNowhere', 'noMerge'],
    mended: async () => {
      const texts = (await search('', { limit: 10 })).papers.map(({ note }) => note).join();
      expect(texts).toContain('read the proof');
      expect(texts).toContain('compare');
    },
  },
  'a merge of which nobody knows': {
    spoil: async () => {
      await library.merge([paper.id, other.id]);
      await db.merges.clear();
    },
    found: ['noMerge'],
    mended: async () => {
      await library.split(other.id);
      expect((await library.find([other.id]))[other.id]?.id).toBe(other.id);
    },
  },
  'a merge that is not there': {
    spoil: () =>
      db.merges.add({
        id: crypto.randomUUID(),
        into: paper.id,
        from: other.id,
        mergedAt: 1,
        aliases: [other.id],
        notes: {},
      }),
    found: ['openMerge'],
  },
  'two notes': {
    spoil: () =>
      db.notes.add({ id: crypto.randomUUID(), paperId: paper.id, text: 'second', createdAt: 1, updatedAt: 1 }),
    found: ['twoNotes'],
    mended: async () => {
      expect((await library.find([paper.id]))[paper.id]?.note).toBe('second\n\nread the proof');
      expect((await noteVersions(paper.id)).map(({ text }) => text).sort()).toEqual(['read the proof', 'second']);
    },
  },
  'a note of a merged paper': {
    spoil: async () => {
      await library.merge([paper.id, other.id]);
      const [note] = await db.notes.where('paperId').equals(other.id).toArray();
      if (!note) throw new Error('There is no note.');
      const { deletedAt: _, ...alive } = note;
      await db.notes.put({ ...alive, text: 'a word too many' });
    },
    found: ['hiddenNote'],
    mended: async () => expect((await library.find([paper.id]))[paper.id]?.note).toContain('a word too many'),
  },
  'words without a paper': {
    spoil: async () => {
      await db.papers.delete(paper.id);
      await db.aliases.delete(paper.id);
      await db.papers.delete(other.id);
    },
    found: ['deadAlias', 'lostHighlight', 'lostMarks', 'lostNote'],
    mended: async () => {
      const found = await library.find([paper.id, other.id]);
      expect(found[paper.id]).toMatchObject({ note: 'read the proof', highlights: [highlight] });
      expect(found[other.id]).toMatchObject({ note: 'compare', tags: ['Graph Networks'], rating: 4 });
    },
  },
  'words without a paper, whose identifier leads to another': {
    spoil: async () => {
      await db.papers.delete(other.id);
      await db.aliases.put({ id: other.id, paperId: paper.id });
    },
    found: ['lostMarks', 'lostNote'],
    mended: async () =>
      expect((await library.find([paper.id]))[paper.id]).toMatchObject({
        note: expect.stringContaining('compare'),
        tags: ['Graph Networks'],
      }),
  },
  'keys that are not those of the tags': {
    spoil: () => db.marks.update(other.id, { tagKeys: [] }),
    found: ['tagKeys'],
    mended: async () => expect(await db.marks.where('tagKeys').equals('graph networks').count()).toBe(1),
  },
  'a key that is not that of the title': {
    spoil: () => db.papers.update(paper.id, { titleKey: 'something else' }),
    found: ['titleKey'],
  },
  'times that are none': {
    spoil: async () => {
      await db.papers.update(paper.id, { savedAt: Number.NaN });
      await db.notes.toCollection().modify({ createdAt: 5, updatedAt: 3 });
      await db.highlights.toCollection().modify({ createdAt: -1 });
    },
    found: ['highlightTime', 'noteTime', 'paperTime'],
  },
  'a paper that the index does not know': {
    spoil: async () => {
      await db.searchDocs.where('paperId').equals(paper.id).delete();
    },
    found: ['index', 'notIndexed'],
    mended: async () => expect((await search('matter', { limit: 10 })).total).toBe(1),
  },
  'a paper that only the index knows': {
    spoil: async () => {
      await db.papers.delete(third.id);
      await db.aliases.delete(third.id);
      await db.searchChanges.clear();
    },
    found: ['notIndexed'],
    mended: async () => expect((await search('rows', { limit: 10 })).total).toBe(0),
  },
  'an index that lost its rows': {
    spoil: () => db.searchState.delete('batch'),
    found: ['index'],
    mended: async () => expect((await search('matter', { limit: 10 })).total).toBe(1),
  },
};

test.each(Object.entries(spoilt))('%s is found, and mended', async (_, { spoil, found, mended }) => {
  await spoil();
  const findings = await checkLibrary();
  expect(kinds(findings)).toEqual(found);
  expect(findings.every(({ kind }) => isRepairable(kind))).toBe(true);
  const words = await db.notes.filter(({ deletedAt }) => !deletedAt).toArray();
  await mend();
  await mend();
  await tendIndex({ all: true });
  expect(await checkLibrary()).toEqual([]);
  await mended?.();
  const all = [...(await db.notes.toArray()), ...(await db.noteVersions.toArray())].map(({ text }) => text).join('\n');
  for (const { text } of words) expect(all).toContain(text);
});

test('what only a person can judge is told', async () => {
  await db.papers.update(paper.id, { savedAt: Date.now() + 1e10 });
  await db.noteVersions.add({ id: 'v', noteId: 'gone', text: 'old words', writtenAt: 1, replacedAt: 2 });
  expect(kinds(await checkLibrary())).toEqual(['futureTime', 'lostVersion']);
});
