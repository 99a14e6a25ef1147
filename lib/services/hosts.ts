/** Whom Papergloss can ask when the user wants it to, each by a permission of its own that the browser asks for. */
import { browser } from 'wxt/browser';
import { builtInMatches } from '../built-in';

export const serviceNames = ['arxiv', 'crossref', 'openalex', 'semanticscholar', 'zotero'] as const;
export type ServiceName = (typeof serviceNames)[number];

/** Where each is asked, and nowhere else. */
export const baseOf: Record<ServiceName, string> = {
  arxiv: 'https://export.arxiv.org',
  crossref: 'https://api.crossref.org',
  openalex: 'https://api.openalex.org',
  semanticscholar: 'https://api.semanticscholar.org',
  zotero: 'http://127.0.0.1:23119',
};

/** The pattern that the browser is asked for. */
export function patternOf(service: ServiceName): string {
  const base = baseOf[service];
  // Firefox's patterns take no port.
  return `${import.meta.env.BROWSER === 'firefox' ? base.replace(/:\d+$/, '') : base}/*`;
}

/** Resolves to whether the browser lets Papergloss ask this service. */
export function isAllowed(service: ServiceName): Promise<boolean> {
  return browser.permissions.contains({ origins: [patternOf(service)] });
}

/** Those that the user has allowed. A site on which Papergloss works anyway is no matter of this. */
export async function allowedServices(): Promise<ServiceName[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const builtIn = new Set(builtInMatches());
  return serviceNames.filter((name) => origins.includes(patternOf(name)) && !builtIn.has(patternOf(name)));
}

/** Asks the user's browser for it; resolves to what was answered. Must be called right from a click. */
export function askFor(service: ServiceName): Promise<boolean> {
  return browser.permissions.request({ origins: [patternOf(service)] });
}

/** Takes the permission back. */
export async function giveUp(service: ServiceName): Promise<void> {
  await browser.permissions.remove({ origins: [patternOf(service)] });
}

/** Calls `listener` whenever something is allowed or taken back, until `signal` ends it. */
export function onAllowedChange(listener: () => void, signal: AbortSignal): void {
  for (const event of [browser.permissions.onAdded, browser.permissions.onRemoved]) {
    event.addListener(listener);
    signal.addEventListener('abort', () => event.removeListener(listener));
  }
}
