import { browser } from 'wxt/browser';
import type { LiveSettings } from '../settings';
import { folderState } from './folder';
import { listKey } from './store';

/** Keeps the folder up to date with the backups, for as long as a page is open. */
export function followBackups(settings: LiveSettings, signal: AbortSignal): void {
  const look = async () => {
    if (!(await folderState())) return;
    await settings.ready;
    // Few have a folder.
    const { bringFolderUpToDate } = await import('./folder-notes');
    await bringFolderUpToDate(settings.current.markdownTemplate);
  };
  const hear = () => {
    look().catch((error) => console.error('Papergloss: the folder of the backups is not up to date.', error));
  };
  const onChanged = (changes: Record<string, unknown>) => {
    if (listKey in changes) hear();
  };
  browser.storage.local.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(onChanged));
  hear();
}
