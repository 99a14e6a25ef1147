import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { annotator } from '../../components/annotate';

const end = new AbortController();

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {} }));
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
});
afterEach(() => {
  end.abort();
  vi.unstubAllGlobals();
});

test('a page that comes back from the back/forward cache looks at the settings again', async () => {
  const get = vi.spyOn(fakeBrowser.storage.local, 'get');
  annotator(document, undefined, '', end.signal);
  const looked = () => get.mock.calls.filter(([key]) => key === 'settings').length;
  expect(looked()).toBe(1);
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
  expect(looked()).toBe(1);
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  expect(looked()).toBe(2);
});
