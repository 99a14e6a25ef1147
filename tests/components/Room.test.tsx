import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { RoomNotice } from '../../components/safety/RoomNotice';
import { RoomOptions } from '../../components/safety/RoomOptions';

/** A browser that has so much room, and may or may not keep for good what is asked for. */
function give({
  used,
  allowed,
  isKept = false,
  agrees = true,
}: Record<'used' | 'allowed', number> & { isKept?: boolean; agrees?: boolean }) {
  let kept = isKept;
  const persist = vi.fn(async () => {
    kept ||= agrees;
    return agrees;
  });
  const storage = { estimate: async () => ({ usage: used, quota: allowed }), persisted: async () => kept, persist };
  Object.defineProperty(navigator, 'storage', { value: storage, configurable: true });
  return persist;
}
afterEach(() => Reflect.deleteProperty(navigator, 'storage'));

test('warns before the disk is full, and not earlier', async () => {
  give({ used: 950e6, allowed: 1e9, isKept: true });
  const { unmount } = render(<RoomNotice hasPapers />);
  expect(await screen.findByRole('status')).toHaveTextContent('there is room for 50 MB more');
  expect(screen.getByRole('link', { name: 'Backups' })).toHaveAttribute('href', 'options.html#backups');
  unmount();
  give({ used: 1e9, allowed: 10e9, isKept: true });
  render(<RoomNotice hasPapers />);
  await new Promise((resolve) => setTimeout(resolve));
  expect(screen.queryByRole('status')).toBeNull();
});

test('the browser is asked to keep the library once there is one, at an act of its user', async () => {
  const persist = give({ used: 1, allowed: 1e10 });
  const { rerender } = render(<RoomNotice hasPapers={false} />);
  await new Promise((resolve) => setTimeout(resolve));
  expect(persist).not.toHaveBeenCalled();
  await userEvent.keyboard('a');
  expect(persist).not.toHaveBeenCalled();
  rerender(<RoomNotice hasPapers />);
  await waitFor(() => expect(navigator.storage.persisted).toBeDefined());
  await userEvent.keyboard('a');
  await userEvent.click(document.body);
  await waitFor(() => expect(persist).toHaveBeenCalledOnce());
});

test('the options say how much room there is, and ask again', async () => {
  give({ used: 12.3e6, allowed: 1e10 });
  render(<RoomOptions />);
  expect(await screen.findByText('Papergloss uses 12 MB of the 10 GB that the browser allows.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Ask the browser to keep it' }));
  expect(await screen.findByText('The browser never deletes your library by itself.')).toBeVisible();
  expect(screen.queryByRole('button')).toBeNull();
});

test('a browser that does not agree is said to', async () => {
  give({ used: 1, allowed: 1e10, agrees: false });
  render(<RoomOptions />);
  await userEvent.click(await screen.findByRole('button', { name: 'Ask the browser to keep it' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('did not agree');
});
