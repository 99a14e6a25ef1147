/**
 * What the user wants to be sent while the browser still asks for the permission. The popup from which it was asked may
 * be closed by the question: then the background sends it, as soon as it may.
 */
import { browser } from 'wxt/browser';
import { patternOf } from '../services/hosts';
import type { Sending } from './send';

interface Wish {
  sending: Sending;
  at: number;
}

const key = 'zotero:wish';
/** Who allows it much later, in the browser's settings, means something else. */
const goodFor = 2 * 60_000;

export function wishToSend(sending: Sending): Promise<void> {
  return browser.storage.session.set({ [key]: { sending, at: Date.now() } satisfies Wish });
}

/** Sends it when it is allowed. Must be called at the top level of the background. */
export function serveWish(send: (sending: Sending) => Promise<unknown>): void {
  browser.permissions.onAdded.addListener(async ({ origins = [] }) => {
    if (!origins.includes(patternOf('zotero'))) return;
    const { [key]: wish } = await browser.storage.session.get<Record<string, Wish>>(key);
    if (!wish || Math.abs(Date.now() - wish.at) > goodFor) return;
    await browser.storage.session.remove(key);
    // Who asked hears of it by its own call, under the same name; where it is closed, there is nobody to tell.
    await send(wish.sending).catch((error) => console.warn('Papergloss could not send to Zotero:', error));
  });
}
