import { browser } from 'wxt/browser';

/** Chrome stops a background that called nothing of the browser for 30 seconds, also in the middle of work. */
const pause = 20_000;

/** Keeps the background from being stopped until this work is done. */
export async function stayAwake<T>(work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), pause);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
