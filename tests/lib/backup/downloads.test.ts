import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { downloadIfDue } from '../../../lib/backup/download-due';
import { downloadsState, turnDownloadsOff, turnDownloadsOn } from '../../../lib/backup/downloads';
import type { Snapshot } from '../../../lib/backup/store';
import { takeBackup } from '../../../lib/backup/take';
import { readJson } from '../../../lib/formats/json';
import { papersOfFile } from '../../../lib/formats/papergloss';
import { db } from '../../../lib/library/db';
import { library } from '../../../lib/library/library';
import { aPaper } from '../../papers';
import { grant } from '../../permissions';

interface Wanted {
  url: string;
  filename: string;
}
const addresses = URL.createObjectURL;
let downloaded: Wanted[];
let answer: () => Promise<number>;
let snapshot: Snapshot;

beforeEach(async () => {
  // As in the background of Chrome, which has no addresses for blobs.
  URL.createObjectURL = undefined as unknown as typeof addresses;
  downloaded = [];
  answer = async () => 1;
  const download = (wanted: Wanted) => {
    downloaded.push(wanted);
    return answer();
  };
  Object.assign(fakeBrowser, { downloads: { download } });
  await Promise.all(db.tables.map((table) => table.clear()));
  await library.writeNote({ paper: aPaper(), text: 'read the proof — 証明を読む' });
  snapshot = (await takeBackup()) as Snapshot;
});
afterEach(() => {
  vi.restoreAllMocks();
  URL.createObjectURL = addresses;
});

const monday = new Date(2026, 10, 23, 9).getTime();
const day = 86_400_000;

test('nothing is downloaded that nobody wants, and nothing without the permission', async () => {
  await downloadIfDue(snapshot);
  grant([], () => false);
  Object.assign(fakeBrowser.permissions, { request: async () => false });
  expect(await turnDownloadsOn()).toBe(false);
  await downloadIfDue(snapshot);
  expect(downloaded).toEqual([]);
});

test('once a day, a file that Papergloss can import, one for each day of the week', async () => {
  expect(await turnDownloadsOn()).toBe(true);
  await downloadIfDue({ ...snapshot, at: monday }, monday);
  await downloadIfDue({ ...snapshot, at: monday + 1000 }, monday + 1000);
  await downloadIfDue({ ...snapshot, at: monday + 6 * day }, monday + 6 * day);
  expect(downloaded.map(({ filename }) => filename)).toEqual([
    'Papergloss/papergloss-1.json',
    'Papergloss/papergloss-7.json',
  ]);
  const text = await (await fetch(downloaded[0]?.url ?? '')).text();
  expect(papersOfFile(readJson(text)).papers[0]?.note?.text).toBe('read the proof — 証明を読む');
  await turnDownloadsOff();
  await downloadIfDue(snapshot, monday + 9 * day);
  expect(downloaded).toHaveLength(2);
});

test('a backup that is not whole does not take the place of one that is', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  await turnDownloadsOn();
  await fakeBrowser.storage.local.remove(`backup:part:${snapshot.parts[0]?.hash}`);
  await downloadIfDue(snapshot, monday);
  expect(downloaded).toEqual([]);
  expect((await downloadsState())?.failure).toContain('A part of the backup with 1 paper is damaged.');
});

test('what the browser says against it is kept for the options, and it is tried again', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  await turnDownloadsOn();
  answer = () => Promise.reject(new Error('No such folder.'));
  await downloadIfDue(snapshot, monday);
  expect(await downloadsState()).toEqual({ failure: 'Error: No such folder.' });
  answer = async () => 2;
  await downloadIfDue(snapshot, monday);
  expect(await downloadsState()).toEqual({ at: monday });
});
