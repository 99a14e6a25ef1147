import type { Paper, Sighting } from '../paper';

/** A site whose pages list papers. Data and functions of an element: no `location`, no `fetch`, no effect when loaded. */
export interface Site {
  name: string;
  /** The whole host: sites change pages without a reload; selectors do the rest. */
  matches: `https://${string}/${string}`[];
  /**
   * The site's scripts take over markup that the server rendered, and stumble over foreign nodes in it: leave the
   * page alone until it has loaded.
   */
  hydrates?: boolean;
  lists: List[];
}

/** One kind of list: cards, search results, a table … or the page of one paper. */
export interface List {
  /** Selects one element per paper. */
  entry: string;
  /** Reads it. `undefined`: not a paper after all. */
  read(entry: Element): Reading | undefined;
  /** The element after which the controls stand. */
  anchor(entry: Element): Element | null;
}

/** What an entry says by itself. Site and address, and the position where none is printed, are added by `readEntries`. */
export type Reading = Omit<Paper, 'seen'> & { seen?: Omit<Sighting, 'site' | 'url'> };
