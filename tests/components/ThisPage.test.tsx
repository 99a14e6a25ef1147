import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { SiteOptions } from '../../components/SiteOptions';
import { ThisPage } from '../../components/ThisPage';

/** The browser's permissions: what is granted, and what the user answers when asked. */
let granted: string[];
let answer: boolean;
const told = new Set<() => void>();

beforeEach(() => {
  granted = ['https://arxiv.org/*'];
  answer = true;
  told.clear();
  const event = {
    addListener: (hear: () => void) => told.add(hear),
    removeListener: (hear: () => void) => told.delete(hear),
  };
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({
    manifest_version: 3,
    name: 'Papergloss',
    version: '1',
    content_scripts: [{ matches: ['https://arxiv.org/*'] }],
  });
  Object.assign(fakeBrowser, {
    permissions: {
      getAll: async () => ({ origins: [...granted] }),
      request: async ({ origins }: { origins: string[] }) => {
        if (answer) granted.push(...origins);
        return answer;
      },
      remove: async ({ origins }: { origins: string[] }) => {
        granted = granted.filter((origin) => !origins.includes(origin));
        for (const hear of told) hear();
        return true;
      },
      onAdded: event,
      onRemoved: event,
    },
    scripting: { executeScript: vi.fn(async () => []) },
  });
});

function open(url: string) {
  const close = vi.fn();
  render(<ThisPage tab={{ id: 1, url }} close={close} />);
  return { user: userEvent.setup(), close };
}

test('finds papers, and gives way to the page', async () => {
  const { user, close } = open('https://blog.example/reading');
  await user.click(screen.getByRole('button', { name: 'Find papers on this page' }));
  await waitFor(() => expect(close).toHaveBeenCalled());
  expect(fakeBrowser.scripting.executeScript).toHaveBeenCalledWith(expect.objectContaining({ target: { tabId: 1 } }));
});

test('says where the browser lets nobody in', async () => {
  vi.mocked(fakeBrowser.scripting.executeScript).mockRejectedValue(new Error('Cannot access'));
  const { user, close } = open('https://chromewebstore.google.com/');
  await user.click(screen.getByRole('button', { name: 'Find papers on this page' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('The browser lets no extension work on this page.');
  expect(close).not.toHaveBeenCalled();
});

test('stays on for a site when the user allows it, and off again', async () => {
  const { user } = open('https://blog.example/reading?x=1');
  const always = screen.getByRole('checkbox', { name: 'Always on blog.example' });
  await user.click(always);
  await waitFor(() => expect(always).toBeChecked());
  expect(granted).toContain('https://blog.example/*');
  await user.click(always);
  await waitFor(() => expect(always).not.toBeChecked());
  expect(granted).not.toContain('https://blog.example/*');
});

test('says what a refusal means', async () => {
  answer = false;
  const { user } = open('https://blog.example/');
  const always = screen.getByRole('checkbox', { name: 'Always on blog.example' });
  await user.click(always);
  expect(await screen.findByRole('alert')).toHaveTextContent('Without your browser');
  expect(always).not.toBeChecked();
});

test('knows that it is on already', async () => {
  granted.push('https://blog.example/*');
  open('https://blog.example/');
  await waitFor(() => expect(screen.getByRole('checkbox', { name: 'Always on blog.example' })).toBeChecked());
});

test('offers a built-in site nothing that it has', () => {
  open('https://arxiv.org/list/cs.LG/new');
  expect(screen.queryByRole('checkbox')).toBeNull();
  expect(screen.getByRole('button', { name: 'Find papers on this page' })).toBeVisible();
});

test.each(['about:newtab', 'chrome://settings/', 'file:///papers.html', 'moz-extension://x/library.html'])(
  'offers nothing on %s',
  (url) => {
    open(url);
    expect(screen.queryByRole('button')).toBeNull();
  },
);

test('the options list the sites that were added, and take them off', async () => {
  granted.push('https://blog.example/*', 'http://old.example/*');
  render(<SiteOptions />);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Stop on blog.example' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Stop on blog.example' })).toBeNull());
  expect(screen.getByText('Papergloss no longer works on blog.example by itself.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Stop on http://old.example' })).toBeVisible();
  expect(granted).toContain('https://arxiv.org/*');
});

test('the options say what to do while there is none', async () => {
  render(<SiteOptions />);
  expect(await screen.findByText(/No sites yet/)).toBeVisible();
});
