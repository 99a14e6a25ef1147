/** Which papers the user has had on screen, told to the library now and then. */
import { isAlive } from '../library/client';
import type { Library } from '../library/contract';
import type { PaperId } from '../paper';
import type { LiveSettings } from '../settings';
import type { Entry } from './watch';

/** Milliseconds for which an entry must stay on screen: what one scrolls past is not seen. */
const glance = 1000;

/** Milliseconds in which sightings are collected. */
const pause = 3000;

export class OnScreen {
  #library: Pick<Library, 'seen'>;
  #settings: Pick<LiveSettings, 'current'>;
  #list: () => string;
  #page: Document;
  #entries = new WeakMap<Element, Entry>();
  /** Since when what is on screen stands there; `Infinity` in a tab behind another, which is on no screen. */
  #since = new Map<Element, number>();
  /** Each a list and a paper: the same paper on another list is a visit to that one. */
  #told = new Set<string>();
  /** What is still to be told, by list. */
  #seen = new Map<string, PaperId[][]>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #observer: IntersectionObserver;

  /** Until `signal` ends it. `list` tells the address of the list that the page shows. */
  constructor(
    library: Pick<Library, 'seen'>,
    settings: Pick<LiveSettings, 'current'>,
    list: () => string,
    page: Document,
    signal: AbortSignal,
  ) {
    this.#library = library;
    this.#settings = settings;
    this.#list = list;
    this.#page = page;
    this.#observer = new IntersectionObserver((changes) => this.#see(changes));
    page.addEventListener('visibilitychange', () => this.#turn(), { signal });
    page.defaultView?.addEventListener('pagehide', () => this.#flush(), { signal });
    signal.addEventListener('abort', () => {
      this.#observer.disconnect();
      clearTimeout(this.#timer);
    });
  }

  add(entries: Entry[]): void {
    for (const entry of entries) {
      const { host } = entry;
      this.#entries.set(host, entry);
      this.#observer.observe(host);
      entry.signal.addEventListener('abort', () => {
        this.#observer.unobserve(host);
        this.#end(host, performance.now());
      });
    }
  }

  #see(changes: IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting, time } of changes) {
      if (isIntersecting) this.#since.set(target, this.#page.hidden ? Infinity : time);
      else this.#end(target, time);
    }
    this.#flushLater();
  }

  /** The tab goes behind another, or comes back. */
  #turn(): void {
    if (this.#page.hidden) this.#flush();
    const since = this.#page.hidden ? Infinity : performance.now();
    for (const host of this.#since.keys()) this.#since.set(host, since);
    this.#flushLater();
  }

  #flushLater(): void {
    if (this.#since.size > 0 && !this.#page.hidden) this.#timer ??= setTimeout(() => this.#flush(), pause);
  }

  #end(host: Element, now: number): void {
    const since = this.#since.get(host);
    this.#since.delete(host);
    const paper = this.#entries.get(host)?.paper;
    if (!paper || since === undefined || now - since < glance) return;
    const list = this.#list();
    const told = `${list} ${paper.id}`;
    if (this.#told.has(told)) return;
    this.#told.add(told);
    const papers = this.#seen.get(list) ?? [];
    papers.push([paper.id, ...(paper.aliases ?? [])]);
    this.#seen.set(list, papers);
  }

  /** Tells what was seen since the last time, what is still on screen included. */
  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const now = performance.now();
    for (const [host, since] of [...this.#since]) {
      if (now - since < glance) continue;
      this.#end(host, now);
    }
    this.#flushLater();
    if (this.#seen.size === 0 || !isAlive()) return;
    const lists = [...this.#seen];
    this.#seen.clear();
    if (!this.#settings.current.seen) return;
    for (const [list, papers] of lists) {
      this.#library.seen({ list, papers }).catch((error) => {
        console.warn('Papergloss could not remember what was seen.', error);
      });
    }
  }
}
