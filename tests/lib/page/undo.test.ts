import { beforeEach, expect, test } from 'vitest';
import type { Library } from '../../../lib/library/contract';
import { SavedPapers } from '../../../lib/page/saved-papers';
import { type UndoStack, undoable } from '../../../lib/page/undo';
import { fakeLibrary } from '../../components/fake-library';
import { aPaper } from '../../papers';

const paper = aPaper();
const other = aPaper({ id: 'arxiv:2609.00002' });
const papers = [paper, other, aPaper({ id: 'arxiv:2609.00003' })];
const ids = papers.map(({ id }) => id);
let real: Library;
let library: Library;
let undoStack: UndoStack;

beforeEach(async () => {
  real = fakeLibrary((ids) => savedPapers.refresh(ids));
  const savedPapers = new SavedPapers(real);
  await savedPapers.add(papers);
  ({ library, undoStack } = undoable(real, savedPapers));
});

const saved = async () => Object.keys(await library.find(ids));

test('many papers that were saved together are taken out together; what was saved before stays', async () => {
  await library.save(paper);
  await library.saveAll(papers);
  expect(undoStack.last).toMatchObject({ act: 'save', count: 2 });
  await undoStack.undo();
  expect(await saved()).toEqual([paper.id]);
  await undoStack.undo();
  expect(await saved()).toEqual([]);
  expect(await undoStack.undo()).toBeUndefined();
});

test('what is on its way into the library counts as saved', async () => {
  await Promise.all([library.save(paper), library.saveAll(papers)]);
  expect(undoStack.last).toMatchObject({ act: 'save', count: 2 });
});

test('acts are taken back in the order of the clicks, however long each takes', async () => {
  const { save } = slowly(real);
  const saving = library.save(paper);
  await library.hide([[other.id]]);
  expect(undoStack.last?.act).toBe('hide');
  save.resolve();
  await saving;
  expect(undoStack.last?.act).toBe('hide');
});

test('what is not yet done is undone after it is done', async () => {
  const { save } = slowly(real);
  const saving = library.save(paper);
  expect(undoStack.last).toBeUndefined();
  const undoing = undoStack.undo();
  save.resolve();
  await Promise.all([saving, undoing]);
  expect(await saved()).toEqual([]);
  expect(undoStack.last).toBeUndefined();
});

test('asked twice in a row, two acts are taken back', async () => {
  await library.save(paper);
  await library.saveAll(papers);
  await Promise.all([undoStack.undo(), undoStack.undo()]);
  expect(await saved()).toEqual([]);
});

test('what fails is no act', async () => {
  const { save } = slowly(real);
  const saving = library.save(paper);
  save.reject(new Error('no room'));
  await expect(saving).rejects.toThrow('no room');
  expect(await undoStack.undo()).toBeUndefined();
});

test('what changes nothing is no act', async () => {
  await library.save(paper);
  await library.save(paper);
  await undoStack.undo();
  expect(undoStack.last).toBeUndefined();
});

test('a removal that was undone on the row is not undone again', async () => {
  await library.save(paper);
  await library.remove(paper.id);
  await library.restore(paper.id);
  expect(undoStack.last?.act).toBe('save');
});

test('of several removals, the one that was undone on its row is not undone again', async () => {
  await library.saveAll(papers);
  await library.remove(paper.id);
  await library.remove(other.id);
  await library.restore(paper.id);
  await undoStack.undo();
  expect((await saved()).sort()).toEqual(ids);
  expect(undoStack.last?.act).toBe('save');
});

test('of several highlights taken away, the one that came back is not undone again', async () => {
  const [first, second] = ['a', 'b'].map((id) => ({ id, quote: { exact: id, prefix: '', suffix: '' } }));
  if (!first || !second) throw new Error('There are no highlights.');
  for (const highlight of [first, second]) await library.highlight({ paper, highlight });
  for (const { id } of [first, second]) await library.removeHighlight(id);
  await library.restoreHighlight(first.id);
  await undoStack.undo();
  expect((await library.find([paper.id]))[paper.id]?.highlights).toEqual([first, second]);
});

test('a highlight on a paper that was not saved is undone with its saving', async () => {
  const highlight = { id: 'a', quote: { exact: 'margins', prefix: '', suffix: '' } };
  await library.highlight({ paper, highlight });
  await undoStack.undo();
  expect(await saved()).toEqual([]);
  await library.save(paper);
  await library.highlight({ paper, highlight });
  await undoStack.undo();
  expect((await library.find([paper.id]))[paper.id]?.highlights).toEqual([]);
});

test('what is done to a paper that is on its way into the library is undone without its saving', async () => {
  const { save } = slowly(real);
  const saving = library.save(paper);
  const marking = library.mark({ paper, change: { status: 'read' } });
  save.resolve();
  await Promise.all([saving, marking]);
  await undoStack.undo();
  expect(await saved()).toEqual([paper.id]);
});

test('a mark on a paper that was not saved is undone with its saving', async () => {
  await library.mark({ paper, change: { status: 'read', addTags: ['margins'] } });
  await undoStack.undo();
  expect(await saved()).toEqual([]);
});

test('a mark goes back to what it was', async () => {
  await library.mark({ paper, change: { status: 'reading', addTags: ['margins'] } });
  await library.mark({ paper, change: { status: 'read', addTags: ['notes'], removeTags: ['margins'] } });
  await undoStack.undo();
  expect((await library.find([paper.id]))[paper.id]).toMatchObject({ status: 'reading', tags: ['margins'] });
});

test('hidden and shown again', async () => {
  const isHidden = async () => (await library.triageOf({ list: '', ids })).papers[paper.id]?.isHidden ?? false;
  await library.hide([[paper.id]]);
  expect(await isHidden()).toBe(true);
  await undoStack.undo();
  expect(await isHidden()).toBe(false);
});

test('an undo that fails can be tried again', async () => {
  await library.hide([[paper.id]]);
  const { last } = undoStack;
  if (!last) throw new Error('There is nothing to undo.');
  const { undo } = last;
  last.undo = () => Promise.reject(new Error('no room'));
  await expect(undoStack.undo()).rejects.toThrow('no room');
  last.undo = undo;
  expect(await undoStack.undo()).toBe(last);
});

/** From now on the library saves when it is told to. */
function slowly(library: Library): { save: PromiseWithResolvers<void> } {
  const save = Promise.withResolvers<void>();
  const { saveAll } = library;
  library.saveAll = (papers) => save.promise.then(() => saveAll(papers));
  return { save };
}
