import { browser } from 'wxt/browser';
import type { Settings } from '../settings';

/** Whether the user wants to know what is in Zotero. */
export async function isZoteroWanted(): Promise<boolean> {
  const { settings } = await browser.storage.local.get<{ settings?: Partial<Settings> }>('settings');
  return settings?.zotero === true;
}
