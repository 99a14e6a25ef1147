/** Resolves when the page, its scripts included, has loaded; at the latest after three seconds. */
export function pageLoad(page: Document, signal: AbortSignal): Promise<void> {
  if (page.readyState === 'complete') return Promise.resolve();
  return new Promise((resolve) => {
    page.defaultView?.addEventListener('load', () => resolve(), { signal, once: true });
    // One picture that never comes must not keep the controls away.
    setTimeout(resolve, 3000);
  });
}
