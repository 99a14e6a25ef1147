/** What happens in our controls is no business of the page: its shortcuts must not fire while a note is typed. */
import { isOurs } from './hosts';

const keys = ['keydown', 'keypress', 'keyup'] as const;

const others = [
  'click',
  'dblclick',
  'auxclick',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
  'touchstart',
  'touchend',
  'beforeinput',
  'input',
  'change',
  'paste',
  'copy',
  'cut',
  'dragstart',
  'drop',
  'contextmenu',
];

/** Keeps events in `host` from the page around it. */
export function shieldEvents(host: HTMLElement, signal: AbortSignal): void {
  for (const type of others) host.addEventListener(type, (event) => event.stopPropagation(), { signal });
}

/**
 * Keeps keys in our controls from the whole page, also from listeners that catch them on their way down: to those
 * our host is no text field. A copy of the event, which never leaves the shadow root, takes its place.
 */
export function shieldKeys(window: Window, signal: AbortSignal): void {
  for (const type of keys) {
    window.addEventListener(
      type,
      (event) => {
        if (!(event.target instanceof Element) || !isOurs(event.target)) return;
        event.stopImmediatePropagation();
        const { key, ctrlKey, shiftKey, altKey, metaKey, isComposing, repeat } = event;
        // Not a KeyboardEvent: Firefox lets those out of the shadow root, composed or not.
        const copy = Object.assign(new Event(type, { bubbles: true, cancelable: true }), {
          key,
          ctrlKey,
          shiftKey,
          altKey,
          metaKey,
          isComposing,
          repeat,
        });
        if (event.composedPath()[0]?.dispatchEvent(copy) === false) event.preventDefault();
      },
      { capture: true, signal },
    );
  }
}
