/** Downloads a backup once a day, if something has changed. In the background, and on the page that turns it on. */
import { browser } from 'wxt/browser';
import { wholeBackupAsFile } from './as-file';
import { downloadsState, noteDownload } from './downloads';
import type { Snapshot } from './store';

/** Milliseconds after which the browser has read what it downloads. */
const read = 60_000;

/** Downloads a backup, if the user wants that, and there was none today. */
export async function downloadIfDue(snapshot: Snapshot, now = Date.now()): Promise<void> {
  const state = await downloadsState();
  if (!state || (state.at !== undefined && dayOf(state.at) === dayOf(now))) return;
  try {
    await download(snapshot);
    await noteDownload({ at: now });
  } catch (error) {
    console.warn('Papergloss: a backup cannot be downloaded.', error);
    await noteDownload({ at: state.at, failure: String(error) });
  }
}

async function download(snapshot: Snapshot): Promise<void> {
  const file = await wholeBackupAsFile(snapshot);
  const url = await addressOf(file);
  // One for each day of the week, so that there are never more than seven.
  const filename = `Papergloss/papergloss-${((new Date(snapshot.at).getDay() + 6) % 7) + 1}.json`;
  try {
    await browser.downloads.download({ url, filename, conflictAction: 'overwrite', saveAs: false });
  } finally {
    if (url.startsWith('blob:')) setTimeout(() => URL.revokeObjectURL(url), read);
  }
}

/** Chrome's background has no addresses for blobs; Firefox downloads no others. */
async function addressOf(file: Blob): Promise<string> {
  if (typeof URL.createObjectURL === 'function') return URL.createObjectURL(file);
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (let i = 0; i < bytes.length; i += 0x8000) binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return `data:application/json;base64,${btoa(binary)}`;
}

function dayOf(time: number): string {
  return new Date(time).toDateString();
}
