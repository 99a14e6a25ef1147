/**
 * The built-in sites, as the browser knows them. From the manifest, which is made of the registry: whoever asks only
 * where Papergloss is at work does not carry all adapters with it.
 */
import { browser } from 'wxt/browser';

/** The match patterns of all built-in sites. */
export function builtInMatches(): string[] {
  const scripts = browser.runtime.getManifest().content_scripts ?? [];
  return scripts.flatMap(({ matches }) => matches ?? []);
}

/** Whether a page belongs to a built-in site. */
export function isBuiltIn(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return builtInMatches().includes(`${protocol}//${hostname}/*`);
}
