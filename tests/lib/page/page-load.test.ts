import { expect, test } from 'vitest';
import { pageLoad } from '../../../lib/page/page-load';

const { signal } = new AbortController();

test('a page that has loaded is there at once', async () => {
  expect(document.readyState).toBe('complete');
  expect(await Promise.race([pageLoad(document, signal).then(() => 'loaded'), tick()])).toBe('loaded');
});

test('a page that left its tab while it was read never is: it has no address any more', async () => {
  const gone = document.implementation.createHTMLDocument();
  expect(gone.location).toBeNull();
  expect(await Promise.race([pageLoad(gone, signal).then(() => 'loaded'), tick()])).toBe('not yet');
});

/** Comes after all that is settled already. */
function tick(): Promise<string> {
  return new Promise((resolve) => setTimeout(resolve, 0, 'not yet'));
}
