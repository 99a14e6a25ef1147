import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { db } from '../../lib/library/db';
import { library } from '../../lib/library/library';
import { aPaper } from '../papers';
import { libraryPage, titles } from './library';

const margins = aPaper();
const pebbles = aPaper({ id: 'arxiv:2609.00002', title: 'Counting Pebbles' });
const knots = aPaper({ id: 'arxiv:2609.00003', title: 'Knots Untied' });

beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
  await library.mark({ paper: margins, change: { addTags: ['notes', 'Reading lists'] } });
  await library.mark({ paper: pebbles, change: { addTags: ['notes'] } });
  await library.mark({ paper: knots, change: { addTags: ['Reading lists', 'topology'] } });
});

afterEach(() => {
  vi.restoreAllMocks();
});

async function show() {
  const { user } = await libraryPage([]);
  await user.click(await screen.findByRole('button', { name: 'Tags', expanded: false }));
  return user;
}

const list = () => within(screen.getByRole('region', { name: 'Tags' })).getByRole('list');
const counts = () =>
  within(list())
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent?.replace('Rename', ''));
const field = (tag: string) => screen.getByRole('textbox', { name: `New name of tag ${tag}` });
const tagsOf = async ({ id }: { id: typeof margins.id }) => (await library.find([id]))[id]?.tags?.toSorted();

async function rename(user: Awaited<ReturnType<typeof show>>, from: string, to: string) {
  await user.click(within(list()).getByRole('button', { name: `Rename tag ${from}` }));
  expect(field(from)).toHaveFocus();
  await user.clear(field(from));
  await user.keyboard(`${to}{Enter}`);
}

test('shows all tags, the most used first, and counts anew when a paper changes', async () => {
  await show();
  expect(counts()).toEqual(['notes2 papers', 'Reading lists2 papers', 'topology1 paper']);
  await library.mark({ paper: pebbles, change: { addTags: ['topology'], removeTags: ['notes'] } });
  await waitFor(() => expect(counts()).toEqual(['Reading lists2 papers', 'topology2 papers', 'notes1 paper']));
});

test('stands there only when there are tags', async () => {
  await libraryPage([]);
  expect(await screen.findByRole('button', { name: 'Tags' })).toBeVisible();
  for (const { id } of [margins, pebbles, knots]) await library.remove(id);
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Tags' })).not.toBeInTheDocument());
});

test('a click on a tag searches for it', async () => {
  const user = await show();
  await user.click(within(list()).getByRole('button', { name: 'Reading lists' }));
  expect(screen.getByRole('searchbox')).toHaveValue('tag:"Reading lists"');
  await waitFor(() => expect(titles()).toEqual([knots.title, margins.title]));
});

test('renames a tag on all its papers, and undoes it', async () => {
  const user = await show();
  await rename(user, 'notes', 'marginalia');
  await waitFor(() => expect(counts()).toContain('marginalia2 papers'));
  expect(await tagsOf(pebbles)).toEqual(['marginalia']);
  expect(screen.getByText('“notes” is “marginalia” now.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Undo' })).toHaveFocus();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(counts()).toEqual(['notes2 papers', 'Reading lists2 papers', 'topology1 paper']));
  expect(await tagsOf(margins)).toEqual(['Reading lists', 'notes']);
});

test('renames to another spelling of the same tag, and undoes it', async () => {
  const user = await show();
  await rename(user, 'notes', 'Notes');
  await waitFor(() => expect(counts()).toContain('Notes2 papers'));
  expect(await tagsOf(pebbles)).toEqual(['Notes']);
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(counts()).toContain('notes2 papers'));
});

test('a name that is in use is asked about; then the two are one, and undo takes them apart as they were', async () => {
  const user = await show();
  await rename(user, 'notes', 'reading lists');
  expect(
    screen.getByRole('button', { name: 'Merge', description: '2 papers have “Reading lists” already: merge?' }),
  ).toHaveFocus();
  expect(counts()).toHaveLength(3);
  expect(await tagsOf(pebbles)).toEqual(['notes']);
  await user.keyboard('{Enter}');
  await waitFor(() => expect(counts()).toEqual(['Reading lists3 papers', 'topology1 paper']));
  expect(await tagsOf(margins)).toEqual(['Reading lists']);
  expect(await tagsOf(pebbles)).toEqual(['Reading lists']);
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(counts()).toEqual(['notes2 papers', 'Reading lists2 papers', 'topology1 paper']));
  expect(await tagsOf(margins)).toEqual(['Reading lists', 'notes']);
  expect(await tagsOf(pebbles)).toEqual(['notes']);
  expect(await tagsOf(knots)).toEqual(['Reading lists', 'topology']);
});

test('another name after the question is another question', async () => {
  const user = await show();
  await rename(user, 'notes', 'topology');
  expect(screen.getByText('1 paper has “topology” already: merge?')).toBeVisible();
  await user.type(field('notes'), ' of notes{Enter}');
  await waitFor(() => expect(counts()).toContain('topology of notes2 papers'));
  expect(counts()).toContain('topology1 paper');
});

test.each(['{Escape}', '{Tab}{Tab}{Enter}', '{Enter}'])(
  '%s leaves everything as it is, and gives the focus back',
  async (keys) => {
    const user = await show();
    await user.click(within(list()).getByRole('button', { name: 'Rename tag notes' }));
    await user.keyboard(keys);
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Rename tag notes', expanded: false })).toHaveFocus();
    expect(counts()).toContain('notes2 papers');
  },
);

test('a rename that fails is told', async () => {
  const user = await show();
  vi.spyOn(library, 'markAll').mockRejectedValue(new Error('no room'));
  await rename(user, 'notes', 'marginalia');
  expect(await screen.findByRole('alert')).toHaveTextContent('no room');
  expect(counts()).toContain('notes2 papers');
});

test('a paper that was merged into another keeps what it has', async () => {
  await library.merge([margins.id, pebbles.id]);
  await library.remove(knots.id);
  const user = await show();
  await rename(user, 'notes', 'reading lists');
  await user.keyboard('{Enter}');
  await waitFor(() => expect(counts()).toEqual(['Reading lists1 paper']));
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(counts()).toHaveLength(2));
  expect(await tagsOf(margins)).toEqual(['Reading lists', 'notes']);
});
