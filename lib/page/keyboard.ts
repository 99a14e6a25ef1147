/** Keys on a list. Off in text fields, with Ctrl, Alt or Meta held, and where the site uses the key itself. */
import { actionOf, type KeyAction, type KeyMap } from '../keys';
import { isOurs } from './hosts';

interface Keyboard {
  /** The keys as they are now; `undefined`: they are off. */
  map(): KeyMap | undefined;
  /** Does it; `false` when there is nothing to do it to, and the key is the page's. */
  act(action: KeyAction): boolean;
}

/** Listens to keys over the page, until `signal` ends it. Must be called before the shield that keeps keys in controls. */
export function listenToKeys(window: Window, { map, act }: Keyboard, signal: AbortSignal): void {
  const take = (event: KeyboardEvent) => {
    const keys = map();
    if (!keys || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (isTextField(event.composedPath()[0])) return;
    const action = actionOf(event.key, keys);
    if (!action || isKeyOfSite(window.document, event.key) || !act(action)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  // In our own controls the shield lets no key out: it is taken on the way down.
  const inControls = (event: KeyboardEvent) => {
    if (event.target instanceof Element && isOurs(event.target)) take(event);
  };
  window.addEventListener('keydown', inControls, { capture: true, signal });
  // From the page it is taken last: a key that the site has used by then is not ours.
  window.addEventListener('keydown', take, { signal });
}

/** Whether the page says that it uses a key by itself: GitHub does in `data-hotkey`, others by ARIA. */
export function isKeyOfSite(page: Document, key: string): boolean {
  const declared = page.querySelectorAll('[aria-keyshortcuts], [data-hotkey]');
  return Array.from(declared).some((element) => {
    const keys = `${element.getAttribute('aria-keyshortcuts') ?? ''} ${element.getAttribute('data-hotkey') ?? ''}`;
    return keys.split(/[\s,]+/).includes(key);
  });
}

const textInputs = /^(?:|text|search|url|tel|email|password|number|date|datetime-local|month|time|week)$/;

/** Whether keys write there, or choose. */
export function isTextField(target: EventTarget | undefined): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return textInputs.test(target.type);
  return (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    target.closest('[role="textbox"], [role="combobox"], [role="menu"], [role="listbox"]') !== null
  );
}
