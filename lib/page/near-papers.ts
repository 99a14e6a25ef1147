import type { Library, NearPaper } from '../library/contract';
import { Listeners } from '../listeners';
import type { Paper, PaperId } from '../paper';

/** Which saved papers are near those on the page. It is asked once for each: rows come and go as one scrolls. */
export class NearPapers {
  #library: Pick<Library, 'near'>;
  #near = new Map<PaperId, NearPaper[] | undefined>();
  #listeners = new Listeners();

  constructor(library: Pick<Library, 'near'>) {
    this.#library = library;
  }

  /** The nearest first; `undefined` where there are none, or where nobody knows yet. */
  get(id: PaperId): NearPaper[] | undefined {
    return this.#near.get(id);
  }

  /** Hears of every answer. */
  subscribe = this.#listeners.subscribe;

  /** Entries of these papers came onto the page, and are not saved. */
  async add(papers: Paper[]): Promise<void> {
    const news = papers.filter(({ id }) => !this.#near.has(id));
    if (news.length === 0) return;
    for (const { id } of news) this.#near.set(id, undefined);
    const found = await this.#library.near(news);
    for (const { id } of news) this.#near.set(id, found[id]);
    this.#listeners.tell();
  }
}
