/** The browser, as far as the background asks others: permissions, storage of its session, and requests. */
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** Lets the background ask everybody, or only those. Returns the patterns that are granted. */
export function allow(granted: string[] = ['<all>']): string[] {
  const isGranted = (origin: string) => granted.includes('<all>') || granted.includes(origin);
  Object.assign(fakeBrowser, {
    permissions: {
      contains: async ({ origins = [] }: { origins?: string[] }) => origins.every(isGranted),
      getAll: async () => ({ origins: [...granted] }),
      request: vi.fn(async ({ origins = [] }: { origins?: string[] }) => {
        granted.push(...origins);
        return true;
      }),
      remove: vi.fn(async ({ origins = [] }: { origins?: string[] }) => {
        for (const origin of origins) granted.splice(granted.indexOf(origin), 1);
        return true;
      }),
      onAdded: { addListener: () => {}, removeListener: () => {} },
      onRemoved: { addListener: () => {}, removeListener: () => {} },
    },
  });
  return granted;
}

/** Requests go to a server on loopback, with what a browser adds to those of an extension. */
export function askAt(port: number): void {
  const real = globalThis.fetch;
  vi.stubGlobal('fetch', (url: string, init: RequestInit) =>
    real(url.replace('http://127.0.0.1:23119', `http://127.0.0.1:${port}`), {
      ...init,
      headers: { ...init.headers, 'User-Agent': 'Mozilla/5.0', Origin: 'chrome-extension://papergloss' },
    }),
  );
}

/** Requests are answered here. */
export function answerAll(answer: (url: URL, init: RequestInit) => Response | Promise<Response>) {
  const asked = vi.fn(async (url: string, init: RequestInit) => answer(new URL(url), init));
  vi.stubGlobal('fetch', asked);
  return asked;
}
