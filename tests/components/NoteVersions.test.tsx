import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PaperList } from '../../components/PaperList';
import { db } from '../../lib/library/db';
import { LibraryFailure } from '../../lib/library/failure';
import { library } from '../../lib/library/library';
import { aPaper } from '../papers';

const paper = aPaper();
const first = 'The second lemma needs a *compact* domain.';
const second = 'It does not: see https://proof.example/b.';

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  await Promise.all(db.tables.map((table) => table.clear()));
});
afterEach(() => vi.useRealTimers());

async function write(day: number, text: string) {
  vi.setSystemTime(new Date(2026, 8, day, 9));
  await library.writeNote({ paper, text });
}

/** Opens the editor of the one note that there is. */
async function edit(button = 'Edit note', through = library) {
  render(<PaperList library={through} open={() => {}} />);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: button }));
  return user;
}

const timeOf = (day: number) =>
  new Date(2026, 8, day, 9).toLocaleString(undefined, { dateStyle: 'long', timeStyle: 'short' });
const button = (name: string) => screen.findByRole('button', { name });
const field = () => screen.getByRole('textbox', { name: 'Note' });
const saved = async () => (await library.find([paper.id]))[paper.id]?.note;

test('a note has earlier versions once it said something else', async () => {
  await write(20, first);
  await edit();
  expect(screen.queryByRole('button', { name: 'Earlier versions' })).toBeNull();
  await write(21, second);
  expect(await button('Earlier versions')).toBeVisible();
});

test('lists what the note said, the latest first, each by its time', async () => {
  for (const [n, text] of ['one', 'two', 'three'].entries()) await write(20 + n, `thought number ${text}`);
  const user = await edit();
  const toggle = await button('Earlier versions');
  expect(toggle).toHaveAttribute('aria-expanded', 'false');
  await user.click(toggle);
  expect(toggle).toHaveAttribute('aria-expanded', 'true');
  const versions = within(screen.getByRole('list', { name: 'Earlier versions' })).getAllByRole('listitem');
  expect(versions.map((version) => version.getAttribute('aria-label'))).toEqual([
    `Version of ${timeOf(21)}`,
    `Version of ${timeOf(20)}`,
  ]);
  expect(versions[0]).toHaveTextContent('thought number two');
  expect(versions[1]).toHaveTextContent('thought number one');
});

test('restores by keys alone; what the note said is a version then; undo brings it back', async () => {
  await write(20, first);
  await write(21, second);
  const user = await edit();
  await button('Earlier versions');
  await user.keyboard('{Tab}{Enter}{Tab}');
  expect(await button(`Restore the version of ${timeOf(20)}`)).toHaveFocus();
  await user.keyboard('{Enter}');

  const undo = await button('Undo');
  await waitFor(() => expect(undo).toHaveFocus());
  expect(screen.getByText(`Restored the version of ${timeOf(20)}.`, { exact: false })).toHaveAttribute(
    'role',
    'status',
  );
  expect(field()).toHaveValue(first);
  expect(await saved()).toBe(first);
  expect(await screen.findByRole('listitem', { name: `Version of ${timeOf(21)}` })).toHaveTextContent(second);
  expect(screen.queryByRole('listitem', { name: `Version of ${timeOf(20)}` })).toBeNull();

  await user.keyboard('{Enter}');
  await waitFor(() => expect(field()).toHaveValue(second));
  expect(await screen.findByText('The note says again what it said before.')).toBeVisible();
  expect(await saved()).toBe(second);
  await waitFor(() => expect(screen.getByRole('button', { name: 'Earlier versions' })).toHaveFocus());
});

test('brings back a note that was emptied', async () => {
  await write(20, first);
  await write(21, '');
  const user = await edit('Add note');
  await user.click(await button('Earlier versions'));
  await user.click(await button(`Restore the version of ${timeOf(20)}`));
  await waitFor(async () => expect(await saved()).toBe(first));
});

test('what is being typed is not lost by restoring', async () => {
  await write(20, first);
  await write(21, second);
  const user = await edit();
  await button('Earlier versions');
  await user.keyboard(' And a word more.');
  await user.click(await button('Earlier versions'));
  await user.click(await button(`Restore the version of ${timeOf(20)}`));
  await user.click(await button('Undo'));
  await waitFor(() => expect(field()).toHaveValue(`${second} And a word more.`));
  await waitFor(async () => expect(await saved()).toBe(`${second} And a word more.`));
});

test('once something else is typed, there is nothing to undo', async () => {
  await write(20, first);
  await write(21, second);
  const user = await edit();
  await user.click(await button('Earlier versions'));
  await user.click(await button(`Restore the version of ${timeOf(20)}`));
  await button('Undo');
  await user.type(field(), '!');
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

test('Escape closes the list, and gives the focus back', async () => {
  await write(20, first);
  await write(21, second);
  const user = await edit();
  await user.click(await button('Earlier versions'));
  await user.keyboard('{Tab}{Escape}');
  expect(screen.queryByRole('list', { name: 'Earlier versions' })).toBeNull();
  expect(await button('Earlier versions')).toHaveFocus();
});

test('what could not be restored is told, and can be tried again', async () => {
  await write(20, first);
  await write(21, second);
  const full = { ...library, writeNote: () => Promise.reject(new LibraryFailure('full', 'no room')) };
  const user = await edit('Edit note', full);
  await user.click(await button('Earlier versions'));
  await user.click(await button(`Restore the version of ${timeOf(20)}`));
  expect(await screen.findByRole('alert')).toHaveTextContent('The disk is full');
  expect(screen.queryByText('Restored', { exact: false })).toBeNull();
  full.writeNote = library.writeNote as never;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(async () => expect(await saved()).toBe(first));
});
