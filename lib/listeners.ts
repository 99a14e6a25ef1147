/** Who wants to hear of changes, in the form that React's `useSyncExternalStore` takes. */
export class Listeners {
  #all = new Set<() => void>();

  /** Calls `listener` after every change; returns how to stop it. */
  subscribe = (listener: () => void): (() => void) => {
    this.#all.add(listener);
    return () => this.#all.delete(listener);
  };

  /** There was a change. */
  tell(): void {
    for (const listener of this.#all) listener();
  }
}
