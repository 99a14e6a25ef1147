import { announcerName } from './hosts';

/** Says something to screen readers only. What is new replaces what was said before. */
export class Announcer {
  #region: HTMLElement;

  constructor(page: Document, signal: AbortSignal) {
    for (const earlier of page.querySelectorAll(announcerName)) earlier.remove();
    const host = page.createElement(announcerName);
    host.style.cssText =
      'all: initial !important; position: fixed !important; width: 1px !important; height: 1px !important; overflow: hidden !important; clip-path: inset(50%) !important;';
    const shadow = host.attachShadow({ mode: 'open' });
    this.#region = shadow.appendChild(page.createElement('div'));
    this.#region.setAttribute('role', 'status');
    page.body.append(host);
    signal.addEventListener('abort', () => host.remove());
  }

  say(text: string): void {
    this.#region.textContent = text;
  }
}
