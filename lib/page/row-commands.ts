/** What a key asks of the controls of a row: to open something that only they can open. */
export type RowCommand = 'note' | 'tag' | 'abstract';

/** Commands to the rows of a page. A row whose controls are not there yet hears when they are. */
export class RowCommands {
  #listeners = new WeakMap<Element, (command: RowCommand) => void>();
  #waiting = new WeakMap<Element, RowCommand>();

  /** To the controls in `host`. */
  send(host: Element, command: RowCommand): void {
    const listener = this.#listeners.get(host);
    if (listener) listener(command);
    else this.#waiting.set(host, command);
  }

  /** The controls in `host` are there, and listen; returns how to stop that. */
  listen(host: Element, listener: (command: RowCommand) => void): () => void {
    this.#listeners.set(host, listener);
    const waiting = this.#waiting.get(host);
    this.#waiting.delete(host);
    if (waiting) listener(waiting);
    return () => this.#listeners.delete(host);
  }
}
