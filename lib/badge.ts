/** The number on the toolbar button: how many of the papers on this page are saved. */
import { browser } from 'wxt/browser';
import { isAlive } from './library/client';
import type { SavedPapers } from './page/saved-papers';

interface SavedOnPage {
  savedOnPage: number;
}

/** On a page: keeps the number on the toolbar button of its tab, until `signal` ends it. */
export function followSavedOnPage(savedPapers: SavedPapers, signal: AbortSignal): void {
  let shown = 0;
  const tell = () => {
    if (savedPapers.count === shown || !isAlive()) return;
    shown = savedPapers.count;
    const message: SavedOnPage = { savedOnPage: shown };
    // A number that nobody asked for is not worth an error on somebody's page.
    browser.runtime.sendMessage(message).catch(() => {});
  };
  savedPapers.subscribe(tell);
  // The browser clears the number whenever its tab goes to a page, also to one from the back/forward cache.
  const tellAgain = ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return;
    shown = 0;
    tell();
  };
  window.addEventListener('pageshow', tellAgain, { signal });
}

/** In the background: shows what pages report. Must be called at the top level. */
export function serveBadge(): void {
  const action = browser.action ?? browser.browserAction;
  browser.runtime.onMessage.addListener((message: Partial<SavedOnPage>, sender) => {
    const tabId = sender.tab?.id;
    if (typeof message?.savedOnPage !== 'number' || tabId === undefined) return;
    const show = async (text: string) => {
      await action.setBadgeBackgroundColor({ tabId, color: '#4338ca' });
      await action.setBadgeText({ tabId, text });
    };
    // The tab may be gone by now, and its badge with it.
    show(message.savedOnPage > 0 ? String(message.savedOnPage) : '').catch(() => {});
  });
}
