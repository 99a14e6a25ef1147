import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { isAlive } from '../library/client';
import { rememberFocus } from './focus';
import { unsavedComments, unsavedText } from './leftovers';
import { shieldEvents } from './shield';
import { type Entry, place } from './watch';

/**
 * Where a host stands, before and after its controls come: what is below moves once, by 20 pixels, while buttons keep
 * the 24 that fingers need. No rule of the page counts.
 */
const standing = 'display: block !important; min-height: 24px !important; margin: -2px 0 !important;';
/** In a line of text: beside the words; a note hangs below the line, and does not lift it. */
const standingInline =
  'display: inline-block !important; min-height: 24px !important; margin: -4px 4px !important; vertical-align: text-top !important;';

/** Puts the controls of an entry on the page, until the entry leaves it; `whenNear` is called when they come. */
export type Mount = (entry: Entry, controls: ReactNode, whenNear: () => void) => void;

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

  return (entry, controls, whenNear) => {
    const { host, signal } = entry;
    if (signal.aborted) return;
    host.style.cssText = styleOf(entry);
    place(entry);
    entry.mounted = true;
    waiting.set(host, () => {
      renderIn(host, controls, `:host { all: initial !important; ${styleOf(entry)} } ${css}`, signal);
      rememberFocus(host, signal);
      whenNear();
    });
    viewport.observe(host);
    signal.addEventListener('abort', () => {
      viewport.unobserve(host);
      if (isDone(host)) host.remove();
    });
  };
}

function styleOf({ controls }: Entry): string {
  return controls === 'inline' ? standingInline : standing;
}

/** Renders `content` in a shadow root of `host`, with a style of its own, and keeps its events from the page. */
export function renderIn(host: HTMLElement, content: ReactNode, css: string, signal: AbortSignal): void {
  const shadow = host.attachShadow({ mode: 'open' });
  const style = shadow.appendChild(host.ownerDocument.createElement('style'));
  style.textContent = css;
  const root = createRoot(shadow.appendChild(host.ownerDocument.createElement('div')));
  shieldEvents(host, signal);
  root.render(content);
  signal.addEventListener('abort', () => isDone(host) && root.unmount());
}

/** A dead extension can save nothing: what is being typed then stays in its field, for the user and for lib/page/leftovers. */
function isDone(host: Element): boolean {
  return isAlive() || (unsavedText(host) === undefined && unsavedComments(host).size === 0);
}
