/** The consoles of an extension in Firefox. The protocol is silent about them; the process and the browser are not. */
import type { Browser } from 'puppeteer-core';
import type { FirefoxProtocol } from './firefox-protocol.ts';

/** What Firefox says of scripts that were running when their tab, or the background, was ended: no errors of theirs. */
const obituaries = [
  /^Script terminated by timeout/,
  /^Promise (resolved|rejected) after context unloaded/,
  /^NS_ERROR_NOT_INITIALIZED/,
  /^An IndexedDB transaction that was not yet complete has been aborted due to page navigation/,
];

/** What Firefox says of itself, because it is kept from the network. */
const ofTheBrowser = /^RSLoader: /;

/** Collects what is written with `console.error`. The preference `devtools.console.stdout.content` must be set. */
export function listenToConsole(browser: Browser): string[] {
  const errors: string[] = [];
  browser.process()?.stdout?.on('data', (chunk) => {
    for (const [, text = ''] of String(chunk).matchAll(/^console\.error: (.*)/gm)) {
      if (!ofTheBrowser.test(text)) errors.push(text);
    }
  });
  return errors;
}

/** Takes what was thrown, and not caught, in files under this address, out of the browser's own console. */
export async function takeThrown(firefox: FirefoxProtocol, origin: string): Promise<string[]> {
  const thrown = await firefox.run((start) => {
    const found = Services.console.getMessageArray().filter((message) => message instanceof Ci.nsIScriptError);
    Services.console.reset();
    const ours = found.filter((error) => error.sourceName.startsWith(start));
    return JSON.stringify(
      ours.map((error) => `${error.errorMessage} at ${error.sourceName}:${error.lineNumber}:${error.columnNumber}`),
    );
  }, origin);
  return (JSON.parse(thrown) as string[]).filter((error) => !obituaries.some((obituary) => obituary.test(error)));
}
