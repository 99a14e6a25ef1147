/** Opening a page in another tab, in front or behind: only the background can do the latter. */
import { browser } from 'wxt/browser';
import { isAlive } from './library/client';
import { LibraryFailure } from './library/failure';
import type { PaperId } from './paper';

interface Wish {
  openTab: { url: string; behind: boolean };
}

/** On a page: opens `url` beside its tab. */
export async function openTab(url: string, behind: boolean): Promise<void> {
  const wish: Wish = { openTab: { url, behind } };
  await browser.runtime.sendMessage(wish);
}

/** On a page: opens the details of a saved paper in the library. */
export async function openInLibrary(id: PaperId): Promise<void> {
  if (!isAlive()) throw new LibraryFailure('reload', '');
  await openTab(`${browser.runtime.getURL('/library.html')}?paper=${encodeURIComponent(id)}`, false);
}

/** In the background: opens what pages ask for. Must be called at the top level. */
export function serveOpenTab(): void {
  browser.runtime.onMessage.addListener((message: Partial<Wish>, sender, sendResponse) => {
    const { url, behind } = message?.openTab ?? {};
    if (typeof url !== 'string' || !isOpened(url)) return;
    const beside = sender.tab && { index: sender.tab.index + 1, windowId: sender.tab.windowId };
    browser.tabs.create({ url, active: !behind, ...beside }).then(
      () => sendResponse(true),
      (error) => {
        console.error('Papergloss could not open a tab.', error);
        sendResponse(false);
      },
    );
    return true;
  });
}

function isOpened(url: string): boolean {
  return /^https?:/.test(url) || url.startsWith(browser.runtime.getURL('/library.html'));
}
