import type { Library } from '../library/contract';
import { Listeners } from '../listeners';
import type { Paper, PaperId } from '../paper';
import type { LiveSettings } from '../settings';

interface Known {
  ids: PaperId[];
  seenOn?: number | undefined;
  isHidden: boolean;
}

/** What is known of the papers on the page, saved or not: which were seen on an earlier day, and which are hidden. */
export class Triage {
  /** The day of the last visit to this list before today; days are counted since 1970. */
  lastVisit: number | undefined;

  #library: Pick<Library, 'triageOf'>;
  #settings: Pick<LiveSettings, 'current'>;
  #list: () => string;
  /** The list of `lastVisit`. */
  #visited: string | undefined;
  #papers = new Map<PaperId, Known>();
  #today = 0;
  #listeners = new Listeners();
  #turn: Promise<void> = Promise.resolve();

  /** `list` tells the address of the list that the page shows; sites change it without a reload. */
  constructor(
    library: Pick<Library, 'triageOf'>,
    settings: Pick<LiveSettings, 'current' | 'subscribe'>,
    list: () => string,
  ) {
    this.#library = library;
    this.#settings = settings;
    this.#list = list;
    settings.subscribe(() => this.#listeners.tell());
  }

  /** Hears of every change. */
  subscribe = this.#listeners.subscribe;

  /** The earlier day on which a paper was first seen. */
  seenOn(id: PaperId): number | undefined {
    if (!this.#settings.current.seen) return undefined;
    const day = this.#papers.get(id)?.seenOn;
    return day !== undefined && day < this.#today ? day : undefined;
  }

  isHidden(id: PaperId): boolean {
    return this.#papers.get(id)?.isHidden ?? false;
  }

  /** Entries of these papers came onto the page. Resolves when it is known what there is to know. */
  add(papers: Paper[]): Promise<void> {
    const news = papers.filter(({ id }) => !this.#papers.has(id));
    for (const { id, aliases = [] } of news) this.#papers.set(id, { ids: [id, ...aliases], isHidden: false });
    return this.#ask(news.map(({ id }) => id));
  }

  /** Asks again for those papers that go by one of `ids`; for all, when none are named. */
  refresh(ids?: PaperId[]): Promise<void> {
    const changed = ids && new Set(ids);
    const papers = [...this.#papers].filter(([, known]) => !changed || known.ids.some((id) => changed.has(id)));
    return this.#ask(papers.map(([id]) => id));
  }

  /** Calls wait for each other: an old answer never lands after a new one. */
  #ask(papers: PaperId[]): Promise<void> {
    const turn = this.#turn.then(async () => {
      const asked = papers.flatMap((id) => this.#papers.get(id) ?? []);
      const list = this.#list();
      // Of another list with the same papers, the last visit is still to be asked for.
      if (asked.length === 0 && (this.#papers.size === 0 || list === this.#visited)) return;
      const answer = await this.#library.triageOf({ list, ids: asked.flatMap(({ ids }) => ids) });
      this.#visited = list;
      this.#today = answer.today;
      this.lastVisit = answer.lastVisit;
      for (const known of asked) {
        const each = known.ids.flatMap((id) => answer.papers[id] ?? []);
        const days = each.flatMap(({ seenOn }) => seenOn ?? []);
        known.seenOn = days.length > 0 ? Math.min(...days) : undefined;
        known.isHidden = each.some(({ isHidden }) => isHidden);
      }
      this.#listeners.tell();
    });
    this.#turn = turn.catch(() => {}); // Whoever asked hears of it; the next in turn is not held up.
    return turn;
  }
}
