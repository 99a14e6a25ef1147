import { browser } from 'wxt/browser';
import { builtInMatches } from './built-in';

/**
 * Puts the controls on pages that were open before Papergloss was installed or updated. Firefox does so by itself.
 * Must be called at the top level of the background.
 */
export function annotateOpenTabs(): void {
  if (import.meta.env.FIREFOX) return;
  browser.runtime.onInstalled.addListener(async () => {
    const tabs = await browser.tabs.query({ url: builtInMatches(), discarded: false });
    for (const { id } of tabs) {
      if (id === undefined) continue;
      const target = { tabId: id };
      // A tab may be closed by now, or show an error page under that address.
      browser.scripting
        .executeScript({ target, files: ['/content-scripts/papers.js'] })
        .catch((error) => console.warn('Papergloss:', error));
    }
  });
}
