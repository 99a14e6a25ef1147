import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { FolderNotice } from '../../components/safety/FolderNotice';

test('says that the folder of the backups needs a click, and no longer when it has had one', async () => {
  await fakeBrowser.storage.local.set({ 'backup:folder': { name: 'chosen', problem: 'click' } });
  render(<FolderNotice />);
  expect(await screen.findByRole('status')).toHaveTextContent('The browser wants a click of yours');
  expect(screen.getByRole('link', { name: 'Backups' })).toHaveAttribute('href', 'options.html#backups');
  await fakeBrowser.storage.local.set({ 'backup:folder': { name: 'chosen' } });
  await expect.poll(() => screen.queryByRole('status')).toBeNull();
});
