/** Backups as downloads, where no folder can be chosen: whether the user wants them. */
import { browser } from 'wxt/browser';

const key = 'backup:downloads';
const permission: { permissions: 'downloads'[] } = { permissions: ['downloads'] };

export interface DownloadsState {
  /** When the last one was made. */
  at?: number | undefined;
  /** What the browser said against it. */
  failure?: string | undefined;
}

/** Nothing where the user does not want them. */
export async function downloadsState(): Promise<DownloadsState | undefined> {
  return (await browser.storage.local.get<Record<string, DownloadsState>>(key))[key];
}

/** Asks the browser; resolves to the answer. Must be called right from a click. */
export async function turnDownloadsOn(): Promise<boolean> {
  if (!(await browser.permissions.request(permission))) return false;
  await browser.storage.local.set({ [key]: {} satisfies DownloadsState });
  return true;
}

export async function turnDownloadsOff(): Promise<void> {
  await browser.storage.local.remove(key);
  await browser.permissions.remove(permission);
}

/** How the last one came out. */
export async function noteDownload(state: DownloadsState): Promise<void> {
  // It may not be wanted any more.
  if (await downloadsState()) await browser.storage.local.set({ [key]: state });
}
