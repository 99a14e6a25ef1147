import { Listeners } from '../listeners';
import type { Paper, PaperId } from '../paper';
import { call } from '../services/call';
import type { LiveSettings } from '../settings';

/** Which papers of the page are in the user's Zotero: asked once for each scan, and only where that is switched on. */
export class InZotero {
  #settings: LiveSettings;
  #there = new Set<PaperId>();
  #listeners = new Listeners();

  constructor(settings: LiveSettings) {
    this.#settings = settings;
  }

  subscribe = this.#listeners.subscribe;

  has(id: PaperId): boolean {
    return this.#there.has(id);
  }

  /** Entries of these papers came onto the page. Nothing waits for this: Zotero may take its time. */
  async add(papers: Paper[]): Promise<void> {
    await this.#settings.ready;
    if (!this.#settings.current.zotero) return;
    const there = new Set(await call('inZotero', [...new Set(papers.flatMap(idsOf))]));
    for (const paper of papers) if (idsOf(paper).some((id) => there.has(id))) this.#there.add(paper.id);
    if (there.size > 0) this.#listeners.tell();
  }
}

function idsOf({ id, aliases = [] }: Paper): PaperId[] {
  return [id, ...aliases];
}
