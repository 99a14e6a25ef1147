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
  /**
   * The path, with its query, of pages that always list papers. Where one lists none, but is full of their identifiers,
   * the site has changed, and its links are used instead.
   */
  expected: RegExp;
  lists: List[];
}

/** One kind of list: cards, search results, a table … or the page of one paper. */
export interface List {
  /** Which pages show it, as users call them: `search results`, `the page of a paper`. */
  name: string;
  /** What the reading was tried on. Where only descriptions by others were at hand, it is `unproven`. */
  provenBy: 'a real page' | 'the site’s templates' | 'unproven';
  /** The address of a live page that shows it, for `npm run canary`. */
  example: `https://${string}`;
  /** Selects one element per paper; a function where no selector can. */
  entry: string | ((page: ParentNode) => Element[]);
  /** Reads it. `undefined`: not a paper after all. */
  read(entry: Element): Reading | undefined;
  /** The element after which the controls stand. */
  anchor(entry: Element): Element | null;
  /** Where they stand instead: as the last thing `inside` the anchor, or in its line of text. */
  controls?: 'inside' | 'inline';
  /** The elements that make up an entry, where it is more than the one that was selected. */
  parts?(entry: Element): Element[];
}

/** What an entry says by itself. Site and address, and the position where none is printed, are added by `readEntries`. */
export type Reading = Omit<Paper, 'seen'> & { seen?: Omit<Sighting, 'site' | 'url'> };
