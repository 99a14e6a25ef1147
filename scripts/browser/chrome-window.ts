/**
 * Chrome's own window, its menus and questions, through the UI DevTools, which tell of every view in it and let it be
 * pressed. Puppeteer sees pages only.
 */
import { createServer } from 'node:net';

/** A view; the attributes are `class`, its class, `name`, its name. */
interface View {
  nodeId: number;
  attributes?: string[];
  children?: View[];
}
interface Point {
  x: number;
  y: number;
}
interface Answers {
  'DOM.enable': unknown;
  'CSS.enable': unknown;
  'DOM.getDocument': { root: View };
  'CSS.getMatchedStylesForNode': {
    matchedCSSRules: { rule: { style: { cssProperties: { name: string; value: string }[] } } }[];
  };
  'DOM.dispatchMouseEvent': unknown;
}
type Send = <M extends keyof Answers>(method: M, params?: object) => Promise<Answers[M]>;

/** What Chrome must be started with. */
export function openedAt(port: number): string[] {
  return [`--enable-ui-devtools=${port}`, '--enable-features=ui-debug-tools-enable-synthetic-events'];
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}

/** Presses the button of a dialog by its text; resolves to whether there was one. */
export function pressButton(port: number, text: string): Promise<boolean> {
  return inWindow(port, async (send) => {
    for (const path of await pathsTo('MdTextButton', send)) {
      const button = path.at(-1);
      if (!button || (await propertiesOf(button, send)).Text !== text) continue;
      await press(button, { x: 4, y: 4 }, send);
      return true;
    }
    return false;
  });
}

/**
 * Chooses the one item that an extension has in the context menu that is open; resolves to whether there was a menu. The
 * UI DevTools do not tell what an item says, but the items of extensions stand right above the last two.
 */
export function chooseExtensionItem(port: number): Promise<boolean> {
  return inWindow(port, async (send) => {
    const path = (await pathsTo('MenuItemView', send)).at(-3);
    if (!path) return false;
    // A menu takes the mouse as a whole.
    const start = path.findIndex((view) => classOf(view) === 'MenuHostRootView');
    const host = path[start];
    if (!host) return false;
    const point = { x: 8, y: 8 };
    for (const view of path.slice(start + 1)) {
      const { X = 0, Y = 0 } = await propertiesOf(view, send);
      point.x += Number(X);
      point.y += Number(Y);
    }
    await press(host, point, send);
    return true;
  });
}

async function press({ nodeId }: View, { x, y }: Point, send: Send): Promise<void> {
  for (const type of ['mouseMoved', 'mousePressed', 'mouseReleased']) {
    await send('DOM.dispatchMouseEvent', { nodeId, event: { type, x, y, button: 'left', wheelDirection: 'none' } });
  }
}

/** All views of a class, each with the views that it stands in. */
async function pathsTo(name: string, send: Send): Promise<View[][]> {
  const { root } = await send('DOM.getDocument', { depth: -1 });
  const below = (path: View[]): View[][] =>
    (path.at(-1)?.children ?? []).flatMap((child) => {
      const here = [...path, child];
      return classOf(child) === name ? [here, ...below(here)] : below(here);
    });
  return below([root]);
}

function classOf({ attributes = [] }: View): string | undefined {
  return attributes[attributes.indexOf('class') + 1];
}

async function propertiesOf({ nodeId }: View, send: Send): Promise<Record<string, string>> {
  const { matchedCSSRules } = await send('CSS.getMatchedStylesForNode', { nodeId });
  const properties = matchedCSSRules.flatMap(({ rule }) => rule.style.cssProperties);
  return Object.fromEntries(properties.map(({ name, value }) => [name, value]));
}

async function inWindow<T>(port: number, work: (send: Send) => Promise<T>): Promise<T> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/0`);
  const waiting = new Map<number, PromiseWithResolvers<never>>();
  const fail = () => {
    for (const { reject } of waiting.values()) reject(new Error('Chrome has closed its UI DevTools.'));
  };
  socket.addEventListener('close', fail);
  socket.addEventListener('message', ({ data }) => {
    const { id, result, error } = JSON.parse(String(data));
    if (error) waiting.get(id)?.reject(new Error(`Chrome’s UI DevTools: ${error.message}`));
    else waiting.get(id)?.resolve(result as never);
    waiting.delete(id);
  });
  const send: Send = (method, params = {}) => {
    const id = ++last;
    const answer = Promise.withResolvers<never>();
    waiting.set(id, answer);
    socket.send(JSON.stringify({ id, method, params }));
    return answer.promise;
  };
  let last = 0;
  try {
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve());
      socket.addEventListener('error', () => reject(new Error('Chrome does not answer at its UI DevTools.')));
    });
    await send('DOM.enable');
    await send('CSS.enable');
    return await work(send);
  } finally {
    socket.close();
  }
}
