import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { isAlive } from '../library/client';
import { rememberFocus } from './focus';
import { unsavedText } from './leftovers';
import { shieldEvents } from './shield';
import type { Entry } from './watch';

/**
 * Where a host stands, before and after its controls come: what is below moves once, by 20 pixels, while buttons keep
 * the 24 that fingers need. No rule of the page counts.
 */
const standing = 'display: block !important; min-height: 24px !important; margin: -2px 0 !important;';
const hostRule = `:host { all: initial !important; ${standing} }`;

/** Puts the controls of an entry on the page, until the entry leaves it. */
export type Mount = (entry: Entry, controls: ReactNode) => void;

/**
 * How controls with the style `css` are mounted. The host of an entry comes at once; what is in it comes when it is
 * within a screen of the viewport: a list of 2,000 stays smooth.
 */
export function mounter(css: string, signal: AbortSignal): Mount {
  const waiting = new WeakMap<Element, () => void>();
  const viewport = new IntersectionObserver(
    (changes) => {
      for (const { target, isIntersecting } of changes) {
        if (!isIntersecting) continue;
        viewport.unobserve(target);
        waiting.get(target)?.();
      }
    },
    { rootMargin: '100% 0px' },
  );
  signal.addEventListener('abort', () => viewport.disconnect());

  return (entry, controls) => {
    const { anchor, host, signal } = entry;
    if (signal.aborted) return;
    host.style.cssText = standing;
    anchor.after(host);
    entry.mounted = true;
    waiting.set(host, () => render(entry, controls, css));
    viewport.observe(host);
    signal.addEventListener('abort', () => {
      viewport.unobserve(host);
      if (isDone(host)) host.remove();
    });
  };
}

function render({ host, signal }: Entry, controls: ReactNode, css: string): void {
  const shadow = host.attachShadow({ mode: 'open' });
  const style = shadow.appendChild(host.ownerDocument.createElement('style'));
  style.textContent = hostRule + css;
  const root = createRoot(shadow.appendChild(host.ownerDocument.createElement('div')));
  rememberFocus(host, signal);
  shieldEvents(host, signal);
  root.render(controls);
  signal.addEventListener('abort', () => isDone(host) && root.unmount());
}

/** A dead extension can save nothing: what is being typed then stays in its field, for the user and for lib/page/leftovers. */
function isDone(host: Element): boolean {
  return isAlive() || unsavedText(host) === undefined;
}
