/** Names of Firefox's own, for code that runs with its rights: just what is used here. */
interface ScriptError {
  sourceName: string;
  errorMessage: string;
  lineNumber: number;
  columnNumber: number;
}

interface FirefoxExtension {
  backgroundState: string;
  terminateBackground(options: { ignoreDevToolsAttached: boolean }): Promise<void>;
  shortcuts: {
    buildKeyFromShortcut(document: Document, command: string, shortcut: string): FirefoxKey;
    keysetsMap: WeakMap<Window, { children: Iterable<FirefoxKey> }>;
  };
}
interface FirefoxKey extends Element {
  doCommand(): void;
}

/** A panel or a menu. */
interface FirefoxPanel extends Element {
  state: 'open' | 'showing' | 'hiding' | 'closed';
  hidePopup(): void;
  activateItem(item: FirefoxItem): void;
}
interface FirefoxItem extends Element {
  label: string;
}
interface FirefoxQuestion extends Element {
  button: HTMLElement;
  secondaryButton: HTMLElement;
}
interface FirefoxPopup extends Element {
  currentURI: { spec: string };
  permanentKey?: object;
}

interface FirefoxModules {
  'resource://gre/modules/ExtensionParent.sys.mjs': {
    ExtensionParent: {
      apiManager: {
        global: {
          browserActionFor(extension: FirefoxExtension): {
            action: { getContextData(tab: object): { badgeText: string } };
            triggerAction(window: Window): void;
          };
        };
      };
    };
  };
  'resource://gre/modules/ExtensionPermissions.sys.mjs': {
    ExtensionPermissions: {
      remove(addon: string, what: { origins: string[]; permissions: [] }, extension: FirefoxExtension): Promise<void>;
    };
  };
  'chrome://remote/content/shared/NavigableManager.sys.mjs': {
    NavigableManager: {
      getBrowserById(id: string): object | null;
      getIdForBrowser(browser: FirefoxPopup): string;
    };
  };
}

declare const ChromeUtils: { importESModule<Url extends keyof FirefoxModules>(url: Url): FirefoxModules[Url] };
declare const Ci: { nsIScriptError: { new (): ScriptError } };
declare const PopupNotifications: { panel: FirefoxPanel };
declare const Services: {
  console: { getMessageArray(): object[]; reset(): void };
  prefs: { setIntPref(name: string, value: number): void };
};
declare const WebExtensionPolicy: { getByID(id: string): { extension: FirefoxExtension } };
declare const gBrowser: { selectedTab: object };
