import { announcerName } from './hosts';

/** Milliseconds that a screen reader needs to notice a place where something will be said. */
const notice = 100;

/** Says something to screen readers only. What is new replaces what was said before. */
export class Announcer {
  #page: Document;
  #signal: AbortSignal;
  #region: HTMLElement | undefined;
  #text = '';

  constructor(page: Document, signal: AbortSignal) {
    this.#page = page;
    this.#signal = signal;
    for (const leftover of page.querySelectorAll(announcerName)) leftover.remove();
  }

  say(text: string): void {
    this.#text = text;
    if (this.#region) this.#region.textContent = text;
    else {
      const region = this.#add();
      setTimeout(() => {
        region.textContent = this.#text;
      }, notice);
    }
  }

  /** Only when there is something to say: most pages hear nothing. */
  #add(): HTMLElement {
    const host = this.#page.createElement(announcerName);
    host.style.cssText =
      'all: initial !important; position: fixed !important; width: 1px !important; height: 1px !important; overflow: hidden !important; clip-path: inset(50%) !important;';
    const region = host.attachShadow({ mode: 'open' }).appendChild(this.#page.createElement('div'));
    region.setAttribute('role', 'status');
    this.#page.body.append(host);
    this.#signal.addEventListener('abort', () => host.remove());
    this.#region = region;
    return region;
  }
}
