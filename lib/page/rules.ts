import { Listeners } from '../listeners';
import type { Paper, PaperId } from '../paper';
import { compileRules, type Matches } from '../rules';
import type { LiveSettings } from '../settings';

/** Milliseconds for which papers are looked at in one go: the page must not wait. */
const budget = 8;

/**
 * The user's rules that apply to the papers on the page. Papers are looked at in the order in which they came, a slice at
 * a time; after a change of the rules, all of them anew.
 */
export class RuleMatches {
  #settings: Pick<LiveSettings, 'current' | 'subscribe'>;
  #shown = new Map<PaperId, { paper: Paper; entries: number }>();
  #matches = new Map<PaperId, Matches>();
  #match = compileRules([]);
  /** The rules that `#match` was made of. */
  #compiled = '[]';
  /** Not looked at yet. */
  #waiting = new Set<PaperId>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #listeners = new Listeners();

  /** Follows the settings until `signal` ends it. */
  constructor(settings: Pick<LiveSettings, 'current' | 'subscribe'>, signal: AbortSignal) {
    this.#settings = settings;
    const stop = settings.subscribe(() => this.#lookAnew());
    signal.addEventListener('abort', () => {
      stop();
      clearTimeout(this.#timer);
    });
    this.#lookAnew();
  }

  /** The rules that apply to a paper, as far as is known by now; `undefined` where there are none. */
  get(id: PaperId): Matches | undefined {
    return this.#matches.get(id);
  }

  /** Hears of every slice in which something changed. */
  subscribe = this.#listeners.subscribe;

  /** Entries of these papers came onto the page. */
  add(papers: Paper[]): void {
    for (const paper of papers) {
      this.#shown.set(paper.id, { paper, entries: (this.#shown.get(paper.id)?.entries ?? 0) + 1 });
      this.#waiting.add(paper.id);
    }
    this.#goOn();
  }

  /** An entry of this paper left the page. */
  drop(id: PaperId): void {
    const shown = this.#shown.get(id);
    if (shown && shown.entries > 1) {
      shown.entries--;
      return;
    }
    this.#shown.delete(id);
    this.#waiting.delete(id);
    if (this.#matches.delete(id)) this.#listeners.tell();
  }

  #lookAnew(): void {
    const { rules } = this.#settings.current;
    const written = JSON.stringify(rules);
    if (written === this.#compiled) return;
    this.#compiled = written;
    this.#match = compileRules(rules);
    this.#waiting = new Set(this.#shown.keys());
    this.#goOn();
  }

  #goOn(): void {
    if (this.#waiting.size > 0) this.#timer ??= setTimeout(() => this.#slice());
  }

  #slice(): void {
    this.#timer = undefined;
    const deadline = performance.now() + budget;
    let news = false;
    for (const id of this.#waiting) {
      this.#waiting.delete(id);
      const shown = this.#shown.get(id);
      const matches = shown && this.#match(shown.paper);
      if (matches || this.#matches.has(id)) news = true;
      if (matches) this.#matches.set(id, matches);
      else this.#matches.delete(id);
      if (performance.now() > deadline) break;
    }
    if (news) this.#listeners.tell();
    this.#goOn();
  }
}
