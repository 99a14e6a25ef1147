/** The highlights of the papers on a page: where they stand in its text, painted, and which of them are not there. */
import { Listeners } from '../listeners';
import type { Paper } from '../paper';
import type { Highlight, Quote } from '../quote';
import type { LiveSettings } from '../settings';
import { painter } from './paint';
import { findPassage, rangesOf } from './quote-ranges';
import { type RegionText, readRegion } from './region-text';
import { regionOf } from './regions';
import type { Rows } from './rows';
import type { SavedPapers } from './saved-papers';
import type { Entry } from './watch';

/** Milliseconds between two looks at a page that keeps changing. */
const pause = 500;

/** What was found of the highlights of an entry. */
interface Found {
  /** The highlights that were looked for, and the text in which they were. */
  quotes: string;
  text: string;
  ranges: { range: Range; words: string }[];
  /** The ids of those that were not found, and of those among them that should have been. */
  lost: string[];
  missing: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();

interface Page {
  document: Document;
  rows: Rows;
  savedPapers: SavedPapers;
  settings: LiveSettings;
  signal: AbortSignal;
}

export class PaintedQuotes {
  #page: Page;
  #paint: (ranges: Range[]) => void;
  #found = new Map<Entry, Found>();
  #listeners = new Listeners();
  #isDue = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(page: Page) {
    const { document, rows, savedPapers, settings, signal } = page;
    this.#page = page;
    this.#paint = painter(document, signal);
    const unsubscribe = [
      savedPapers.subscribe(() => this.#soon()),
      settings.subscribe(() => this.#soon()),
      rows.subscribe(() => this.#soon()),
    ];
    signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
      for (const stop of unsubscribe) stop();
    });
  }

  /** Hears of every change of what is missing. */
  subscribe = this.#listeners.subscribe;

  /** The highlights of an entry, by their ids, whose words are not there though the page shows the text. */
  missing(entry: Entry): ReadonlySet<string> {
    return this.#found.get(entry)?.missing ?? none;
  }

  /** The site has changed something on its page. */
  textMayHaveChanged(): void {
    if (this.#found.size > 0) this.#timer ??= setTimeout(() => this.#lookAgain(), pause);
  }

  /** Several changes at once are looked at once. */
  #soon(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      this.#look(() => true);
    });
  }

  #lookAgain(): void {
    this.#timer = undefined;
    this.#look((found) => found.lost.length === 0 && isIntact(found));
  }

  /** Looks for the highlights that are new, and for those of an entry where not all `isWell`. */
  #look(isWell: (found: Found) => boolean): void {
    const { rows, savedPapers, settings, signal } = this.#page;
    if (signal.aborted) return;
    const before = this.#found;
    this.#found = new Map();
    for (const entry of settings.current.highlights ? rows.all : []) {
      const highlights = savedPapers.get(entry.paper.id)?.highlights;
      if (!highlights?.length) continue;
      const known = before.get(entry);
      const quotes = JSON.stringify(highlights.map(({ id, quote }) => [id, quote]));
      const isKnown = known?.quotes === quotes;
      this.#found.set(entry, isKnown && isWell(known) ? known : find(entry, rows.all, highlights, quotes, known));
    }
    const isChanged = [...this.#found].some(([entry, found]) => before.get(entry) !== found);
    if (!isChanged && before.size === this.#found.size) return;
    this.#paint([...this.#found.values()].flatMap(({ ranges }) => ranges.map(({ range }) => range)));
    this.#listeners.tell();
  }
}

/** Looks for highlights in the text of an entry; returns `known` where nothing has changed since. */
function find(entry: Entry, all: Entry[], highlights: Highlight[], quotes: string, known: Found | undefined): Found {
  const { elements, except } = regionOf(entry, all);
  const region = readRegion(elements, except);
  if (known?.quotes === quotes && known.text === region.text && isIntact(known)) return known;
  const found: Found['ranges'] = [];
  const lost: Highlight[] = [];
  for (const highlight of highlights) {
    const ranges = rangesOf(highlight.quote, region);
    if (ranges.length === 0) lost.push(highlight);
    for (const range of ranges) found.push({ range, words: range.toString() });
  }
  const missing = lost.filter(({ quote }) => showsTextOf(quote, entry.paper, region)).map(({ id }) => id);
  return { quotes, text: region.text, ranges: found, lost: lost.map(({ id }) => id), missing: new Set(missing) };
}

/** Ranges go with the page's nodes: of words that were replaced, nothing is left in them. */
function isIntact({ ranges }: Found): boolean {
  return ranges.every(({ range, words }) => range.startContainer.isConnected && range.toString() === words);
}

/** Whether the text that a quote is from is shown: the abstract begins here, or what stood around the quote is here. */
function showsTextOf({ prefix, suffix }: Quote, { abstract }: Paper, region: RegionText): boolean {
  const isShown = (passage: string) => findPassage(passage, region).length > 0;
  return (abstract !== undefined && isShown(abstract.slice(0, 80))) || (isShown(prefix) && isShown(suffix));
}
