/** Opens a page of each list, and says what Papergloss finds there. */
import type { List, Site } from '../../lib/sites/site.ts';
import type { Screen } from '../browser/screen.ts';
import type { TestBrowser } from '../browser/test-browser.ts';

/** What is opened: a part of the registry. */
export type Watched = Pick<Site, 'name'> & { lists: Pick<List, 'name' | 'example'>[] };

export interface Finding {
  site: string;
  list: string;
  address: string;
  /** How many entries carry controls. */
  entries: number;
  /** The title of the first, or why there is none: `nothing found`, `unreachable: …`. */
  first: string;
}

export interface Patience {
  /** How long nothing may happen on a page before it is done. */
  quiet: number;
  /** How long a page may go on at all. */
  limit: number;
  /** Between two pages of one host, so as to be no burden to it. */
  between: number;
}

const aPersons: Patience = { quiet: 10_000, limit: 60_000, between: 3_000 };

/** One page at a time, in the order of the registry. */
export async function* look(browser: TestBrowser, sites: Watched[], patience = aPersons): AsyncGenerator<Finding> {
  let lastHost: string | undefined;
  for (const { name: site, lists } of sites) {
    for (const { name: list, example: address } of lists) {
      const { host } = new URL(address);
      if (host === lastHost) await pause(patience.between);
      lastHost = host;
      yield { site, list, address, ...(await findingsAt(browser, address, patience)) };
    }
  }
}

async function findingsAt(browser: TestBrowser, address: string, patience: Patience) {
  try {
    const screen = await browser.page(address);
    const status = await statusOf(screen);
    if (status >= 400) return { entries: 0, first: `unreachable: status ${status}` };
    await quiet(screen, patience);
    return await entriesOn(screen);
  } catch (error) {
    const [reason] = String(error instanceof Error ? error.message : error).split('\n');
    return { entries: 0, first: `unreachable: ${reason}` };
  }
}

function statusOf({ page }: Screen): Promise<number> {
  return page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return navigation?.responseStatus ?? 0;
  });
}

/** Resolves when entries have come and no more come for a second, or when nothing happens for long. */
async function quiet(screen: Screen, { quiet, limit }: Patience): Promise<void> {
  const end = performance.now() + limit;
  let seen = '';
  let since = performance.now();
  while (performance.now() < end) {
    // A page that leads to another one cannot be asked meanwhile.
    const now = await stateOf(screen).catch(() => 'on the way');
    if (now !== seen) since = performance.now();
    seen = now;
    if (performance.now() - since >= (now.endsWith('entries') ? Math.min(1000, quiet) : quiet)) return;
    await pause(100);
  }
}

async function stateOf(screen: Screen): Promise<string> {
  const { length } = await screen.entries();
  if (length > 0) return `${length} entries`;
  return screen.page.evaluate(() => `${document.getElementsByTagName('*').length} elements`);
}

async function entriesOn(screen: Screen): Promise<Pick<Finding, 'entries' | 'first'>> {
  const entries = (await screen.entries()).length;
  const title = await screen.page.evaluate(
    () => document.querySelector('papergloss-entry')?.shadowRoot?.querySelector('[role="group"]')?.ariaLabel,
  );
  return { entries, first: entries === 0 ? 'nothing found' : (title ?? '(further down on the page)') };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
