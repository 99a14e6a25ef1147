import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { pressKeys } from './chrome-keys.ts';
import { chooseExtensionItem, freePort, openedAt, pressButton } from './chrome-window.ts';
import { type Driver, emptyPlace, type Start, textOf, windowSize } from './driver.ts';
import { shortcutOf } from './manifest.ts';
import type { Server } from './routes.ts';
import { until } from './until.ts';

/** Chromium, Chrome or Edge, with the extension loaded. */
export async function startChrome({ executable, extension, profile, headless, network }: Start): Promise<Driver> {
  if (network) await writePreferences(profile);
  const ownWindow = network ? await freePort() : undefined;
  const browser = await puppeteer.launch({
    executablePath: executable,
    userDataDir: profile,
    headless,
    // Chrome no longer takes --load-extension; over a pipe it takes extensions all the same.
    pipe: true,
    enableExtensions: true,
    defaultViewport: headless ? windowSize : null,
    ignoreDefaultArgs: headless ? [] : ['--enable-automation'],
    args: [
      ...quiet,
      ...(isConfined() ? ['--no-sandbox'] : []),
      ...(network ? [`--proxy-server=127.0.0.1:${network.wall}`] : []),
      ...(ownWindow ? openedAt(ownWindow) : []),
    ],
  });
  if (network) await answerRequests(browser, network.server);
  const id = await browser.installExtension(extension);
  const background = async () => (await browser.extensions()).get(id)?.workers() ?? [];

  const errors: string[] = [];
  browser.on('targetcreated', async (target) => {
    if (target.type() !== 'service_worker') return;
    // It may be gone before one can listen.
    const worker = await target.worker().catch(() => null);
    worker?.on('console', (message) => message.type() === 'error' && errors.push(`background: ${message.text()}`));
    worker?.on('error', (error) => errors.push(`background: ${textOf(error)}`));
  });

  const windowPort = () => {
    if (!ownWindow) throw new Error('Chrome’s own window is out of reach where the network is open.');
    return ownWindow;
  };

  const isBackgroundRunning = async () => {
    const session = await browser.target().createCDPSession();
    const { targetInfos } = await session.send('Target.getTargets');
    await session.detach();
    return targetInfos.some((target) => target.type === 'service_worker' && target.url.includes(id));
  };

  return {
    browser,
    id,
    isBackgroundRunning,
    errors: async () => errors.splice(0),

    watch(page) {
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      page.on('pageerror', (error) => errors.push(textOf(error)));
    },

    async openExtensionPage(path) {
      const page = await browser.newPage();
      await page.goto(`chrome-extension://${id}/${path}`);
      return page;
    },

    async openPopup(over) {
      const address = `chrome-extension://${id}/popup.html`;
      const open = browser.targets();
      await over.bringToFront();
      await (await browser.extensions()).get(id)?.triggerAction(over);
      const target = await browser.waitForTarget((found) => found.url().startsWith(address) && !open.includes(found));
      return target.asPage();
    },

    async pressShortcut(command, over) {
      await over.bringToFront();
      await pressKeys(over, await shortcutOf(extension, command));
    },

    async chooseMenuItem(_item, over) {
      await over.bringToFront();
      await over.mouse.click(emptyPlace.x, emptyPlace.y, { button: 'right' });
      await until('the context menu', () => chooseExtensionItem(windowPort()));
    },

    answerQuestion: (answer) => pressButton(windowPort(), answer),

    async revokeHost(pattern) {
      const settings = await browser.newPage();
      await settings.goto('chrome://extensions');
      await settings.evaluate((...of) => chrome.developerPrivate.removeHostPermission(...of), id, pattern);
      await settings.close();
    },

    async stopBackground() {
      // A page that waits for an answer asks again, and so starts it again.
      await until('the service worker to end', async () => {
        for (const worker of await background()) await worker.close();
        return !(await isBackgroundRunning());
      });
    },

    async badge(over) {
      await over.bringToFront();
      const worker = await until('the service worker', async () => (await background())[0]);
      return worker.evaluate(async () => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        return chrome.action.getBadgeText({ tabId: tab?.id });
      });
    },

    async prefer(scheme, pages) {
      const features = [{ name: 'prefers-color-scheme', value: scheme }];
      await Promise.all(pages.map((page) => page.emulateMediaFeatures(features)));
    },
  };
}

/** For the whole browser, because a tab that closes lets slip what nobody has answered yet, such as its icon. */
async function answerRequests(browser: Browser, server: Server): Promise<void> {
  const session = await browser.target().createCDPSession();
  session.on('Fetch.requestPaused', ({ requestId, request: { url, method }, resourceType }) => {
    // Who asked may be gone by now.
    if (server.isOpen(url)) return void session.send('Fetch.continueRequest', { requestId }).catch(() => {});
    const answer = server.answer({ url, method, isDocument: resourceType === 'Document' });
    const settled = answer
      ? session.send('Fetch.fulfillRequest', {
          requestId,
          responseCode: answer.status,
          responseHeaders: [{ name: 'Content-Type', value: answer.contentType }],
          body: Buffer.from(answer.body).toString('base64'),
        })
      : session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
    // Who asked may be gone by now.
    settled.catch(() => {});
  });
  await session.send('Fetch.enable', { patterns: [{ urlPattern: 'http://*' }, { urlPattern: 'https://*' }] });
}

const quiet = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  // Several sites may share a process: fewer are to be started. Extensions have theirs all the same.
  '--disable-site-isolation-trials',
  '--disable-sync',
];

/** Chrome's sandbox does not work for root, nor in many containers. */
function isConfined(): boolean {
  return process.getuid?.() === 0 || Boolean(process.env.CI);
}

/** Without guessing where a page will want to connect: that would look like a request. What is downloaded goes with it. */
async function writePreferences(profile: string): Promise<void> {
  const file = join(profile, 'Default', 'Preferences');
  if (existsSync(file)) return;
  await mkdir(join(profile, 'Default'), { recursive: true });
  const download = { default_directory: profile, prompt_for_download: false };
  // Chrome asks somebody about what is downloaded: that would look like a request, too.
  const safebrowsing = { enabled: false };
  await writeFile(file, JSON.stringify({ download, safebrowsing, net: { network_prediction_options: 2 } }));
}

/** Of the API of extensions, for code that runs in the worker of ours, or in Chrome's own page about them. */
declare const chrome: {
  developerPrivate: { removeHostPermission(id: string, pattern: string): Promise<void> };
  tabs: { query(query: object): Promise<{ id?: number }[]> };
  action: { getBadgeText(of: { tabId: number | undefined }): Promise<string> };
};
