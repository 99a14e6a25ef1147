import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { PaperList } from '../../components/PaperList';
import { db } from '../../lib/library/db';
import { library } from '../../lib/library/library';
import type { Paper } from '../../lib/paper';
import { aPaper } from '../papers';
import { always } from './always';
import { heldLibrary } from './held-library';

const margins = aPaper();
const pebbles = aPaper({ id: 'arxiv:2609.00002', title: 'Counting Pebbles', authors: ['Cleo Sand'] });

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

async function show({ saved = [margins, pebbles], open = (_: Paper) => {} } = {}) {
  for (const [n, paper] of saved.entries()) {
    vi.spyOn(Date, 'now').mockReturnValue(n + 1);
    await library.save(paper);
  }
  vi.restoreAllMocks();
  render(<PaperList library={library} open={open} />);
  if (saved.length > 0) await screen.findAllByRole('listitem');
  return userEvent.setup();
}

const titles = () => screen.queryAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);

test('opens on what was saved last, with the search ready', async () => {
  await show();
  expect(titles()).toEqual([pebbles.title, margins.title]);
  expect(screen.getByRole('combobox', { name: 'Search saved papers' })).toHaveFocus();
});

test('shows authors, where and when a paper was saved, and its note', async () => {
  await library.writeNote({ paper: margins, text: 'read the proof' });
  await show({ saved: [margins] });
  const item = screen.getByRole('listitem');
  expect(item).toHaveTextContent('Ada Margin, Björn Müller');
  expect(item).toHaveTextContent('arXiv, Machine Learning, 1st · ');
  expect(within(item).getByText('read the proof')).toBeVisible();
});

test('says how many authors there are when only that is known', async () => {
  const { authors: _, ...counted } = aPaper({ authorCount: 7 });
  await show({ saved: [counted] });
  expect(screen.getByText('7 authors')).toBeVisible();
});

test('names three authors of many', async () => {
  await show({ saved: [aPaper({ authors: ['A', 'B', 'C', 'D'] })] });
  expect(screen.getByText('A, B, C and others')).toBeVisible();
});

test('tells names that are written with a comma from each other', async () => {
  await show({ saved: [aPaper({ authors: ['Margin, Ada', 'Müller, Björn'] })] });
  expect(screen.getByText('Margin, Ada; Müller, Björn')).toBeVisible();
});

test('searches as one types', async () => {
  const user = await show();
  await user.keyboard('sand');
  await waitFor(() => expect(titles()).toEqual([pebbles.title]));
  await user.keyboard('castle');
  expect(await screen.findByText('No saved paper contains “sandcastle”.')).toBeVisible();
  const isNeverEmpty = always(() => screen.queryByText('No papers saved yet') === null);
  await user.click(screen.getByRole('button', { name: 'Show all' }));
  await waitFor(() => expect(titles()).toHaveLength(2));
  expect(isNeverEmpty()).toBe(true);
});

test('who goes on to the list before it is there, is there when it is', async () => {
  const user = await show();
  const letGo = heldLibrary();
  await user.keyboard('margin{ArrowDown}');
  expect(titles()).toContain(pebbles.title);
  expect(screen.getByRole('combobox', { name: 'Search saved papers' })).toHaveFocus();
  await letGo();
  await waitFor(() => expect(screen.getByRole('link', { name: margins.title })).toHaveFocus());
  expect(titles()).toEqual([margins.title]);
});

test('marks what was searched for, in title, authors and note', async () => {
  await library.writeNote({ paper: margins, text: 'Margins: read the proof' });
  const user = await show();
  await user.keyboard('margin');
  await waitFor(() => expect(titles()).toEqual([margins.title]));
  const marked = [...document.querySelectorAll('mark')].map(({ textContent }) => textContent);
  expect(marked).toEqual(['Margins', 'Margin', 'Margins']);
  expect(screen.getByRole('link', { name: margins.title })).toBeVisible();
});

test('tells of what cannot be read in a search, and goes on with the rest', async () => {
  const user = await show();
  await user.keyboard('year:soon pebbles');
  expect(await screen.findByText(/“soon” is no year.* What is searched for: pebbles$/)).toHaveRole('status');
  await waitFor(() => expect(titles()).toEqual([pebbles.title]));
});

test('finds the paper whose address is pasted', async () => {
  const user = await show();
  await user.paste('https://arxiv.org/pdf/2609.00001v2');
  await waitFor(() => expect(titles()).toEqual([margins.title]));
});

test('a save elsewhere appears by itself', async () => {
  await show({ saved: [margins] });
  await library.save(pebbles);
  await waitFor(() => expect(titles()).toContain(pebbles.title));
});

test('edits the note', async () => {
  const user = await show({ saved: [margins] });
  await user.click(screen.getByRole('button', { name: 'Add note' }));
  await user.keyboard('read the proof');
  await waitFor(() => expect(screen.getAllByRole('status').map((s) => s.textContent)).toContain('Saved'));
  await user.keyboard('{Escape}');
  expect(await screen.findByText('read the proof')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Edit note' })).toHaveFocus();
});

test('removes, and undo brings the paper back to its place', async () => {
  await library.writeNote({ paper: margins, text: 'read the proof' });
  const user = await show();
  const before = titles();
  await user.click(within(screen.getAllByRole('listitem')[1] as HTMLElement).getByRole('button', { name: 'Remove' }));
  await waitFor(() => expect(titles()).toHaveLength(1));
  const undo = await screen.findByRole('button', { name: 'Undo' });
  expect(undo).toHaveFocus();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(titles()).toEqual(before));
  expect(screen.getByText('read the proof')).toBeVisible();
});

