/** Firefox's own window: the popup of the toolbar button, menus, shortcuts and questions. */
import type { Page } from 'puppeteer-core';
import { type Consent, emptyPlace } from './driver.ts';
import type { FirefoxProtocol } from './firefox-protocol.ts';
import { until } from './until.ts';

/** The popup in its panel, and not where Firefox loads it beforehand. */
const popup = 'panel:not(#webextension-remote-preload-panel) [webextension-view-type="popup"]';

/** Presses the toolbar button, and resolves to the popup. */
export async function openPopup(firefox: FirefoxProtocol, addon: string, address: string): Promise<Page> {
  await firefox.run((id) => {
    const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
    ExtensionParent.apiManager.global.browserActionFor(WebExtensionPolicy.getByID(id).extension).triggerAction(window);
  }, addon);
  const context = await until('the popup', () => firefox.run(nameOpened, popup));
  const page = await firefox.adopt(context, firefox.run(whenClosed, popup));
  // It stands in front of the page by itself, and is no tab that could be selected or closed.
  Object.assign(page, {
    bringToFront: async () => {},
    close: () =>
      firefox.run((open) => document.querySelector(open)?.closest<FirefoxPanel>('panel')?.hidePopup(), popup),
  });
  // Keys that come before it has the focus are lost.
  await until(`${address} to load, and to get the focus`, () =>
    page.evaluate((url) => document.readyState === 'complete' && location.href === url && document.hasFocus(), address),
  );
  return page;
}

/** Gives the popup an id by which the protocol can name it, once it is open. */
function nameOpened(selector: string): string | undefined {
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  const found = () => document.querySelector<FirefoxPopup>(selector);
  const opened = found();
  if (opened?.closest<FirefoxPanel>('panel')?.state !== 'open') return undefined;
  // Only tabs have one by themselves, and only among them an id is looked up.
  opened.permanentKey ??= {};
  if (!Object.hasOwn(NavigableManager, 'getBrowserById')) {
    const tabById = NavigableManager.getBrowserById.bind(NavigableManager);
    NavigableManager.getBrowserById = (id) => {
      const open = found();
      return tabById(id) ?? (open && NavigableManager.getIdForBrowser(open) === id ? open : null);
    };
  }
  return NavigableManager.getIdForBrowser(opened);
}

function whenClosed(selector: string): Promise<void> {
  const panel = document.querySelector(selector)?.closest('panel');
  return new Promise((resolve) => {
    panel?.addEventListener('popuphidden', () => resolve(), { once: true });
  });
}

/** Does what the keys of a command do: Firefox does not take such keys from the protocol. */
export async function pressShortcut(
  firefox: FirefoxProtocol,
  about: { addon: string; command: string; shortcut: string },
): Promise<void> {
  await firefox.run((given) => {
    const { addon, command, shortcut } = JSON.parse(given) as typeof about;
    const { shortcuts } = WebExtensionPolicy.getByID(addon).extension;
    const wanted = shortcuts.buildKeyFromShortcut(document, command, shortcut);
    const keys = shortcuts.keysetsMap.get(window)?.children ?? [];
    const key = [...keys].find((key) => key.isEqualNode(wanted));
    if (!key) throw new Error(`${shortcut} are the keys of no command.`);
    key.doCommand();
  }, JSON.stringify(about));
}

/** Opens the context menu of a page, and chooses an item by what it says. */
export async function chooseMenuItem(firefox: FirefoxProtocol, over: Page, item: string): Promise<void> {
  await over.mouse.click(emptyPlace.x, emptyPlace.y, { button: 'right' });
  await until(`“${item}” in the context menu`, () =>
    firefox.run((label) => {
      const menu = document.querySelector<FirefoxPanel>('#contentAreaContextMenu');
      const found = [...(menu?.querySelectorAll<FirefoxItem>('menuitem') ?? [])].find((each) => each.label === label);
      if (menu?.state !== 'open' || !found) return false;
      menu.activateItem(found);
      return true;
    }, item),
  );
}

/** Presses a button of the question that is open; resolves to whether there is one. */
export function answerQuestion(firefox: FirefoxProtocol, answer: Consent): Promise<boolean> {
  return firefox.run((label) => {
    const question = PopupNotifications.panel.querySelector<FirefoxQuestion>('#addon-webext-permissions-notification');
    if (PopupNotifications.panel.state === 'closed' || !question) return false;
    (label === 'Allow' ? question.button : question.secondaryButton).click();
    return true;
  }, answer);
}

/** Takes back the permission for hosts, as the page about the add-on does. */
export async function revokeHost(firefox: FirefoxProtocol, about: { addon: string; pattern: string }): Promise<void> {
  await firefox.run((given) => {
    const { addon, pattern } = JSON.parse(given) as typeof about;
    const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
    const { extension } = WebExtensionPolicy.getByID(addon);
    return ExtensionPermissions.remove(addon, { origins: [pattern], permissions: [] }, extension);
  }, JSON.stringify(about));
}
