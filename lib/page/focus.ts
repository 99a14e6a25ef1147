/** Browsers forget the focus of what a page takes out of its tree, without a word. We put it back with the host. */
const focused = new WeakMap<Element, HTMLElement>();

/** Remembers which of the controls in `host` has the focus. */
export function rememberFocus(host: HTMLElement, signal: AbortSignal): void {
  host.shadowRoot?.addEventListener(
    'focusin',
    ({ target }) => target instanceof HTMLElement && focused.set(host, target),
    { signal },
  );
  host.shadowRoot?.addEventListener('focusout', () => focused.delete(host), { signal });
}

/** Gives the focus back to where it was in `host`, unless the user has gone elsewhere since. */
export function restoreFocus(host: HTMLElement): void {
  const page = host.ownerDocument;
  if (page.activeElement === page.body) focused.get(host)?.focus({ preventScroll: true });
}
