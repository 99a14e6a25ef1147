/** That a site has changed is said once, until there is a new version of Papergloss that may know it again. */
import { browser } from 'wxt/browser';

const key = 'closedNotices';

interface Closed {
  version: string;
  sites: string[];
}

/** The sites whose notice the user has closed. */
export async function closedNotices(): Promise<string[]> {
  const { [key]: closed } = await browser.storage.local.get<Record<string, Closed>>(key);
  return closed?.version === browser.runtime.getManifest().version ? closed.sites : [];
}

/** Remembers that the user has closed the notice of a site. */
export async function closeNotice(site: string): Promise<void> {
  const closed: Closed = {
    version: browser.runtime.getManifest().version,
    sites: [...new Set([...(await closedNotices()), site])],
  };
  await browser.storage.local.set({ [key]: closed });
}
