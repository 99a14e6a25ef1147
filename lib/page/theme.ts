import { Listeners } from '../listeners';

/** The page's own light or dark, which need not be the system's. */
export type Theme = 'light' | 'dark';

export class PageTheme {
  current: Theme = 'light';
  #sample: Element | undefined;
  #listeners = new Listeners();

  /** Judges by `sample`, some text of the page. */
  follow(sample: Element | undefined): void {
    if (!this.#sample?.isConnected) this.#sample = sample;
    this.#look();
  }

  /** Looks again whenever the page's theme may have changed. */
  watch(page: Document, signal: AbortSignal): void {
    const look = () => this.#look();
    const observer = new MutationObserver(look);
    for (const element of [page.documentElement, page.body]) observer.observe(element, { attributes: true });
    signal.addEventListener('abort', () => observer.disconnect());
    page.defaultView?.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', look, { signal });
    // A page that fades from one to the other has its colours only when it is done.
    page.addEventListener('transitionend', look, { signal });
  }

  /** Hears of every change of `current`. */
  subscribe = this.#listeners.subscribe;

  #look(): void {
    const theme = this.#sample?.isConnected && themeOf(this.#sample);
    if (!theme || theme === this.current) return;
    this.current = theme;
    this.#listeners.tell();
  }
}

/** Light text stands on dark ground, however the ground was painted. */
function themeOf(element: Element): Theme | undefined {
  const color = element.ownerDocument.defaultView?.getComputedStyle(element).color;
  const luminance = color && luminanceOf(color);
  if (luminance === undefined || luminance === '') return undefined;
  return luminance > 0.5 ? 'dark' : 'light';
}

/** 0 for black to 1 for white. Browsers report `rgb(…)`, or `oklch(L …)`, `lab(L …)`, `color(srgb …)` where the page says so. */
function luminanceOf(color: string): number | undefined {
  const numbers = color
    .match(/(?<![\w-])[\d.]+%?/g)
    ?.map((n) => (n.endsWith('%') ? Number.parseFloat(n) / 100 : Number(n)));
  if (!numbers || numbers.length < 3) return undefined;
  const [a = 0, b = 0, c = 0] = numbers;
  if (/^okl/.test(color)) return a;
  if (/^l(ab|ch)/.test(color)) return a / 100;
  const scale = color.startsWith('rgb') ? 255 : 1;
  return (0.2126 * a + 0.7152 * b + 0.0722 * c) / scale;
}
