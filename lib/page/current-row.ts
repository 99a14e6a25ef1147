import { Listeners } from '../listeners';
import { isShown, type Rows } from './rows';
import type { Entry } from './watch';

/** The row that keys speak of. It is chosen by a key, or by using its controls. */
export class CurrentRow {
  #rows: Rows;
  #entry: Entry | undefined;
  #isByKey = false;
  /** Where it stood, for when it leaves the page. */
  #index = -1;
  #listeners = new Listeners();

  constructor(rows: Rows) {
    this.#rows = rows;
  }

  /** Hears when another row is the current one. */
  subscribe = this.#listeners.subscribe;

  /** Nothing is done to a row that the user does not see. */
  get entry(): Entry | undefined {
    return this.#there && isShown(this.#there) ? this.#there : undefined;
  }

  /** The row to be marked, also once it is shown again: who goes by the mouse sees where it is. */
  get marked(): Entry | undefined {
    return this.#isByKey ? this.#there : undefined;
  }

  get #there(): Entry | undefined {
    return this.#entry?.signal.aborted ? undefined : this.#entry;
  }

  choose(entry: Entry | undefined, isByKey: boolean): void {
    if (this.#entry === entry && this.#isByKey === isByKey) return;
    this.#entry = entry;
    this.#isByKey = isByKey;
    this.#listeners.tell();
  }

  /**
   * Goes on by `step` among the rows that are shown, and returns where it is then. From nowhere, to the first row that
   * is on screen; from one that is not shown, to the next; from one that left the page, to the one in its place.
   */
  move(step: 1 | -1): Entry | undefined {
    const shown = this.#rows.shown;
    const here = this.entry ? shown.indexOf(this.entry) : -1;
    const nearest = here < 0 && this.#there && this.#rows.nearest(this.#there, step);
    let next: number;
    if (here >= 0) next = here + step;
    else if (nearest) next = shown.indexOf(nearest);
    else if (this.#index >= 0) next = step > 0 ? this.#index : this.#index - 1;
    else
      next = Math.max(
        0,
        shown.findIndex(({ anchor }) => anchor.getBoundingClientRect().bottom > 0),
      );
    const index = Math.min(Math.max(next, 0), shown.length - 1);
    const entry = shown[index];
    if (!entry) return undefined;
    this.#index = index;
    this.choose(entry, true);
    return entry;
  }
}

/** Brings an entry into view, calmly: not at all when it is there already. */
export function bringIntoView({ parts, anchor }: Entry): void {
  const calm = !matchMedia('(prefers-reduced-motion: reduce)').matches;
  const target = parts[0] ?? anchor;
  target.scrollIntoView({ block: 'nearest', behavior: calm ? 'smooth' : 'instant' });
}
