/** What Puppeteer has no word for, in the words of the protocol below it: code with Firefox's own rights, all tabs' requests. */
import type { Browser, Page } from 'puppeteer-core';
import type { Server } from './routes.ts';

interface Connection {
  send(method: string, params: object): Promise<{ result: Result }>;
  on(event: 'network.beforeRequestSent', listener: (event: RequestEvent) => void): void;
  emit(event: `browsingContext.context${'Created' | 'Destroyed'}`, info: object): void;
}
interface Result {
  contexts: { context: string }[];
  type: 'success' | 'exception';
  result: { value?: unknown };
  exceptionDetails: { text: string };
}
interface RequestEvent {
  isBlocked: boolean;
  navigation: string | null;
  request: { request: string; url: string; method: string };
}

export interface FirefoxProtocol {
  /** Runs a function of its argument alone in the browser's own window. */
  run<T>(work: (argument: string) => T | Promise<T>, argument: string): Promise<T>;
  /** Goes to an address without waiting for the load event. */
  navigate(page: Page, url: string): Promise<void>;
  /** A page for what Firefox does not announce, by its id there; it is closed when `gone` resolves. */
  adopt(context: string, gone: Promise<unknown>): Promise<Page>;
  /** Lets the server answer what any tab asks for. */
  answerRequests(server: Server): Promise<void>;
}

export async function protocolOf(browser: Browser): Promise<FirefoxProtocol> {
  const { connection } = browser as unknown as { connection: Connection };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const window = tree.result.contexts[0]?.context;
  if (!window)
    throw new Error('Firefox shows none of its own windows. Was it started with -remote-allow-system-access?');

  const answer = ({ navigation, request: { request, url, method } }: RequestEvent, server: Server) => {
    if (server.isOpen(url)) return connection.send('network.continueRequest', { request });
    const found = server.answer({ url, method, isDocument: navigation !== null });
    if (!found) return connection.send('network.failRequest', { request });
    return connection.send('network.provideResponse', {
      request,
      statusCode: found.status,
      headers: [{ name: 'Content-Type', value: { type: 'string', value: found.contentType } }],
      body: { type: 'string', value: found.body },
    });
  };

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
      await connection.send('browsingContext.navigate', { context: contextOf(page), url, wait: 'none' });
    },

    async adopt(context, gone) {
      const info = { context, url: 'about:blank', userContext: 'default', parent: null, originalOpener: null };
      connection.emit('browsingContext.contextCreated', info);
      const page = (await browser.pages()).find((found) => contextOf(found) === context);
      if (!page) throw new Error('Puppeteer does not take what Firefox does not announce.');
      // The whole browser may be gone before.
      gone.then(() => connection.emit('browsingContext.contextDestroyed', info)).catch(() => {});
      return page;
    },

    async answerRequests(server) {
      connection.on('network.beforeRequestSent', (event) => {
        // Who asked may be gone by now.
        if (event.isBlocked) answer(event, server).catch(() => {});
      });
      const urlPatterns = ['http', 'https'].map((protocol) => ({ type: 'pattern', protocol }));
      await connection.send('network.addIntercept', { phases: ['beforeRequestSent'], urlPatterns });
    },
  };
}

function contextOf(page: Page): string {
  return (page.mainFrame() as unknown as { _id: string })._id;
}
