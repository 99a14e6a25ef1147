/**
 * Sites on which the user wants Papergloss always. The browser's own permissions are the list: what is granted beyond
 * the built-in sites is on it, and what the user takes back, here or in the browser's settings, is off it.
 */
import { browser } from 'wxt/browser';
import { builtInMatches } from './built-in';
import { findPapers } from './find-papers';
import { patternOf as serviceHost, serviceNames } from './services/hosts';

const script = { id: 'always-on', js: ['content-scripts/papers.js'], runAt: 'document_end' } as const;

/** The pattern of all pages of the host of `url`; `undefined` for pages that no extension may enter. */
export function patternOf(url: string | undefined): string | undefined {
  if (!url || !URL.canParse(url)) return undefined;
  const { protocol, hostname } = new URL(url);
  return /^https?:$/.test(protocol) && hostname ? `${protocol}//${hostname}/*` : undefined;
}

/** The patterns that the user has added. */
export async function alwaysOn(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  // Whom the background may ask is no site to work on.
  const others = new Set([...builtInMatches(), ...serviceNames.map(serviceHost)]);
  return origins.filter((origin) => !others.has(origin)).sort();
}

/** Asks the user's browser for a site; resolves to what was answered. Must be called right from a click. */
export function turnOn(pattern: string): Promise<boolean> {
  return browser.permissions.request({ origins: [pattern] });
}

/** Takes a site off the list. Its open pages keep their controls until they are loaded anew. */
export async function turnOff(pattern: string): Promise<void> {
  await browser.permissions.remove({ origins: [pattern] });
}

/** Keeps the browser's list of scripts like that of the sites. Must be called at the top level of the background. */
export function serveAlwaysOn(): void {
  browser.permissions.onAdded.addListener(async ({ origins = [] }) => {
    await register();
    const added = await alwaysOn();
    const sites = origins.filter((origin) => added.includes(origin));
    if (sites.length === 0) return; // Somebody whom the background may ask, and no site.
    // The popup from which it was asked may be closed by now: the page is served from here.
    const tabs = await browser.tabs.query({ url: sites, active: true });
    for (const { id } of tabs) if (id !== undefined) await findPapers(id).catch(couldNot);
  });
  browser.permissions.onRemoved.addListener(() => register().catch(couldNot));
  // An update forgets what was registered.
  browser.runtime.onInstalled.addListener(() => register().catch(couldNot));
}

/** One after the other: two at once would both see no script, and register it twice. */
let turn: Promise<unknown> = Promise.resolve();

function register(): Promise<unknown> {
  turn = turn
    .catch(() => {})
    .then(async () => {
      const patterns = await alwaysOn();
      const ids = { ids: [script.id] };
      const registered = await browser.scripting.getRegisteredContentScripts(ids);
      if (registered.length > 0) await browser.scripting.unregisterContentScripts(ids);
      if (patterns.length > 0) {
        await browser.scripting.registerContentScripts([{ ...script, js: [...script.js], matches: patterns }]);
      }
    });
  return turn;
}

function couldNot(error: unknown): void {
  console.warn('Papergloss could not set up a site that was added:', error);
}
