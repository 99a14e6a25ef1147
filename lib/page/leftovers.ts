import type { Library } from '../library/contract';
import type { Paper } from '../paper';
import { hostName } from './hosts';

/** The text in the controls of `host` that is not in the library. */
export function unsavedText(host: Element): string | undefined {
  return host.shadowRoot?.querySelector<HTMLTextAreaElement>('textarea[data-unsaved]')?.value;
}

/** What a dead instance left on the page: the extension was updated under it, perhaps in the middle of a word. */
export class Leftovers {
  #texts = new Map<string, string>();

  /** Removes the dead controls from the page. */
  constructor(page: Document) {
    for (const host of page.querySelectorAll<HTMLElement>(hostName)) {
      const text = unsavedText(host);
      if (text !== undefined && host.dataset.paper) this.#texts.set(host.dataset.paper, text);
      host.remove();
    }
  }

  /** Writes what was being typed about `paper` into the library, if anything was. */
  async adopt(paper: Paper, library: Library): Promise<void> {
    const text = this.#texts.get(paper.id);
    if (text === undefined) return;
    await library.writeNote({ paper, text });
    this.#texts.delete(paper.id);
  }
}
