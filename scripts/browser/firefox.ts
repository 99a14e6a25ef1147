import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { type Driver, type Start, textOf, windowSize } from './driver.ts';
import { listenToConsole, takeThrown } from './firefox-console.ts';
import { protocolOf } from './firefox-protocol.ts';
import { answerQuestion, chooseMenuItem, openPopup, pressShortcut, revokeHost } from './firefox-window.ts';
import { addonId, shortcutOf } from './manifest.ts';
import { until } from './until.ts';

/** Firefox, with the extension loaded for as long as it runs. */
export async function startFirefox({ executable, extension, profile, headless, network }: Start): Promise<Driver> {
  const id = await addonId(extension);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: executable,
    userDataDir: profile,
    headless,
    defaultViewport: headless ? windowSize : null,
    // Pages of extensions are the system's to Firefox.
    args: ['-remote-allow-system-access'],
    extraPrefsFirefox: {
      'devtools.console.stdout.content': true,
      // A process that waits for the next tab takes as long to start as that of a tab.
      'dom.ipc.processPrelaunch.enabled': false,
      // A panel of Firefox's own would take the focus of the page.
      'browser.download.alwaysOpenPanel': false,
      // What is downloaded goes with the profile.
      'browser.download.folderList': 2,
      'browser.download.dir': join(profile, 'downloads'),
      ...kept(id),
      ...(network ? behind(network.wall) : {}),
    },
  });
  const errors = listenToConsole(browser);
  await browser.installExtension(extension);
  const firefox = await protocolOf(browser);
  if (network) await firefox.answerRequests(network.server);

  const openExtensionPage = async (path: string) => {
    const page = await browser.newPage();
    const address = `moz-extension://${uuid}/${path}`;
    await firefox.navigate(page, address);
    // Its load event never comes.
    await until(`${address} to load`, () =>
      page.evaluate((url) => document.readyState === 'complete' && location.href === url, address),
    );
    return page;
  };

  const isBackgroundRunning = async () => {
    const state = await firefox.run((addon) => WebExtensionPolicy.getByID(addon).extension.backgroundState, id);
    return state !== 'stopped';
  };

  return {
    browser,
    id,

    openExtensionPage,

    async openPopup(over) {
      await over.bringToFront();
      return openPopup(firefox, id, `moz-extension://${uuid}/popup.html`);
    },

    async pressShortcut(command, over) {
      await over.bringToFront();
      await pressShortcut(firefox, { addon: id, command, shortcut: await shortcutOf(extension, command) });
    },

    async chooseMenuItem(item, over) {
      await over.bringToFront();
      await chooseMenuItem(firefox, over, item);
    },

    answerQuestion: (answer) => answerQuestion(firefox, answer),

    revokeHost: (pattern) => revokeHost(firefox, { addon: id, pattern }),

    async stopBackground() {
      await until('the event page to end', async () => {
        await firefox.run(
          (addon) => WebExtensionPolicy.getByID(addon).extension.terminateBackground({ ignoreDevToolsAttached: true }),
          id,
        );
        // What a page had just asked for wakes it again.
        return !(await isBackgroundRunning());
      });
    },

    isBackgroundRunning,

    async badge(over) {
      await over.bringToFront();
      return firefox.run((addon) => {
        const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
        const { action } = ExtensionParent.apiManager.global.browserActionFor(
          WebExtensionPolicy.getByID(addon).extension,
        );
        return action.getContextData(gBrowser.selectedTab).badgeText;
      }, id);
    },

    async prefer(scheme) {
      await firefox.run((value) => {
        Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', value === 'dark' ? 0 : 1);
      }, scheme);
    },

    watch(page) {
      page.on('pageerror', (error) => errors.push(textOf(error)));
    },

    async errors() {
      return [...errors.splice(0), ...(await takeThrown(firefox, `moz-extension://${uuid}/`))];
    },
  };
}

/** The same at every start, so that what the extension has stored is found again. */
const uuid = '6a3f1c52-8f0e-4b7d-9a51-2f7c60e4d815';

/** A temporary add-on is removed when Firefox ends, and its data with it, unless told otherwise. */
function kept(id: string) {
  return {
    'extensions.webextensions.uuids': JSON.stringify({ [id]: uuid }),
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
  };
}

function behind(wall: number) {
  return {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': wall,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': wall,
    // Connections on a guess would look like requests.
    'network.http.speculative-parallel-limit': 0,
    'network.prefetch-next': false,
  };
}
