/** Code that runs with the rights of Firefox itself. Puppeteer has no word for it; the protocol below it does. */
import type { Browser, Page } from 'puppeteer-core';

interface Connection {
  send(method: string, params: object): Promise<{ result: Result }>;
}
interface Result {
  contexts: { context: string; url: string }[];
  type: 'success' | 'exception';
  result: { value?: unknown };
  exceptionDetails: { text: string };
}

/** What `privileged` gives. */
export interface Privileged {
  /** Runs a function of its argument alone in the browser's own window. */
  run<T>(work: (argument: string) => T | Promise<T>, argument: string): Promise<T>;
  /** Goes to an address without waiting for the load event. */
  navigate(page: Page, url: string): Promise<void>;
}

export async function privileged(browser: Browser): Promise<Privileged> {
  const { connection } = browser as unknown as { connection: Connection };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const window = tree.result.contexts[0]?.context;
  if (!window)
    throw new Error('Firefox shows none of its own windows. Was it started with -remote-allow-system-access?');

  return {
    async run<T>(work: (argument: string) => T | Promise<T>, argument: string) {
      const { result } = await connection.send('script.callFunction', {
        functionDeclaration: work.toString(),
        arguments: [{ type: 'string', value: argument }],
        awaitPromise: true,
        target: { context: window },
      });
      if (result.type === 'exception') throw new Error(`Firefox: ${result.exceptionDetails.text}`);
      return result.result.value as T;
    },

    async navigate(page, url) {
      const { _id: context } = page.mainFrame() as unknown as { _id: string };
      await connection.send('browsingContext.navigate', { context, url, wait: 'none' });
    },
  };
}
