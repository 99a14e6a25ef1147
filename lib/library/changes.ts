/** How pages hear that a paper changed: which one, never how. Whoever shows it asks the library again. */
import { browser } from 'wxt/browser';
import type { PaperId } from '../paper';
import { isAlive } from './client';

interface Change {
  changed: PaperId[];
}

/** From the background, to every page: the paper that goes by `ids` changed. */
export function announce(ids: PaperId[]): void {
  const change: Change = { changed: ids };
  browser.tabs
    .query({ discarded: false })
    .then((tabs) => {
      for (const { id } of tabs) {
        // Most tabs run no content script, and then there is nobody to hear it.
        if (id !== undefined) browser.tabs.sendMessage(id, change).catch(() => {});
      }
    })
    .catch((error) => console.error('Papergloss: other tabs were not told of a change.', error));
}

/** On a page: calls `listener` with the ids of each paper that changed, until `signal` ends it. */
export function onChange(listener: (ids: PaperId[]) => void, signal: AbortSignal): void {
  const hear = (message: Partial<Change>) => {
    if (message?.changed) listener(message.changed);
  };
  browser.runtime.onMessage.addListener(hear);
  // In a dead extension context there is nothing left to remove a listener from.
  signal.addEventListener('abort', () => isAlive() && browser.runtime.onMessage.removeListener(hear));
}
