import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { isAlive } from '../library/client';
import { rememberFocus } from './focus';
import { unsavedText } from './leftovers';
import { shieldEvents } from './shield';
import type { Entry } from './watch';

/**
 * Puts the host of an entry on the page, and renders `node` in its shadow root once it comes near the viewport: a
 * list of 2,000 stays smooth. Ends with the entry.
 */
export function mount(entry: Entry, node: ReactNode, css: string): void {
  const { host, signal } = entry;
  if (signal.aborted) return;
  // The height is there before the controls are: what stands below is moved once.
  host.style.cssText = 'display: block; min-height: 24px';
  entry.anchor.after(host);
  entry.mounted = true;
  whenNear(host, () => render(entry, node, css), signal);
  signal.addEventListener('abort', () => isDone(host) && host.remove());
}

function render({ host, signal }: Entry, node: ReactNode, css: string): void {
  const shadow = host.attachShadow({ mode: 'open' });
  const style = shadow.appendChild(host.ownerDocument.createElement('style'));
  style.textContent = css;
  const root = createRoot(shadow.appendChild(host.ownerDocument.createElement('div')));
  rememberFocus(host, signal);
  shieldEvents(host, signal);
  root.render(node);
  signal.addEventListener('abort', () => isDone(host) && root.unmount());
}

/** A dead extension can save nothing: what is being typed then stays in its field, for the user and for lib/page/leftovers. */
function isDone(host: Element): boolean {
  return isAlive() || unsavedText(host) === undefined;
}

/** Calls `render` when `host` comes within a screen of the viewport. */
function whenNear(host: Element, render: () => void, signal: AbortSignal): void {
  const observer = new IntersectionObserver(
    (changes) => {
      if (!changes.some((change) => change.isIntersecting)) return;
      observer.disconnect();
      render();
    },
    { rootMargin: '100% 0px' },
  );
  observer.observe(host);
  signal.addEventListener('abort', () => observer.disconnect());
}
