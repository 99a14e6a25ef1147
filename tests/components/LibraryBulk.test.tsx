import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { library } from '../../lib/library/library';
import { emptyLibrary, libraryPage, list, papers, rows, titles } from './library';

beforeEach(emptyLibrary);
afterEach(() => {
  vi.restoreAllMocks();
});

const bulk = () => within(screen.getByRole('group', { name: 'Selected papers' }));
const ids = papers(3).map(({ id }) => id);

/** What is saved of each paper, by what is asked. */
async function saved(what: 'status' | 'tags') {
  const found = await library.find(ids);
  return ids.map((id) => found[id]?.[what]);
}

async function allSelected() {
  const page = await libraryPage(papers(3));
  await rows();
  await page.user.keyboard('{ArrowDown}{Control>}a{/Control}');
  await screen.findByText('3 selected');
  return page;
}

test('a tag for all, which one undo takes from those that had it not', async () => {
  const [paper = papers(1)[0]] = papers(3);
  if (paper) await library.mark({ paper, change: { addTags: ['margins'] } });
  const { user } = await allSelected();
  await user.type(bulk().getByRole('combobox', { name: 'Add a tag' }), 'Margins{Enter}');
  await waitFor(async () => expect(await saved('tags')).toEqual([['margins'], ['margins'], ['margins']]));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect(await saved('tags')).toEqual([['margins'], undefined, undefined]));
});

test('a tag is taken from all that have it', async () => {
  const [paper = papers(1)[0]] = papers(3);
  if (paper) await library.mark({ paper, change: { addTags: ['margins'] } });
  const { user } = await allSelected();
  await user.click(await bulk().findByRole('button', { name: 'Remove tag margins' }));
  await waitFor(async () => expect(await saved('tags')).toEqual([undefined, undefined, undefined]));
  await waitFor(() => expect(bulk().queryByRole('button', { name: 'Remove tag margins' })).toBeNull());
});

test('of many tags, those that most papers have are shown, and all when they are wanted', async () => {
  const [first = papers(1)[0], second = papers(1)[0]] = papers(3);
  const names = Array.from({ length: 20 }, (_, n) => `tag ${String(n + 1).padStart(2, '0')}`);
  if (first) await library.mark({ paper: first, change: { addTags: names } });
  if (second) await library.mark({ paper: second, change: { addTags: ['tag 20'] } });
  const { user } = await allSelected();
  const shown = () =>
    bulk()
      .queryAllByRole('button', { name: /^Remove tag/ })
      .map(({ ariaLabel }) => ariaLabel);
  await waitFor(() => expect(shown()).toHaveLength(12));
  expect(shown()[0]).toBe('Remove tag tag 20');
  expect(shown()[1]).toBe('Remove tag tag 01');
  // It would take one away that nobody sees.
  await user.type(bulk().getByRole('combobox', { name: 'Add a tag' }), '{Backspace}');
  await user.click(bulk().getByRole('button', { name: 'All 20 tags' }));
  expect(shown()).toHaveLength(20);
  await user.click(bulk().getByRole('button', { name: 'Fewer tags' }));
  expect(shown()).toHaveLength(12);
  expect((await saved('tags'))[0]).toHaveLength(20);
});

test('a status for all, and undo gives each back what it had', async () => {
  const [, paper = papers(1)[0]] = papers(3);
  if (paper) await library.mark({ paper, change: { status: 'read' } });
  const { user } = await allSelected();
  await user.click(bulk().getByRole('button', { name: 'Reading' }));
  expect(await screen.findByText('3 papers: Reading.')).toBeVisible();
  expect(await saved('status')).toEqual(['reading', 'reading', 'reading']);
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect(await saved('status')).toEqual([undefined, 'read', undefined]));
});

