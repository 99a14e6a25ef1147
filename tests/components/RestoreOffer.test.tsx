import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { RestoreOffer } from '../../components/safety/RestoreOffer';
import type { Snapshot } from '../../lib/backup/store';
import { db } from '../../lib/library/db';
import { library } from '../../lib/library/library';
import { aPaper } from '../papers';

const snapshot: Snapshot = { at: 1_790_000_000_000, papers: 1000, parts: [], took: 1 };

beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
  await fakeBrowser.storage.local.set({ 'backup:list': [snapshot] });
});

const offer = () => screen.findByRole('region', { name: 'Backups' });
const gone = () => waitFor(() => expect(screen.queryByRole('region', { name: 'Backups' })).toBeNull());

test('an empty library is offered its backup, and still is when a paper was saved', async () => {
  render(<RestoreOffer />);
  expect(await offer()).toHaveTextContent('Your library is empty, but there is a backup with 1,000 papers');
  await library.save(aPaper());
  await waitFor(async () => expect(await offer()).toHaveTextContent('has far more papers than your library, 1,000.'));
  expect(screen.getByRole('link')).toHaveAttribute('href', `library.html?restore=${snapshot.at}`);
  await library.saveAll(Array.from({ length: 100 }, (_, i) => aPaper({ id: `arxiv:2609.1${i}`, title: `Paper ${i}` })));
  await gone();
});

test('it is left as it is', async () => {
  await library.save(aPaper());
  const { unmount } = render(<RestoreOffer />);
  await offer();
  await userEvent.click(screen.getByRole('button', { name: 'Leave it as it is' }));
  await gone();
  unmount();
  render(<RestoreOffer />);
  await new Promise((resolve) => setTimeout(resolve, 50));
  await gone();
});
