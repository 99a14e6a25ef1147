/** Whom Papergloss can ask when the user wants it to, each by a permission of its own that the browser asks for. */
import { browser } from 'wxt/browser';

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
  return `${import.meta.env.FIREFOX ? base.replace(/:\d+$/, '') : base}/*`;
}

/** Resolves to whether the browser lets Papergloss ask this service. */
export function isAllowed(service: ServiceName): Promise<boolean> {
  return browser.permissions.contains({ origins: [patternOf(service)] });
}

/** Asks the user's browser for it; resolves to what was answered. Must be called right from a click. */
export function askFor(service: ServiceName): Promise<boolean> {
  return browser.permissions.request({ origins: [patternOf(service)] });
}

/** Takes the permission back. */
export async function giveUp(service: ServiceName): Promise<void> {
  await browser.permissions.remove({ origins: [patternOf(service)] });
}
