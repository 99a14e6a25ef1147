import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { db } from '../../../lib/library/db';
import { allDrafts, dropDraft, keepDraft } from '../../../lib/library/drafts';
import { library } from '../../../lib/library/library';
import { recoverDrafts } from '../../../lib/library/recover';
import { aPaper } from '../../papers';

const paper = aPaper();

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

test('a draft that never arrived is taken into the library', async () => {
  await keepDraft({ paper, text: 'half a wor' });
  await recoverDrafts(library);
  expect((await library.find([paper.id]))[paper.id]?.note).toBe('half a wor');
  expect(await allDrafts()).toEqual([]);
});

test('a draft is dropped only for its own text', async () => {
  await keepDraft({ paper, text: 'half a word' });
  await dropDraft(paper.id, 'half a wor');
  expect(await allDrafts()).toHaveLength(1);
  await dropDraft(paper.id, 'half a word');
  expect(await allDrafts()).toEqual([]);
});

test('a draft that cannot be read does not hold up the others, and stays', async () => {
  const complain = vi.spyOn(console, 'error').mockImplementation(() => {});
  await fakeBrowser.storage.local.set({ 'draft:broken': { paper: {}, text: 1 } });
  await keepDraft({ paper, text: 'fine' });
  await recoverDrafts(library);
  expect((await library.find([paper.id]))[paper.id]?.note).toBe('fine');
  expect(await allDrafts()).toHaveLength(1);
  expect(complain).toHaveBeenCalled();
});
