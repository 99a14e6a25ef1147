/** Browsers take the focus from what a page takes out of its tree. We put it back with the host. */
const focused = new WeakMap<Element, HTMLElement>();

/** Remembers which of the controls in `host` has the focus. */
export function rememberFocus(host: HTMLElement, signal: AbortSignal): void {
  const remember = ({ target }: Event) => {
    if (target instanceof HTMLElement) focused.set(host, target);
  };
  // Chrome tells of the focus that is lost with the host, too: known for what it is only when the host is gone.
  const forget = ({ target }: Event) =>
    queueMicrotask(() => {
      if (host.isConnected && focused.get(host) === target) focused.delete(host);
    });
  host.shadowRoot?.addEventListener('focusin', remember, { signal });
  host.shadowRoot?.addEventListener('focusout', forget, { signal });
}

/** Gives the focus back to where it was in `host`, unless the user has gone elsewhere since. */
export function restoreFocus(host: HTMLElement): void {
  const page = host.ownerDocument;
  if (page.activeElement === page.body) focused.get(host)?.focus({ preventScroll: true });
}
