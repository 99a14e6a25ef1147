/** What happens in our controls is no business of the page: its shortcuts must not fire while a note is typed. */
import { hostName } from './watch';

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
        if (!(event.target instanceof Element) || event.target.localName !== hostName) return;
        event.stopImmediatePropagation();
        const { key, code, ctrlKey, shiftKey, altKey, metaKey, repeat, isComposing } = event;
        const modifiers = { ctrlKey, shiftKey, altKey, metaKey };
        const copy = new KeyboardEvent(type, {
          key,
          code,
          ...modifiers,
          repeat,
          isComposing,
          bubbles: true,
          cancelable: true,
          composed: false,
        });
        if (event.composedPath()[0]?.dispatchEvent(copy) === false) event.preventDefault();
      },
      { capture: true, signal },
    );
  }
}
