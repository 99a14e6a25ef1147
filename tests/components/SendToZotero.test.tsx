import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { serveServices } from '../../lib/services/server';
import { grant } from '../permissions';
import { askAt } from '../servers/asked';
import { ZoteroServer } from '../servers/zotero';
import { emptyLibrary, libraryPage, papers, rows } from './library';

let zotero: ZoteroServer;
const pattern = 'http://127.0.0.1:23119/*';

beforeEach(async () => {
  await emptyLibrary();
  zotero = new ZoteroServer();
  askAt(await zotero.listen());
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await zotero.close();
});

/** The details of a paper. */
async function open() {
  serveServices();
  const page = await libraryPage(papers(1), `?paper=${papers(1)[0]?.id}`);
  const details = within(await screen.findByRole('region', { name: 'Details' }));
  return { ...page, details, button: await details.findByRole('button', { name: 'Send to Zotero' }) };
}

test('says why the browser will ask, asks at the click, and sends', async () => {
  grant([]);
  const { user, button } = await open();
  await waitFor(() => expect(button).toHaveAccessibleDescription(/Your browser asks first/));
  await user.click(button);
  expect(await screen.findByText('Sent to Zotero.')).toHaveRole('status');
  expect(fakeBrowser.permissions.request).toHaveBeenCalledWith({ origins: [pattern] });
  expect(zotero.items).toMatchObject([{ fields: { title: 'Paper 001' } }]);
  await waitFor(() => expect(button).toHaveAccessibleDescription(''));
});

test('what was sent before is said, and is sent again on another press', async () => {
  grant([pattern]);
  const { user, button } = await open();
  await user.click(button);
  await screen.findByText('Sent to Zotero.');
  await user.click(button);
  expect(await screen.findByText(/^It was sent already since your browser started/)).toBeVisible();
  expect(zotero.items).toHaveLength(1);
  expect(button).toHaveAccessibleName('Send again');
  await user.click(button);
  // Zotero has it a little earlier than it is noted that it was sent.
  await screen.findByText('Sent to Zotero.');
  expect(zotero.items).toHaveLength(2);
});

test.each([
  ['Zotero is not running. Start it, then try again.', () => zotero.close()],
  [/Another program answers/, () => Object.assign(zotero, { isZotero: false })],
  [/cannot be changed. Select another one/, () => Object.assign(zotero, { isEditable: false })],
])('%s', async (message, spoil) => {
  grant([pattern]);
  await spoil();
  const { user, button } = await open();
  await user.click(button);
  expect(await screen.findByRole('alert')).toHaveTextContent(message);
  expect(zotero.items).toEqual([]);
  expect(button).toBeEnabled();
});

test('a refusal is said, and nothing is sent', async () => {
  grant([], () => false);
  const { user, button } = await open();
  await user.click(button);
  expect(await screen.findByRole('alert')).toHaveTextContent(/your browser does not allow it/);
  expect(zotero.requests).toEqual([]);
});

test('the popup may be closed by the question: what was wanted is sent all the same, and once', async () => {
  grant([]);
  const { user, button, leave } = await open();
  const { request } = fakeBrowser.permissions;
  Object.assign(fakeBrowser.permissions, {
    request: async () => {
      await vi.waitFor(async () => expect(await fakeBrowser.storage.session.get('zotero:wish')).not.toEqual({}));
      leave();
      await request({ origins: [pattern] });
      return new Promise(() => {}); // Who asked hears no answer.
    },
  });
  await user.click(button);
  await waitFor(() => expect(zotero.items).toHaveLength(1));
});

test('many are sent at once', async () => {
  grant([pattern]);
  serveServices();
  const { user } = await libraryPage(papers(3));
  await rows();
  await user.keyboard('{ArrowDown}{Control>}a{/Control}');
  await screen.findByText('3 selected');
  await user.click(screen.getByRole('button', { name: 'Send to Zotero' }));
  expect(await screen.findByText('3 papers sent to Zotero.')).toBeVisible();
  expect(zotero.requests).toHaveLength(1);
});

test('what is in Zotero is marked in the list and in the details, where that is switched on', async () => {
  grant([pattern]);
  serveServices();
  const [paper] = papers(2);
  zotero.items.push({
    itemType: 'preprint',
    fields: { archiveID: 'arXiv:2609.10001' },
    creators: [],
    tags: [],
    notes: [],
  });
  const page = await libraryPage(papers(2), `?paper=${paper?.id}`, { zotero: true });
  await waitFor(async () => {
    const marked = (await rows()).filter((row) => row.textContent?.includes('In your Zotero'));
    expect(marked.map((row) => row.querySelector('.title')?.textContent)).toEqual(['Paper 001']);
  });
  const details = within(screen.getByRole('region', { name: 'Details' }));
  expect(await details.findByText('In your Zotero')).toBeVisible();
  page.leave();
  expect(zotero.requests).toHaveLength(1);
});

test('nothing is asked where it is off', async () => {
  grant([pattern]);
  serveServices();
  await libraryPage(papers(2), `?paper=${papers(1)[0]?.id}`);
  await rows();
  await screen.findByRole('button', { name: 'Send to Zotero' });
  expect(screen.queryByText('In your Zotero')).toBeNull();
  expect(zotero.requests).toEqual([]);
});
