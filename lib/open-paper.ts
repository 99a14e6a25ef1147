import { browser } from 'wxt/browser';
import { builtInMatches } from './built-in';
import { paperIdOf } from './identity';
import { pageOf } from './page-of';
import type { Paper } from './paper';

/** Shows the page of a paper: the tab where it is open already, or a new one. */
export async function openPaper(paper: Paper): Promise<void> {
  const tabs = await browser.tabs.query({ url: builtInMatches() });
  const ids = [paper.id, ...(paper.aliases ?? [])];
  const tab = tabs.find(({ url }) => url && ids.some((id) => id === paperIdOf(url)));
  const url = pageOf(paper);
  if (tab?.id !== undefined) {
    await browser.tabs.update(tab.id, { active: true });
    await browser.windows.update(tab.windowId, { focused: true });
  } else if (url) {
    await browser.tabs.create({ url });
  }
}
