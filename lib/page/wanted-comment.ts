import { Listeners } from '../listeners';

/** The highlight that the user wants to comment on, as soon as its row shows it. */
export class WantedComment {
  current: string | undefined;
  #listeners = new Listeners();

  /** Hears of every change. */
  subscribe = this.#listeners.subscribe;

  /** This one, by its id; or none any more. */
  want(id: string | undefined): void {
    this.current = id;
    this.#listeners.tell();
  }
}
