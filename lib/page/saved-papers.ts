import type { Library, Saved } from '../library/contract';
import { Listeners } from '../listeners';
import type { PaperId } from '../paper';

/**
 * What a page knows of the library: the saved ones among the papers that it shows. It never edits itself: after a
 * change it asks the library again, for exactly the papers that changed.
 */
export class SavedPapers {
  #library: Library;
  /** How many entries show each paper. */
  #shown = new Map<PaperId, number>();
  #saved = new Map<PaperId, Saved>();
  #listeners = new Listeners();
  #turn: Promise<void> = Promise.resolve();

  constructor(library: Library) {
    this.#library = library;
  }

  get(id: PaperId): Saved | undefined {
    return this.#saved.get(id);
  }

  /** How many of the papers on the page are saved. */
  get count(): number {
    return this.#saved.size;
  }

  /** Hears of every change. */
  subscribe = this.#listeners.subscribe;

  /** Entries of these papers came onto the page. Resolves when their state is known. */
  add(ids: PaperId[]): Promise<void> {
    for (const id of ids) this.#shown.set(id, (this.#shown.get(id) ?? 0) + 1);
    return this.refresh(ids);
  }

  /** An entry of this paper left the page. */
  drop(id: PaperId): void {
    const others = (this.#shown.get(id) ?? 1) - 1;
    if (others > 0) {
      this.#shown.set(id, others);
      return;
    }
    this.#shown.delete(id);
    if (this.#saved.delete(id)) this.#listeners.tell();
  }

  /**
   * Asks for the present state of those of `ids` that are on the page; of all that are, when none are named. Calls
   * wait for each other: an old answer never lands after a new one.
   */
  refresh(ids: PaperId[] = [...this.#shown.keys()]): Promise<void> {
    const turn = this.#turn.then(async () => {
      const shown = [...new Set(ids)].filter((id) => this.#shown.has(id));
      if (shown.length === 0) return;
      const found = await this.#library.find(shown);
      for (const id of shown) {
        const saved = found[id];
        if (saved && this.#shown.has(id)) this.#saved.set(id, saved);
        else this.#saved.delete(id);
      }
      this.#listeners.tell();
    });
    this.#turn = turn.catch(() => {}); // Whoever asked hears of it; the next in turn is not held up.
    return turn;
  }
}
