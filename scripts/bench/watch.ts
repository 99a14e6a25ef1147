/** What a page measures about itself. Runs in the page, before anything else. */
import type { Page } from 'puppeteer-core';

/** Milliseconds. */
export interface Watched {
  /** From the navigation to the painted list. */
  listed?: number;
  /** From each keystroke that changed the query to the painted list of what it finds. */
  typed: number[];
  /** From the latest such keystroke to the first painted facets, and to all of them. */
  facets: { first?: number | undefined; all?: number | undefined };
  /** Of tasks over 50 ms; 0 where there were none. */
  longestTask: number;
}

declare global {
  interface Window {
    bench: Watched;
  }
}

/** Opens a page of the extension in the tab, with this measuring in it. */
export async function openWatched(page: Page, path: string): Promise<void> {
  const { identifier } = await page.evaluateOnNewDocument(watch);
  await page.goto(new URL(path, page.url()).href);
  await page.removeScriptToEvaluateOnNewDocument(identifier);
}

function watch(): void {
  const bench: Watched = { typed: [], facets: {}, longestTask: 0 };
  window.bench = bench;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) bench.longestTask = Math.max(bench.longestTask, duration);
  }).observe({ type: 'longtask', buffered: true });

  let keyAt: number | undefined;
  let queryAt: number | undefined;
  let facetsAt = 0;
  addEventListener('keydown', ({ timeStamp }) => (keyAt = timeStamp), true);
  addEventListener('input', ({ timeStamp }) => {
    // What an input method writes comes without a key.
    queryAt = facetsAt = keyAt ?? timeStamp;
    keyAt = undefined;
    bench.facets = {};
  });
  const has = (selector: string) => document.querySelector(selector) !== null;
  const isListed = () => has('main li h2, .rows [role="option"]:not([aria-busy="true"])');
  const isBusy = () => has('main[aria-busy="true"], .results[aria-busy="true"]');
  /** As soon as what is there now is painted. */
  const whenPainted = (tell: (now: number) => void) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => tell(performance.now());
    port2.postMessage(undefined);
  };
  let isListing = true;
  const look = () => {
    requestAnimationFrame(look);
    if (isListing && isListed()) {
      isListing = false;
      whenPainted((now) => (bench.listed = now));
    }
    if (queryAt !== undefined && !isBusy()) {
      const at = queryAt;
      queryAt = undefined;
      whenPainted((now) => bench.typed.push(now - at));
    }
    if (facetsAt === 0 || queryAt !== undefined) return;
    const at = facetsAt;
    if (bench.facets.first === undefined && has('.facets[aria-busy="false"]')) {
      whenPainted((now) => (bench.facets.first ??= now - at));
    }
    if (has('#filters[aria-busy="false"]')) {
      facetsAt = 0;
      whenPainted((now) => {
        bench.facets.first ??= now - at;
        bench.facets.all = now - at;
      });
    }
  };
  look();
}
