/** Where the requests of tests go. */
import { vi } from 'vitest';

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
