/** "Find papers on this page": asked for in the popup, by a keyboard command, or in the context menu of a page. */
import { browser } from 'wxt/browser';
import { isAlive } from './library/client';

interface Wish {
  findPapers: true;
}

const script = '/content-scripts/papers.js';

/** Milliseconds until a page that refused the script is asked again. */
const pauses = [100, 400];

/**
 * Looks for papers on the page in this tab, whatever site it is of. The page itself says what was found. Rejects where
 * the browser lets no extension in: its own pages, its shop, its viewer for PDFs.
 */
export async function findPapers(tabId: number): Promise<void> {
  const wish: Wish = { findPapers: true };
  const ask = () => browser.tabs.sendMessage(tabId, wish).catch(() => false);
  if (await ask()) return;
  await runScript(tabId);
  await ask();
}

/** Chrome 156 now and then refuses, milliseconds after the key that allowed it, what it takes when it is asked again. */
async function runScript(tabId: number, [pause, ...later] = pauses): Promise<void> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: [script] });
  } catch (error) {
    if (pause === undefined) throw error;
    await new Promise((resolve) => setTimeout(resolve, pause));
    await runScript(tabId, later);
  }
}

/** On a page: calls `find` when it is asked for, until `signal` ends it. */
export function onFindPapers(find: () => void, signal: AbortSignal): void {
  const hear = (message: Partial<Wish>, _sender: unknown, sendResponse: (heard: boolean) => void) => {
    if (!message?.findPapers) return;
    find();
    sendResponse(true);
  };
  browser.runtime.onMessage.addListener(hear);
  // In a dead extension context there is nothing left to remove a listener from.
  signal.addEventListener('abort', () => isAlive() && browser.runtime.onMessage.removeListener(hear));
}
