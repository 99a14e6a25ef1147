import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { loggedRequests } from '../../../lib/request-log';
import { inZotero, lastKnown, lookInZotero, nowInZotero } from '../../../lib/zotero/known';
import { idsOf } from '../../../lib/zotero/local-api';
import { chosen } from '../../components/options';
import { grant } from '../../permissions';
import { askAt } from '../../servers/asked';
import { ZoteroServer } from '../../servers/zotero';

let zotero: ZoteroServer;
const item = (fields: Record<string, string>) => ({ itemType: 'preprint', fields, creators: [], tags: [], notes: [] });

beforeEach(async () => {
  fakeBrowser.reset();
  grant(['<all>']);
  vi.useFakeTimers({ toFake: ['Date'] });
  zotero = new ZoteroServer();
  askAt(await zotero.listen());
  zotero.items.push(item({ DOI: '10.48550/arXiv.2609.00001' }), item({ DOI: '10.1000/A' }));
  await chosen({ zotero: true });
});
afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  await zotero.close();
});

test('the ones that are there, by any identifier', async () => {
  expect(await inZotero(['arxiv:2609.00001', 'doi:10.1000/a', 'arxiv:2609.00002'])).toEqual([
    'arxiv:2609.00001',
    'doi:10.1000/a',
  ]);
});

test('identifiers stand in several fields', () => {
  expect(idsOf({ archiveID: 'arXiv:2611.01234' })).toEqual(['arxiv:2611.01234']);
  expect(idsOf({ url: 'http://arxiv.org/abs/2611.01234v2' })).toEqual(['arxiv:2611.01234']);
  expect(idsOf({ extra: 'A remark.\nPMID: 12345\narXiv:2611.01234 [cs]' })).toEqual(['pmid:12345', 'arxiv:2611.01234']);
  expect(idsOf({ DOI: '', url: 'no address', extra: '' })).toEqual([]);
});

test('nothing is asked while it is off', async () => {
  await chosen({ zotero: false });
  expect(await inZotero(['arxiv:2609.00001'])).toEqual([]);
  expect(zotero.requests).toEqual([]);
});

test('Zotero is asked once for many scans, and again after ten minutes', async () => {
  await Promise.all([inZotero(['arxiv:2609.00001']), inZotero(['doi:10.1000/a']), inZotero([])]);
  expect(zotero.requests).toHaveLength(1);
  vi.setSystemTime(Date.now() + 11 * 60_000);
  await inZotero([]);
  expect(zotero.requests).toHaveLength(2);
  expect(await loggedRequests()).toMatchObject([{ purpose: 'look', to: 'zotero', answer: 200 }, {}]);
});

test('a large library comes in pages', async () => {
  for (let i = 0; i < 2500; i++) zotero.items.push(item({ DOI: `10.1000/${i}` }));
  expect(await inZotero(['doi:10.1000/2499', 'arxiv:2609.00001'])).toHaveLength(2);
  expect(zotero.requests).toHaveLength(3);
});

test('what was just sent is there', async () => {
  await inZotero([]);
  await nowInZotero(['arxiv:2609.00009']);
  expect(await inZotero(['arxiv:2609.00009'])).toEqual(['arxiv:2609.00009']);
});

test('its local API is off, or it does not run: nothing is there, the reason is kept, and it is asked again after a minute', async () => {
  zotero.isApiOn = false;
  expect(await inZotero(['arxiv:2609.00001'])).toEqual([]);
  expect(await lastKnown()).toMatchObject({ problem: 'zoteroApiOff' });
  await inZotero([]);
  expect(zotero.requests).toHaveLength(1);
  zotero.isApiOn = true;
  vi.setSystemTime(Date.now() + 61_000);
  expect(await inZotero(['arxiv:2609.00001'])).toEqual(['arxiv:2609.00001']);
  await zotero.close();
  expect(await lookInZotero()).toMatchObject({ ids: [], problem: 'zoteroNotRunning' });
});
