/** What the user chose in the options. In the browser's own storage, where every page can read it. */
import { browser } from 'wxt/browser';
import type { KeyMap } from './keys';
import { isAlive } from './library/client';
import type { Sort } from './library-place';
import { Listeners } from './listeners';
import type { Rule } from './rules';

export interface Settings {
  /** Keys work on lists. */
  keys: boolean;
  keyMap: KeyMap;
  /** What was on screen is remembered, and dimmed on a later day. */
  seen: boolean;
  /** A bar stands over every list. */
  bar: boolean;
  /** Selected text can be highlighted. */
  highlights: boolean;
  /** Rows say which saved papers are near. */
  near: boolean;
  /** Names of the sites, or hosts, on which what was seen before is not shown. */
  hideSeen: string[];
  /** Names of the sites, or hosts, on which also hidden papers are shown. */
  showHidden: string[];
  rules: Rule[];
  /** Beside the library, a few old papers are shown each week. */
  resurface: boolean;
  /** The week in which old papers are not shown again, by its Monday in days since 1970. */
  notNow: number;
  /** Queries of the library page that were given a name. */
  views: SavedView[];
  /** What is missing of a paper can be asked for elsewhere. */
  completion: boolean;
  /** The user's e-mail address, for services that want to know whom to write to. */
  mailto: string;
  /** Papers that are in the user's Zotero are marked. */
  zotero: boolean;
  /** That of exported Markdown files; empty: the usual one. */
  markdownTemplate: string;
}

export interface SavedView {
  /** A UUID. */
  id: string;
  name: string;
  query: string;
  sort: Sort;
}

export const usualSettings: Settings = {
  keys: true,
  keyMap: {},
  seen: true,
  bar: true,
  highlights: true,
  near: false,
  hideSeen: [],
  showHidden: [],
  rules: [],
  resurface: true,
  notNow: 0,
  views: [],
  // Nobody is asked for anything, unless the user wants it.
  completion: false,
  mailto: '',
  zotero: false,
  markdownTemplate: '',
};

const key = 'settings';

/** The settings as they are now, here and in every other tab. */
export class LiveSettings {
  current = usualSettings;
  /** Resolves when `current` is what was chosen, and not only what is usual. */
  ready: Promise<void>;

  #listeners = new Listeners();
  #turn: Promise<void> = Promise.resolve();

  /** Follows the settings until `signal` ends it. */
  constructor(signal: AbortSignal) {
    const hear = (changes: Record<string, unknown>) => {
      if (key in changes) this.refresh();
    };
    browser.storage.local.onChanged.addListener(hear);
    // In a dead extension context there is nothing left to remove a listener from.
    signal.addEventListener('abort', () => isAlive() && browser.storage.local.onChanged.removeListener(hear));
    this.ready = this.refresh();
  }

  /** Hears of every change. */
  subscribe = this.#listeners.subscribe;

  /**
   * Changes these settings, and leaves the others as they are. What depends on how they are is a function of them.
   * Changes wait for each other: none is lost to another that began before it was written.
   */
  change(change: Partial<Settings> | ((now: Settings) => Partial<Settings>)): Promise<void> {
    const turn = this.#turn.then(async () => {
      const chosen = await stored();
      const news = typeof change === 'function' ? change({ ...usualSettings, ...chosen }) : change;
      await browser.storage.local.set({ [key]: { ...chosen, ...news } });
      await this.refresh();
    });
    this.#turn = turn.catch(() => {}); // Whoever changed hears of it; the next in turn is not held up.
    return turn;
  }

  /** Looks at them again, where changes may not have been heard. */
  async refresh(): Promise<void> {
    this.current = { ...usualSettings, ...(await stored()) };
    this.#listeners.tell();
  }
}

async function stored(): Promise<Partial<Settings>> {
  const { [key]: settings = {} } = await browser.storage.local.get<Record<string, Partial<Settings>>>(key);
  return settings;
}
