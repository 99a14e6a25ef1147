/** The rows of a page: its entries in the order of the page, and what is marked on the site's own elements. */
import { Listeners } from '../listeners';
import type { Entry } from './watch';

/** What a row may be, all at once: each is a word of the attribute `data-papergloss` on the elements of the entry. */
export const rowLooks = ['seen', 'muted', 'followed', 'gone', 'current'] as const;
export type RowLook = (typeof rowLooks)[number];

const attribute = 'data-papergloss';

export class Rows {
  #entries = new Set<Entry>();
  #sorted: Entry[] | undefined;
  #looks = new WeakMap<Entry, RowLook[]>();
  #near = new WeakSet<Entry>();
  #listeners = new Listeners();

  /** Hears when entries come, go, or are rendered anew. */
  subscribe = this.#listeners.subscribe;

  /** These entries came onto the page; they go when their signal says so. */
  add(entries: Entry[]): void {
    for (const entry of entries) {
      this.#entries.add(entry);
      entry.signal.addEventListener('abort', () => {
        this.#entries.delete(entry);
        this.look(entry, []);
        this.changed();
      });
    }
    this.changed();
  }

  /** The page changed: the order may have. */
  changed(): void {
    this.#sorted = undefined;
    this.#listeners.tell();
  }

  /** All entries, in the order of the page. */
  get all(): Entry[] {
    if (!this.#sorted) {
      const entries = [...this.#entries];
      // Nearly always they come in order, and 2,000 are not sorted in no time.
      const isSorted = entries.every((entry, i) => i === 0 || inOrder(entries[i - 1]?.anchor, entry.anchor) < 0);
      this.#sorted = isSorted ? entries : entries.sort((a, b) => inOrder(a.anchor, b.anchor));
    }
    return this.#sorted;
  }

  /** Those that the user sees. */
  get shown(): Entry[] {
    return this.all.filter(isShown);
  }

  /** The row that is shown nearest after this one, or before it; where there is none on that side, on the other. */
  nearest(entry: Entry, step: 1 | -1): Entry | undefined {
    const here = this.all.indexOf(entry);
    const before = this.all.slice(0, here).findLast(isShown);
    const after = this.all.slice(here + 1).find(isShown);
    return step > 0 ? (after ?? before) : (before ?? after);
  }

  /** Gives the site's elements of an entry exactly these looks; where it is far from the screen, once it comes near. */
  look(entry: Entry, looks: RowLook[]): void {
    this.#looks.set(entry, looks);
    if (this.#near.has(entry)) this.#apply(entry, looks);
    else this.#apply(entry, looks.includes('gone') ? ['gone'] : []);
  }

  /** An entry came near the screen. */
  comesNear(entry: Entry): void {
    this.#near.add(entry);
    this.#apply(entry, this.#looks.get(entry) ?? []);
  }

  #apply({ parts }: Entry, looks: RowLook[]): void {
    const value = looks.join(' ');
    for (const part of parts) {
      if ((part.getAttribute(attribute) ?? '') === value) continue;
      if (value) part.setAttribute(attribute, value);
      else part.removeAttribute(attribute);
    }
  }
}

/** Whether the user sees it: neither hidden nor filtered away. */
export function isShown({ parts }: Entry): boolean {
  return !parts[0]?.getAttribute(attribute)?.split(' ').includes('gone');
}

function inOrder(a: Element | undefined, b: Element): number {
  return a && a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** The rules behind the attribute, in the page's own style: these are the site's elements. */
export function addRowStyle(page: Document, signal: AbortSignal): void {
  const style = page.createElement('style');
  style.textContent = css;
  page.head.append(style);
  signal.addEventListener('abort', () => style.remove());
}

const is = (look: RowLook) => `[${attribute}~="${look}"]`;

const css = `
${is('gone')} { display: none !important; }
:is(${is('seen')}, ${is('muted')}):not(:hover, :focus-within, ${is('current')}) { opacity: .64 !important; }
${is('followed')} { box-shadow: -3px 0 0 0 #6366f1 !important; }
[dir="rtl"] ${is('followed')} { box-shadow: 3px 0 0 0 #6366f1 !important; }
${is('current')} {
  box-shadow: -4px 0 0 0 #6366f1 !important; background-color: rgb(99 102 241 / 12%) !important; scroll-margin: 96px 0 !important;
}
[dir="rtl"] ${is('current')} { box-shadow: 4px 0 0 0 #6366f1 !important; }
@media (forced-colors: active) {
  :is(${is('seen')}, ${is('muted')}) { opacity: 1 !important; }
  ${is('followed')} { border-inline-start: 3px solid Highlight !important; }
  ${is('current')} { outline: 2px solid Highlight !important; }
}
@media (prefers-contrast: more) { :is(${is('seen')}, ${is('muted')}) { opacity: .8 !important; } }`;
