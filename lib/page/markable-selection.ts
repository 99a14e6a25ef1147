/** What is selected on the page, when it can be highlighted. */
import { Listeners } from '../listeners';
import { isOurs } from './hosts';
import { type Markable, markableIn } from './markable';
import type { Rows } from './rows';

/** Milliseconds for which a selection rests before anything is offered. */
const rest = 150;

export class MarkableSelection {
  current: Markable | undefined;
  #page: Document;
  #rows: Rows;
  #isOn: () => boolean;
  #isPressed = false;
  /** The selection has changed since something was offered or not. */
  #isNew = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #listeners = new Listeners();

  constructor(page: Document, rows: Rows, isOn: () => boolean, signal: AbortSignal) {
    this.#page = page;
    this.#rows = rows;
    this.#isOn = isOn;
    const options = { capture: true, passive: true, signal };
    const press = (isPressed: boolean) => () => {
      this.#isPressed = isPressed;
      if (!isPressed && this.#isNew) this.#wait();
    };
    page.addEventListener('selectionchange', () => this.#change(), options);
    page.defaultView?.addEventListener('pointerdown', press(true), options);
    for (const type of ['pointerup', 'pointercancel']) page.defaultView?.addEventListener(type, press(false), options);
    page.defaultView?.addEventListener('keydown', ({ key }) => key === 'Escape' && this.dismiss(), options);
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  /** Hears of every change. */
  subscribe = this.#listeners.subscribe;

  /** Offers nothing until something else is selected. */
  dismiss(): void {
    clearTimeout(this.#timer);
    this.#isNew = false;
    this.#offer(undefined);
  }

  #change(): void {
    // With the caret in sight, the focus takes the selection along; whoever goes to our buttons has not changed his mind.
    if (this.#page.activeElement && isOurs(this.#page.activeElement)) return;
    if (this.#selected) {
      this.#isNew = true;
      this.#wait();
    } else this.dismiss();
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#isPressed || !this.#isOn()) return;
      this.#isNew = false;
      const range = this.#selected;
      this.#offer(range && markableIn(range, this.#rows.all));
    }, rest);
  }

  get #selected(): Range | undefined {
    const selection = this.#page.getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
    const range = selection.getRangeAt(0);
    const around = range.commonAncestorContainer;
    const element = around instanceof Element ? around : around.parentElement;
    return element?.closest('[contenteditable]:not([contenteditable="false"])') ? undefined : range;
  }

  #offer(markable: Markable | undefined): void {
    if (markable === this.current) return;
    this.current = markable;
    this.#listeners.tell();
  }
}
