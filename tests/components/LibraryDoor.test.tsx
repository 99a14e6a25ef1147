import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import Dexie from 'dexie';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Failure } from '../../components/Failure';
import { LibraryDoor } from '../../components/safety/LibraryDoor';
import { db } from '../../lib/library/db';
import { keepDraft } from '../../lib/library/drafts';
import { LibraryFailure } from '../../lib/library/failure';
import * as saving from '../../lib/save-file';
import { aPaper } from '../papers';

beforeEach(async () => {
  db.close({ disableAutoOpen: false });
  await Dexie.delete('papergloss');
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(() => vi.restoreAllMocks());

test('behind it is the page, where the library opens', async () => {
  render(<LibraryDoor>the page</LibraryDoor>);
  expect(await screen.findByText('the page')).toBeVisible();
  await db.open();
  expect(screen.queryByRole('alert')).toBeNull();
});

test.each([
  ['UnknownError', /^The browser reports an error in the files/, /^Restart the browser/],
  ['VersionError', /^A later version of Papergloss/, /^Update Papergloss/],
  ['InvalidStateError', /does not let Papergloss keep anything/, /privacy settings/],
  ['QuotaExceededError', /^The disk is full/, /^Make room/],
])('%s: says why it does not open and what to do, and saves what was typed', async (name, why, what) => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('Internal error opening backing store for indexedDB.open.', name);
  });
  const save = vi.spyOn(saving, 'saveFile').mockImplementation(() => {});
  await keepDraft({ paper: aPaper(), text: 'half a wor' });
  render(<LibraryDoor>the page</LibraryDoor>);
  expect(await screen.findByRole('heading', { name: 'Your library cannot be opened' })).toBeVisible();
  expect(screen.queryByText('the page')).toBeNull();
  expect(screen.getByText(why)).toBeVisible();
  expect(screen.getByText(what)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Save what can be read' }));
  expect(await screen.findByText('1 paper saved to a file.')).toBeVisible();
  const [file] = save.mock.calls[0] ?? [];
  expect(await file?.text()).toContain('half a wor');
});

test('an upgrade that takes long, or is held up, is said to be one', async () => {
  // Somebody has an older version open, and does not let go of it.
  const old = indexedDB.open('papergloss', 1);
  await new Promise((resolve) => {
    old.onsuccess = resolve;
  });
  render(<LibraryDoor>the page</LibraryDoor>);
  expect(await screen.findByText(/^Your library is being prepared/)).toBeVisible();
  old.result.close();
  await db.open();
  await vi.waitFor(() => expect(screen.queryByText(/^Your library is being prepared/)).toBeNull());
});

test('a row says it in a sentence', () => {
  render(<Failure error={new LibraryFailure('closed', 'OpenFailedError')} />);
  expect(screen.getByRole('alert')).toHaveTextContent(/^Your library cannot be opened now\./);
});
