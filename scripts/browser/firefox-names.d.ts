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
}

interface ExtensionParent {
  apiManager: {
    global: {
      browserActionFor(extension: FirefoxExtension): { action: { getContextData(tab: object): { badgeText: string } } };
    };
  };
}

declare const ChromeUtils: { importESModule(url: string): { ExtensionParent: ExtensionParent } };
declare const Ci: { nsIScriptError: { new (): ScriptError } };
declare const Services: {
  console: { getMessageArray(): object[]; reset(): void };
  prefs: { setIntPref(name: string, value: number): void };
};
declare const WebExtensionPolicy: { getByID(id: string): { extension: FirefoxExtension } };
declare const gBrowser: { selectedTab: object };
