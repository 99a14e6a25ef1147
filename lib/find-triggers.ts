/** The ways to ask for papers on a page beside the popup: a keyboard command, and the page's context menu. */
import { browser } from 'wxt/browser';
import { findPapers } from './find-papers';
import { t } from './text';

const name = 'find-papers';

/** Must be called at the top level of the background. */
export function serveFindTriggers(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === name) findIn(tab?.id);
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (menuItemId === name) findIn(tab?.id);
  });
  browser.runtime.onInstalled.addListener(async () => {
    await browser.contextMenus.removeAll();
    browser.contextMenus.create({ id: name, title: t('menu.find'), contexts: ['page', 'selection', 'link'] });
  });
}

/** Where the page cannot say anything, the toolbar button does. */
async function findIn(tabId: number | undefined): Promise<void> {
  if (tabId === undefined) return;
  try {
    await findPapers(tabId);
  } catch (error) {
    console.warn('Papergloss:', error);
    const action = browser.action ?? browser.browserAction;
    await action.setBadgeText({ tabId, text: '!' });
    await action.setTitle({ tabId, title: t('thisPage.notAllowed') });
  }
}
