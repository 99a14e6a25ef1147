/** Resolves when the page, its scripts included, has loaded; at the latest after three seconds. Never, if it has left its tab. */
export function pageLoad(page: Document, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    // A tab may close while its page is being read: such a page has no address any more, and needs no controls.
    const done = () => page.location && resolve();
    if (page.readyState === 'complete') return done();
    page.defaultView?.addEventListener('load', done, { signal, once: true });
    // One picture that never comes must not keep the controls away.
    setTimeout(done, 3000);
  });
}
