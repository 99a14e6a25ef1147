import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { stayAwake } from '../../lib/stay-awake';

afterEach(() => {
  vi.useRealTimers();
});

test('calls the browser as long as the work lasts, and no longer', async () => {
  vi.useFakeTimers();
  const asked = vi.fn(async () => ({}));
  Object.assign(fakeBrowser.runtime, { getPlatformInfo: asked });
  const { promise, resolve } = Promise.withResolvers<string>();
  const done = stayAwake(() => promise);
  await vi.advanceTimersByTimeAsync(65_000);
  expect(asked).toHaveBeenCalledTimes(3);
  resolve('done');
  expect(await done).toBe('done');
  await vi.advanceTimersByTimeAsync(65_000);
  expect(asked).toHaveBeenCalledTimes(3);
});

test('what fails, fails, and is over', async () => {
  vi.useFakeTimers();
  await expect(stayAwake(() => Promise.reject(new Error('full')))).rejects.toThrow('full');
  expect(vi.getTimerCount()).toBe(0);
});
