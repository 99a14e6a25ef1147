import type { Library } from '../library/contract';
import type { Paper } from '../paper';
import { hostName } from './hosts';

/** The text in the controls of `host` that is not in the library. */
export function unsavedText(host: Element): string | undefined {
  return host.shadowRoot?.querySelector<HTMLTextAreaElement>('textarea[data-unsaved]')?.value;
}

/** The comments in the controls of `host` that are not in the library, by the ids of their highlights. */
export function unsavedComments(host: Element): Map<string, string> {
  const fields = host.shadowRoot?.querySelectorAll<HTMLTextAreaElement>('textarea[data-highlight]') ?? [];
  return new Map(Array.from(fields, ({ dataset, value }) => [dataset.highlight ?? '', value.trim()]));
}

/** What a dead instance left on the page: the extension was updated under it, perhaps in the middle of a word. */
export class Leftovers {
  #texts = new Map<string, string>();
  #comments = new Map<string, Map<string, string>>();

  /** Removes the dead controls from the page. */
  constructor(page: Document) {
    for (const host of page.querySelectorAll<HTMLElement>(hostName)) {
      const text = unsavedText(host);
      if (text !== undefined && host.dataset.paper) this.#texts.set(host.dataset.paper, text);
      const comments = unsavedComments(host);
      if (comments.size > 0 && host.dataset.paper) this.#comments.set(host.dataset.paper, comments);
      host.remove();
    }
  }

  /** Writes what was being typed about `paper` into the library, if anything was. */
  async adopt(paper: Paper, library: Library): Promise<void> {
    const text = this.#texts.get(paper.id);
    if (text !== undefined) await library.writeNote({ paper, text });
    this.#texts.delete(paper.id);
    const comments = this.#comments.get(paper.id);
    if (!comments) return;
    const { highlights = [] } = (await library.find([paper.id]))[paper.id] ?? {};
    for (const highlight of highlights) {
      const comment = comments.get(highlight.id);
      if (comment !== undefined) await library.highlight({ paper, highlight: { ...highlight, comment } });
    }
    this.#comments.delete(paper.id);
  }
}
