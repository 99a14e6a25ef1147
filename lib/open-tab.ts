/** Opening a page in another tab, in front or behind: only the background can do the latter. */
import { browser } from 'wxt/browser';

interface Wish {
  openTab: { url: string; behind: boolean };
}

/** On a page: opens `url` beside its tab. */
export async function openTab(url: string, behind: boolean): Promise<void> {
  const wish: Wish = { openTab: { url, behind } };
  await browser.runtime.sendMessage(wish);
}

/** In the background: opens what pages ask for. Must be called at the top level. */
export function serveOpenTab(): void {
  browser.runtime.onMessage.addListener((message: Partial<Wish>, sender, sendResponse) => {
    const { url, behind } = message?.openTab ?? {};
    if (typeof url !== 'string' || !/^https?:/.test(url)) return;
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
