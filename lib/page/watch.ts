import type { Paper } from '../paper';
import { type Place, placesOn, readPlace } from '../sites';
import type { List, Site } from '../sites/site';
import { restoreFocus } from './focus';
import { hostName, isOurs } from './hosts';

/** A paper on the page, for as long as it stands there. */
export interface Entry {
  paper: Paper;
  /** Where the controls live; it stands after the anchor once it is mounted. */
  host: HTMLElement;
  /** The element at which the host belongs. The site may replace it by another of the same paper. */
  anchor: Element;
  /** The kind of list that it stands in. */
  list: List;
  /** The elements that make up the entry. The site may replace them, too. */
  parts: Element[];
  /** Where at the anchor; see `List`. */
  controls: 'below' | 'inside' | 'inline';
  /** Set by whoever mounts: from then on the host is put back when the page throws it out. */
  mounted: boolean;
  /** Aborts when the paper leaves the page. */
  signal: AbortSignal;
}

interface Watched extends Entry {
  /** Title and address: when they change, the site has reused the element for another paper. */
  mark: string;
  controller: AbortController;
  /** How often the page threw the host out, each time soon after the time before, and when the last time was. */
  evictions: number;
  evictedAt: number;
}

/** Milliseconds between scans while the page keeps changing. */
const pause = 50;

/** Milliseconds that one scan may read for: a list of 2,000 is read in several, and the page stays smooth. */
const budget = 25;

/** Entries that a scan reads in any case: what one sees first comes at once, and moves once. */
const atLeast = 100;

/** A page that throws our controls out this often, within so many milliseconds of each other, does not want them. */
const maxEvictions = 20;
const soon = 1000;

/**
 * Finds the entries of a page now and after every change, and reports the new ones of each scan together.
 * Entries are known by their anchors: one that shows the same paper is left alone, one that was reused for another
 * paper is reported anew, one that left the page is aborted. When the site renders an entry anew, its controls,
 * with whatever is being typed in them, move to the new anchor. `scanned` hears after every scan how many there
 * are, whether these are all, and whether it found anything changed.
 */
export function watchEntries(
  page: Document,
  site: Site,
  report: (entries: Entry[]) => void,
  signal: AbortSignal,
  scanned: (entries: number, isComplete: boolean, isChanged: boolean) => void = () => {},
): void {
  let known = new Map<Element, Watched>();
  /** Their anchors left the page, but there are some that are not read yet: theirs may be among them. */
  let homeless: Watched[] = [];

  const scan = () => {
    clearTimeout(timer);
    timer = undefined;
    const next = new Map<Element, Watched>();
    const fresh: Watched[] = [];
    const places = placesOn(page, site);
    const deadline = performance.now() + budget;
    let unread = false;
    for (const place of places) {
      const anchor = place.list.anchor(place.element);
      if (!anchor || next.has(anchor)) continue;
      const watched = known.get(anchor);
      const mark = markOf(place, anchor);
      if (watched && watched.mark === mark) {
        next.set(anchor, watched);
        continue;
      }
      unread ||= fresh.length >= atLeast && performance.now() > deadline;
      if (unread && !watched) continue;
      const paper = readPlace(place, site, page.location.href, next.size + 1);
      if (!paper) continue;
      if (watched && watched.paper.id === paper.id) {
        watched.mark = mark;
        next.set(anchor, watched);
        continue;
      }
      const entry = newEntry(page, paper, place, anchor, mark, signal);
      next.set(anchor, entry);
      fresh.push(entry);
    }

    const left = [...known].filter(([anchor, entry]) => next.get(anchor) !== entry).map(([, entry]) => entry);
    const gone = [...homeless, ...left];
    const appeared = fresh.filter((entry) => !takeOver(entry, gone, next));
    homeless = [];
    for (const entry of gone) {
      if (unread && !entry.anchor.isConnected) homeless.push(entry);
      else entry.controller.abort();
    }
    known = next;
    for (const entry of known.values()) putBack(entry);
    if (appeared.length > 0) report(appeared);
    scanned(known.size, !unread, fresh.length > 0 || gone.length > 0);
    if (unread) timer = setTimeout(scan);
  };

  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver((changes) => {
    if (!changes.every(isOurDoing)) timer ??= setTimeout(scan, pause);
  });
  observer.observe(page, { childList: true, subtree: true, characterData: true, attributeFilter: ['href'] });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  scan();
}

/** Our hosts arriving are no news; thrown out by the page, they are. */
function isOurDoing({ addedNodes, removedNodes }: MutationRecord): boolean {
  if (addedNodes.length === 0 || removedNodes.length > 0) return false;
  return [...addedNodes].every(isOurs);
}

function markOf(place: Place, anchor: Element): string {
  const link = place.element.querySelector('a[href]')?.getAttribute('href');
  return `${link} ${anchor.textContent}`;
}

function newEntry(
  page: Document,
  paper: Paper,
  { element, list }: Place,
  anchor: Element,
  mark: string,
  signal: AbortSignal,
): Watched {
  const host = page.createElement(hostName);
  host.dataset.paper = paper.id;
  const controller = new AbortController();
  return {
    paper,
    host,
    anchor,
    list,
    parts: list.parts?.(element) ?? [element],
    controls: list.controls ?? 'below',
    mounted: false,
    signal: AbortSignal.any([signal, controller.signal]),
    mark,
    controller,
    evictions: 0,
    evictedAt: 0,
  };
}

/** The site rendered an entry anew: its controls move on, as they are. */
function takeOver(fresh: Watched, gone: Watched[], next: Map<Element, Watched>): boolean {
  const index = gone.findIndex((entry) => entry.paper.id === fresh.paper.id);
  const [entry] = index < 0 ? [] : gone.splice(index, 1);
  if (!entry) return false;
  entry.anchor = fresh.anchor;
  entry.parts = fresh.parts;
  entry.mark = fresh.mark;
  next.set(fresh.anchor, entry);
  return true;
}

/** Puts the host of an entry where it belongs. */
export function place({ host, anchor, controls }: Entry): void {
  if (controls === 'inside') anchor.append(host);
  else anchor.after(host);
}

function putBack(entry: Watched): void {
  const parent = entry.controls === 'inside' ? entry.anchor : entry.anchor.parentNode;
  const inPlace = entry.host.isConnected && entry.host.parentNode === parent;
  if (!entry.mounted || inPlace || entry.evictions >= maxEvictions) return;
  const now = performance.now();
  entry.evictions = now - entry.evictedAt < soon ? entry.evictions + 1 : 1;
  entry.evictedAt = now;
  place(entry);
  restoreFocus(entry.host);
}