test('all are removed, and come back by one undo, by a key', async () => {
  const { user } = await allSelected();
  await user.keyboard(' {Delete}');
  expect(await screen.findByText('2 papers removed.')).toBeVisible();
  await waitFor(() => expect(titles()).toEqual(['Paper 003']));
  expect(list()).toHaveFocus();
  await user.keyboard('u');
  await waitFor(() => expect(titles()).toEqual(['Paper 003', 'Paper 002', 'Paper 001']));
});

test('of a thousand and more, all are selected, and the tags of all are offered', async () => {
  const many = papers(1100, (n) => ({ id: `arxiv:2609.${10_000 + n}` }));
  await library.saveAll(many);
  await library.markAll({ ids: many.slice(3, 5).map(({ id }) => id), change: { addTags: ['far away'] } });
  const { user } = await libraryPage([]);
  await rows();
  await user.keyboard('{ArrowDown}{Control>}a{/Control}');
  await screen.findByText('1100 selected');
  expect(await bulk().findByRole('button', { name: 'Remove tag far away' })).toBeVisible();
});

/** More than are changed by one call. */
const many = papers(501, (n) => ({ id: `arxiv:2609.${10_000 + n}` }));
const manySaved = async () => Object.keys(await library.find(many.map(({ id }) => id))).length;

async function manySelected() {
  await library.saveAll(many);
  const page = await libraryPage([]);
  await rows();
  await page.user.keyboard('{ArrowDown}{Control>}a{/Control}');
  await screen.findByText('501 selected');
  return page;
}

test('of many, tells how far it has come, and asks before the page goes', async () => {
  const { user } = await manySelected();
  const { removeAll } = library;
  const goOn = Promise.withResolvers<void>();
  vi.spyOn(library, 'removeAll').mockImplementation(async (ids) => {
    if (ids.length === 1) await goOn.promise;
    return removeAll(ids);
  });
  const isAskedBeforeLeaving = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
  await user.click(bulk().getByRole('button', { name: 'Remove' }));
  const progress = await screen.findByRole('progressbar', { name: 'Changing 501 papers…' });
  await waitFor(() => expect(progress).toHaveValue(500));
  expect(progress).toHaveAttribute('max', '501');
  await waitFor(() => expect(isAskedBeforeLeaving()).toBe(true));
  goOn.resolve();
  expect(await screen.findByText('501 papers removed.')).toBeVisible();
  expect(screen.queryByRole('progressbar')).toBeNull();
  await waitFor(() => expect(isAskedBeforeLeaving()).toBe(false));
  expect(await manySaved()).toBe(0);
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('Undone.')).toBeVisible();
  expect(await manySaved()).toBe(501);
});

test('where it fails in the middle, tells how much was done; that can be undone, also in a second go', async () => {
  const { user } = await manySelected();
  const fail = async () => Promise.reject(new Error('no room'));
  const { removeAll } = library;
  vi.spyOn(library, 'removeAll').mockImplementationOnce(removeAll).mockImplementation(fail);
  vi.spyOn(library, 'restoreAll').mockImplementationOnce(fail);
  await user.click(bulk().getByRole('button', { name: 'Remove' }));
  expect(await screen.findByText('This was done for only 500 of 501 papers.')).toBeVisible();
  expect(screen.getByRole('alert')).toHaveTextContent('no room');
  expect(screen.getByText('501 selected')).toBeVisible();
  expect(await manySaved()).toBe(1);
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('This is not undone, or not all of it.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('Undone.')).toBeVisible();
  expect(screen.queryByRole('alert')).toBeNull();
  expect(await manySaved()).toBe(501);
});

test('what cannot be done is told, and the selection stays', async () => {
  const { user } = await allSelected();
  vi.spyOn(library, 'removeAll').mockRejectedValue(new Error('no room'));
  await user.click(bulk().getByRole('button', { name: 'Remove' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('no room');
  expect(screen.getByText('3 selected')).toBeVisible();
});

test('another query selects none', async () => {
  const { user } = await allSelected();
  await user.type(screen.getByRole('combobox', { name: 'Search saved papers' }), '00');
  await waitFor(() => expect(screen.queryByText('3 selected')).toBeNull());
});
