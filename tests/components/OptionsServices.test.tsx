import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ServiceOptions } from '../../components/ServiceOptions';
import { loggedRequests, logRequest } from '../../lib/request-log';
import { serveServices } from '../../lib/services/server';
import { grant } from '../permissions';
import { askAt } from '../servers/asked';
import { ZoteroServer } from '../servers/zotero';
import { chosen } from './options';

let zotero: ZoteroServer;
const pattern = 'http://127.0.0.1:23119/*';

beforeEach(async () => {
  zotero = new ZoteroServer();
  askAt(await zotero.listen());
  serveServices();
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({
    manifest_version: 3,
    name: 'Papergloss',
    version: '1',
    content_scripts: [{ matches: ['https://export.arxiv.org/*'] }],
  });
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await zotero.close();
});

const open = async (...settings: Parameters<typeof chosen>) => {
  const live = await chosen(...settings);
  render(<ServiceOptions settings={live} />);
  return { live, user: userEvent.setup() };
};
const mark = () => screen.getByRole('switch', { name: 'Mark what is in my Zotero' });
const completion = () => screen.getByRole('switch', { name: 'Complete missing details' });

test('all is off at first, nobody is asked, and nothing was', async () => {
  await open();
  expect(mark()).not.toBeChecked();
  expect(completion()).not.toBeChecked();
  expect(await screen.findByText('No requests so far.')).toBeVisible();
  expect(fakeBrowser.permissions.request).not.toHaveBeenCalled();
  expect(await loggedRequests()).toEqual([]);
});

test('what Zotero has is marked once the browser allows it, and Zotero does; and that is a request in the list', async () => {
  zotero.items.push({ itemType: 'preprint', fields: { DOI: '10.1000/a' }, creators: [], tags: [], notes: [] });
  grant(['https://export.arxiv.org/*']);
  const { live, user } = await open();
  expect(mark()).toHaveAccessibleDescription(/at most every ten minutes/);
  await user.click(mark());
  expect(await screen.findByText('Zotero knows 1 identifier of papers.')).toHaveRole('status');
  expect(live.current.zotero).toBe(true);
  const log = within(await screen.findByRole('table', { name: 'Requests' }));
  const [, row] = log.getAllByRole('row');
  expect(row).toHaveTextContent(
    /ZoteroWhat Zotero hasGET http:\/\/127\.0\.0\.1:23119\/api\/users\/0\/items\/top\?.*200$/,
  );
  expect(screen.queryByRole('button', { name: 'Take back: arXiv' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Take back: Zotero' }));
  expect(await screen.findByText('Your browser does not allow Zotero any more.')).toBeVisible();
  await user.click(mark());
  expect(live.current.zotero).toBe(false);
});

test('its local API is off: what to do is said', async () => {
  zotero.isApiOn = false;
  grant([pattern]);
  const { live, user } = await open();
  await user.click(mark());
  expect(await screen.findByRole('alert')).toHaveTextContent(/open Settings, Advanced, and tick/);
  expect(live.current.zotero).toBe(true);
});

test('a refusal leaves it off', async () => {
  grant([], () => false);
  const { live, user } = await open();
  await user.click(mark());
  expect(await screen.findByRole('alert')).toHaveTextContent(/does not allow it/);
  expect(live.current.zotero).toBe(false);
});

test('an address may be given, and taken away', async () => {
  const { live, user } = await open({ completion: true });
  const field = screen.getByRole('textbox', { name: /^Your e-mail address/ });
  await user.type(field, 'no address{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('This is no e-mail address.');
  await user.clear(field);
  await user.type(field, 'ada@x.example{Enter}');
  await waitFor(() => expect(live.current.mailto).toBe('ada@x.example'));
  await user.clear(field);
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('No address goes along.')).toBeVisible();
  expect(live.current.mailto).toBe('');
});

test('every request is listed with what was sent, a page at a time, live; and the list can be cleared', async () => {
  for (let n = 0; n < 60; n++) {
    await logRequest({
      id: String(n),
      at: n * 1000,
      to: 'semanticscholar',
      purpose: 'complete',
      method: 'POST',
      url: `https://api.semanticscholar.org/graph/v1/paper/batch?n=${n}`,
      sent: '{"ids":["<b>ARXIV:1</b>"]}',
      answer: 0,
    });
  }
  const { user } = await open();
  const log = within(await screen.findByRole('table', { name: 'Requests' }));
  expect(log.getAllByRole('row')).toHaveLength(51);
  expect(log.getAllByText('{"ids":["<b>ARXIV:1</b>"]}')).toHaveLength(50);
  await user.click(screen.getByRole('button', { name: 'Show more' }));
  expect(log.getAllByRole('row')).toHaveLength(61);
  await logRequest({
    id: 'new',
    at: 1,
    to: 'arxiv',
    purpose: 'complete',
    method: 'GET',
    url: 'https://export.arxiv.org/',
  });
  expect(await log.findByText('not known')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Clear the list' }));
  expect(await screen.findByText('No requests so far.')).toBeVisible();
  expect(await loggedRequests()).toEqual([]);
});
