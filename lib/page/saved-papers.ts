import type { Library, Saved } from '../library/contract';
import { Listeners } from '../listeners';
import type { Paper, PaperId } from '../paper';

/** A paper on the page, and how many entries show it. */
interface Shown {
  paper: Paper;
  ids: PaperId[];
  entries: number;
}

/**
 * What a page knows of the library: the saved ones among the papers that it shows. It never edits itself: after a
 * change it asks the library again, for exactly the papers that changed.
 */
export class SavedPapers {
  #library: Library;
  #shown = new Map<PaperId, Shown>();
  #saved = new Map<PaperId, Saved>();
  /** The identifiers that the library was told to belong together. */
  #told = new Set<string>();
  #listeners = new Listeners();
  #turn: Promise<void> = Promise.resolve();

  constructor(library: Library) {
    this.#library = library;
  }

  get(id: PaperId): Saved | undefined {
    return this.#saved.get(id);
  }

  /** How many papers the page shows. */
  get shown(): number {
    return this.#shown.size;
  }

  /** How many of them are saved. */
  get count(): number {
    return this.#saved.size;
  }

  /** Hears of every change. */
  subscribe = this.#listeners.subscribe;

  /** Entries of these papers came onto the page. Resolves when their state is known. */
  add(papers: Paper[]): Promise<void> {
    for (const paper of papers) {
      const known = this.#shown.get(paper.id);
      const ids = [...new Set([...(known?.ids ?? []), paper.id, ...(paper.aliases ?? [])])];
      this.#shown.set(paper.id, { paper, ids, entries: (known?.entries ?? 0) + 1 });
    }
    return this.#ask(papers.map(({ id }) => id));
  }

  /** An entry of this paper left the page. */
  drop(id: PaperId): void {
    const shown = this.#shown.get(id);
    if (shown && shown.entries > 1) {
      shown.entries--;
      return;
    }
    this.#shown.delete(id);
    if (this.#saved.delete(id)) this.#listeners.tell();
  }

  /** Asks for the present state of those papers that go by one of `ids`; of all on the page, when none are named. */
  refresh(ids?: PaperId[]): Promise<void> {
    const changed = ids && new Set(ids);
    const papers = [...this.#shown.values()].filter((shown) => !changed || shown.ids.some((id) => changed.has(id)));
    return this.#ask(papers.map(({ paper }) => paper.id));
  }

  /** Calls wait for each other: an old answer never lands after a new one. */
  #ask(papers: PaperId[]): Promise<void> {
    const turn = this.#turn.then(async () => {
      const shown = [...new Set(papers)].flatMap((id) => this.#shown.get(id) ?? []);
      if (shown.length === 0) return;
      const found = await this.#library.find([...new Set(shown.flatMap(({ ids }) => ids))]);
      for (const { paper, ids } of shown) {
        // By the paper's own name first, then by the others in the order in which the page gives them.
        const saved = ids.map((id) => found[id]).find((each) => each !== undefined);
        if (saved && this.#shown.has(paper.id)) this.#saved.set(paper.id, saved);
        else this.#saved.delete(paper.id);
      }
      this.#listeners.tell();
      await this.#tellOfJoined(shown, found);
    });
    this.#turn = turn.catch(() => {}); // Whoever asked hears of it; the next in turn is not held up.
    return turn;
  }

  /** Saved papers that this page shows under identifiers which the library does not know to be theirs: told once. */
  async #tellOfJoined(shown: Shown[], found: Awaited<ReturnType<Library['find']>>): Promise<void> {
    const news = shown.filter(({ ids }) => {
      const owners = new Set(ids.map((id) => found[id]?.id));
      return owners.size > 1 && !this.#told.has(ids.join(' '));
    });
    if (news.length === 0) return;
    for (const { ids } of news) this.#told.add(ids.join(' '));
    await this.#library.sight(news.map(({ paper, ids: [, ...aliases] }) => ({ ...paper, aliases })));
  }
}
