import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { library } from '../../lib/library/library';
import { giveDialogs } from './dialogs';
import { emptyLibrary, libraryPage, papers, rows } from './library';

// They come when they are wanted; their first coming takes the test runner long.
beforeAll(async () => {
  await import('../../components/library/exchange/ExportDialog');
  await import('../../components/library/exchange/ImportDialog');
  await import('../../components/library/exchange/TrashDialog');
});
beforeEach(() => {
  giveDialogs();
  return emptyLibrary();
});
afterEach(() => {
  vi.restoreAllMocks();
});

// jsdom shows no popovers, and hides none.
const item = (name: string) => screen.getByText(name, { selector: '.in-out button' });

test('the trash is in the menu, and the focus comes back to the menu', async () => {
  const { user } = await libraryPage(papers(2));
  for (const { id } of papers(1)) await library.remove(id);
  await user.click(item('Trash'));
  await user.click(await screen.findByRole('button', { name: 'Restore Paper 001' }));
  await waitFor(async () => expect(Object.keys(await library.find(papers(2).map(({ id }) => id)))).toHaveLength(2));
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.getByRole('button', { name: 'Import, export, trash' })).toHaveFocus();
});

test('exports what the list shows, or what is selected', async () => {
  const { user } = await libraryPage(papers(3), '?q=paper');
  await rows();
  await user.click(item('Export…'));
  expect(await screen.findByRole('radio', { name: 'What the list shows: paper' })).toBeChecked();
  await user.click(screen.getByRole('button', { name: 'Close' }));
  screen.getByRole('listbox').focus();
  await user.keyboard('{ArrowDown}x');
  await user.click(await screen.findByText('Export…', { selector: '.bulk button' }));
  expect(await screen.findByRole('radio', { name: 'The selected paper' })).toBeChecked();
});

test('a file that is dropped on the page is looked at', async () => {
  vi.stubGlobal(
    'Worker',
    class {
      onmessage?: (event: { data: unknown }) => void;
      postMessage() {
        queueMicrotask(() => this.onmessage?.({ data: { rest: { unreadable: [{ reason: 'It is no library.' }] } } }));
      }
      terminate() {}
    },
  );
  await libraryPage(papers(1));
  const dataTransfer = { types: ['Files'], files: [new File(['…'], 'library.json')] };
  fireEvent.dragOver(window, { dataTransfer });
  expect(await screen.findByText('Drop it here to import it')).toBeVisible();
  fireEvent.drop(window, { dataTransfer });
  await screen.findByRole('heading', { name: 'What would change' });
  expect(screen.getByText('It is no library.')).toBeVisible();
  vi.unstubAllGlobals();
});

test('an empty library offers an import', async () => {
  const { user } = await libraryPage([]);
  await user.click(await screen.findByText('Import…', { selector: '.empty button' }));
  expect(await screen.findByRole('heading', { name: 'Where from?' })).toBeVisible();
});