test('copies the link', async () => {
  const user = await show({ saved: [margins] });
  await user.click(screen.getByRole('button', { name: 'Copy link' }));
  expect(await screen.findByText('Link copied.')).toBeVisible();
  expect(await navigator.clipboard.readText()).toBe('https://arxiv.org/abs/2609.00001');
});

test('is worked by keys alone: arrows choose, Enter opens', async () => {
  const open = vi.fn();
  const user = await show({ open });
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(screen.getByRole('link', { name: margins.title })).toHaveFocus();
  await user.keyboard('{ArrowUp}{Enter}');
  expect(open.mock.lastCall?.[0]).toMatchObject({ id: pebbles.id });
  await user.keyboard('{ArrowUp}');
  expect(screen.getByRole('combobox', { name: 'Search saved papers' })).toHaveFocus();
});

test('Escape clears the search first', async () => {
  const user = await show();
  await user.keyboard('sand{Escape}');
  expect(screen.getByRole('combobox', { name: 'Search saved papers' })).toHaveValue('');
});

test('an empty library tells what to do, with links to the two sites', async () => {
  await show({ saved: [] });
  expect(await screen.findByRole('heading', { name: 'No papers saved yet' })).toBeVisible();
  expect(screen.getByRole('link', { name: /Hugging Face/ })).toHaveAttribute('href', 'https://huggingface.co/papers');
  expect(screen.getByRole('link', { name: /arXiv/ })).toHaveAttribute(
    'href',
    expect.stringContaining('arxiv.org/list'),
  );
});

test('shows more than the first fifty when asked', async () => {
  const many = Array.from({ length: 51 }, (_, n) =>
    aPaper({ id: `arxiv:2609.1${String(n).padStart(4, '0')}`, title: `Margin ${n}` }),
  );
  const user = await show({ saved: many });
  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(50));
  await user.click(screen.getByRole('button', { name: 'Show more' }));
  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(51));
});

test('shows the marks of a paper, and a click on a tag searches for it', async () => {
  await library.mark({ paper: margins, change: { status: 'reading', rating: 4, addTags: ['Side notes'] } });
  const user = await show();
  const item = within(screen.getByRole('heading', { name: margins.title }).closest('li') as HTMLElement);
  expect(item.getByText('Reading')).toBeVisible();
  expect(item.getByRole('img', { name: '4 of 5 stars' })).toBeVisible();
  await user.click(item.getByRole('button', { name: 'Side notes' }));
  expect(screen.getByRole('combobox', { name: 'Search saved papers' })).toHaveValue('Side notes');
  await waitFor(() => expect(titles()).toEqual([margins.title]));
});

test('edits the marks', async () => {
  const user = await show({ saved: [margins] });
  await user.click(screen.getByRole('button', { name: 'Status and tags', expanded: false }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Status' }), 'Dropped');
  await user.click(screen.getByRole('radio', { name: '2 of 5 stars' }));
  await user.type(screen.getByRole('combobox', { name: 'Add a tag' }), 'margins{Enter}');
  expect(await screen.findByRole('button', { name: 'Remove tag margins' })).toBeVisible();
  await user.keyboard('{Escape}');
  expect(screen.getByRole('button', { name: 'Status and tags', expanded: false })).toHaveFocus();
  expect(screen.getByText('Dropped')).toBeVisible();
  expect(screen.getByRole('img', { name: '2 of 5 stars' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'margins' })).toBeVisible();
});

test('marks that cannot be saved are told of', async () => {
  const user = await show({ saved: [margins] });
  vi.spyOn(library, 'mark').mockRejectedValue(new Error('no room'));
  await user.click(screen.getByRole('button', { name: 'Status and tags' }));
  await user.type(screen.getByRole('combobox', { name: 'Add a tag' }), 'margins{Escape}');
  expect(await screen.findByRole('alert')).toHaveTextContent('no room');
  vi.restoreAllMocks();
});

test('arrow keys in the fields of the marks do not leave them', async () => {
  const user = await show();
  await user.click(screen.getAllByRole('button', { name: 'Status and tags' })[0] as HTMLElement);
  await user.click(screen.getByRole('radio', { name: '2 of 5 stars' }));
  await user.keyboard('{ArrowDown}');
  expect(screen.getByRole('radio', { name: '3 of 5 stars' })).toHaveFocus();
  await user.click(screen.getByRole('combobox', { name: 'Add a tag' }));
  await user.keyboard('{ArrowDown}');
  expect(screen.getByRole('combobox', { name: 'Add a tag' })).toHaveFocus();
});

test('at the end of what was found, says where a short word was not looked for', async () => {
  const many = Array.from({ length: 55 }, (_, n) => aPaper({ id: `arxiv:2609.${10_000 + n}`, title: `Paper ${n}` }));
  const user = await show({ saved: [aPaper({ title: 'Reeds', abstract: 'Of papyrus.' }), ...many] });
  const told = () => screen.queryByText(/^A word of one or two letters was not looked for in abstracts/);
  await user.keyboard('pa');
  await waitFor(() => expect(document.querySelectorAll('mark').length).toBeGreaterThan(0));
  const more = await screen.findByRole('button', { name: 'Show more' });
  expect(told()).toBeNull();
  await user.click(more);
  await waitFor(() => expect(told()).toBeVisible());
  expect(titles()).toHaveLength(55);
  await user.type(screen.getByRole('combobox', { name: 'Search saved papers' }), 'p');
  await waitFor(() => expect(told()).toBeNull());
  await user.keyboard('{Escape}glyphs pa');
  expect(await screen.findByText('No saved paper contains “glyphs pa”.')).toBeVisible();
  await waitFor(() => expect(told()).toBeVisible());
});
