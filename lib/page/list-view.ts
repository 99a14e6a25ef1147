/** What the user sees of a list: which entries are new, saved, hidden or filtered away, and how many. */
import { Listeners } from '../listeners';
import { actOf } from '../rules';
import type { LiveSettings } from '../settings';
import type { RowLook, Rows } from './rows';
import type { RuleMatches } from './rules';
import type { SavedPapers } from './saved-papers';
import type { Triage } from './triage';
import type { Entry } from './watch';

export const filters = ['all', 'new', 'saved', 'noted'] as const;
export type Filter = (typeof filters)[number];

/** How many entries of the list are what; hidden ones are counted as nothing else. */
export interface Counts extends Record<Filter, number> {
  /** Hidden by the user. */
  hidden: number;
  /** Seen on an earlier day, and neither saved nor hidden. */
  seen: number;
}

/** What there is to know about entries. */
export interface Knowledge {
  savedPapers: SavedPapers;
  triage: Triage;
  rules: RuleMatches;
  settings: LiveSettings;
}

const none: Counts = { all: 0, new: 0, saved: 0, noted: 0, hidden: 0, seen: 0 };

export class ListView {
  filter: Filter = 'all';
  /** Another object after every change. */
  counts = none;
  /** The entries of lists. One that is alone of its kind is the page of a paper; in a line of text there is no list. */
  listed: Entry[] = [];
  /** Those that are neither hidden nor filtered away. */
  shown: Entry[] = [];
  /** The first entry that was there at the last visit, where only new ones stand before it. */
  firstOld: Entry | undefined;

  #rows: Rows;
  #known: Knowledge;
  #site: string;
  #current: () => Entry | undefined;
  #listeners = new Listeners();
  #isDue = false;

  /** `site` is the name under which the user hides what was seen there; `current` the row that keys speak of. */
  constructor(rows: Rows, known: Knowledge, site: string, current: () => Entry | undefined) {
    this.#rows = rows;
    this.#known = known;
    this.#site = site;
    this.#current = current;
  }

  /** Hears of every change. */
  subscribe = this.#listeners.subscribe;

  get isHidingSeen(): boolean {
    return this.#known.settings.current.hideSeen.includes(this.#site);
  }

  get isShowingHidden(): boolean {
    return this.#known.settings.current.showHidden.includes(this.#site);
  }

  hideSeen(on: boolean): Promise<void> {
    const { settings } = this.#known;
    return settings.change({ hideSeen: withOrWithout(settings.current.hideSeen, this.#site, on) });
  }

  showHidden(on: boolean): Promise<void> {
    const { settings } = this.#known;
    return settings.change({ showHidden: withOrWithout(settings.current.showHidden, this.#site, on) });
  }

  show(filter: Filter): void {
    this.filter = filter;
    this.update();
  }

  /** Something that is known of the entries has changed. Several changes at once are looked at once. */
  update = (): void => {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      this.#look();
      this.#listeners.tell();
    });
  };

  #look(): void {
    const counts = { ...none };
    const shown: Entry[] = [];
    this.listed = listedOf(this.#rows.all);
    const listed = new Set(this.listed);
    let isLeading = true;
    let firstOld: Entry | undefined;
    for (const entry of this.#rows.all) {
      const isListed = listed.has(entry);
      const { looks, is } = this.#judge(entry, isListed);
      this.#rows.look(entry, looks);
      if (!isListed) continue;
      if (is.hidden) counts.hidden++;
      else {
        counts.all++;
        if (is.new) counts.new++;
        if (is.saved) counts.saved++;
        if (is.noted) counts.noted++;
        if (is.seen) counts.seen++;
      }
      if (looks.includes('gone')) continue;
      shown.push(entry);
      if (is.old && isLeading && shown.length > 1) firstOld = entry;
      if (is.old) isLeading = false;
    }
    this.counts = counts;
    this.shown = shown;
    this.firstOld = this.#known.triage.lastVisit === undefined ? undefined : firstOld;
  }

  #judge({ paper, host }: Entry, isListed: boolean) {
    const { savedPapers, triage, rules } = this.#known;
    const saved = savedPapers.get(paper.id);
    const old = triage.seenOn(paper.id) !== undefined;
    const is = {
      old,
      saved: saved !== undefined,
      noted: saved?.note !== undefined,
      hidden: triage.isHidden(paper.id),
      new: !old,
      seen: old && !saved,
    };
    const looks: RowLook[] = [];
    // Nothing is taken away under the user's hands.
    const isInUse = host.shadowRoot?.activeElement?.matches('input, textarea, select') ?? false;
    const isFiltered = this.filter !== 'all' && !is[this.filter];
    const isGone = (is.hidden && !this.isShowingHidden) || (is.seen && this.isHidingSeen) || isFiltered;
    if (isListed && isGone && !isInUse) return { is, looks: ['gone' as RowLook] };
    const act = actOf(rules.get(paper.id));
    if (isListed && (is.seen || is.hidden)) looks.push('seen');
    if (act) looks.push(act === 'follow' ? 'followed' : 'muted');
    if (this.#current()?.host === host) looks.push('current');
    return { is, looks };
  }
}

function listedOf(entries: Entry[]): Entry[] {
  const kinds = new Map<unknown, number>();
  for (const { list } of entries) kinds.set(list, (kinds.get(list) ?? 0) + 1);
  return entries.filter(({ list, controls }) => controls !== 'inline' && (kinds.get(list) ?? 0) > 1);
}

function withOrWithout(names: string[], name: string, on: boolean): string[] {
  return on ? [...new Set([...names, name])] : names.filter((each) => each !== name);
}
