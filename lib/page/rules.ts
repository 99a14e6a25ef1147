import { Listeners } from '../listeners';
import type { Paper, PaperId } from '../paper';
import type { LiveSettings } from '../settings';

/** Filled in by the matcher of rules. */
export class RuleMatches {
  #listeners = new Listeners();

  constructor(readonly settings: LiveSettings) {}

  subscribe = this.#listeners.subscribe;

  get(_id: PaperId): { follows: unknown[]; mutes: unknown[] } | undefined {
    return undefined;
  }

  add(_papers: Paper[]): void {}

  drop(_id: PaperId): void {}
}
