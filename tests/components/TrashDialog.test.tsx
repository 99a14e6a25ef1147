import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { TrashDialog } from '../../components/library/exchange/TrashDialog';
import { db } from '../../lib/library/db';
import { library } from '../../lib/library/library';
import { giveDialogs } from './dialogs';
import { emptyLibrary, papers } from './library';

const three = papers(3);
const ids = three.map(({ id }) => id);

beforeEach(async () => {
  giveDialogs();
  await emptyLibrary();
  await library.saveAll(three);
  for (const paper of three.slice(0, 1)) await library.writeNote({ paper, text: 'read the proof' });
  await library.removeAll(ids);
});

function open() {
  const close = vi.fn();
  render(<TrashDialog library={library} close={close} />);
  return { user: userEvent.setup(), close };
}

const saved = async () => Object.keys(await library.find(ids)).sort();

test('shows what was removed, with its note and how long it stays', async () => {
  open();
  expect(await screen.findByText('Paper 001')).toBeVisible();
  expect(screen.getByText('read the proof')).toBeVisible();
  expect(screen.getAllByText(/30 days left/)).toHaveLength(3);
});

test('one is restored, and undo removes it again', async () => {
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Restore Paper 001' }));
  await waitFor(() => expect(screen.queryByText('Paper 001')).toBeNull());
  expect((await library.find(ids))[ids[0] ?? 'x:']?.note).toBe('read the proof');
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('Paper 001')).toBeVisible();
  expect(await saved()).toEqual([]);
});

test('several are restored at once', async () => {
  const { user } = open();
  await user.click(await screen.findByRole('checkbox', { name: 'Select Paper 001' }));
  await user.click(screen.getByRole('checkbox', { name: 'Select Paper 003' }));
  await user.click(screen.getByRole('button', { name: 'Restore 2 selected papers' }));
  await screen.findByText('2 papers restored.');
  expect(await saved()).toEqual([ids[0], ids[2]]);
});

test('all are selected, and restored: the trash is empty', async () => {
  const { user } = open();
  await user.click(await screen.findByRole('checkbox', { name: 'Select all' }));
  await user.click(screen.getByRole('button', { name: 'Restore 3 selected papers' }));
  expect(await screen.findByText('The trash is empty.')).toBeVisible();
  expect(await saved()).toEqual(ids);
});

test('it is emptied only after a second press, which Escape takes back', async () => {
  const { user, close } = open();
  await user.click(await screen.findByRole('button', { name: 'Empty the trash…' }));
  expect(screen.getByText(/There is no way back/)).toBeVisible();
  await user.keyboard('{Escape}');
  expect(close).not.toHaveBeenCalled();
  expect(await db.papers.count()).toBe(3);
  await user.click(screen.getByRole('button', { name: 'Empty the trash…' }));
  await user.click(screen.getByRole('button', { name: 'Really delete 3 papers for good?' }));
  await waitFor(async () => expect(await db.papers.count()).toBe(0));
  expect(await db.notes.count()).toBe(0);
});
