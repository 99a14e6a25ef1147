/** Where one is in the library page: what is searched, how it is sorted and shown, which paper is open. */
import { Listeners } from './listeners';
import type { PaperId } from './paper';

/** What fits best comes first, and where nothing is asked for, what was saved last. */
export const sorts = ['relevance', 'saved', 'published', 'title', 'rating'] as const;
export type Sort = (typeof sorts)[number];

export const looks = ['cards', 'columns'] as const;
export type Look = (typeof looks)[number];

export interface Place {
  query: string;
  sort: Sort;
  look: Look;
  /** The paper whose details are shown. */
  paper?: PaperId | undefined;
}

/** The place that an address names, by its part after the `?`. What it does not say is as usual. */
export function placeAt(search: string): Place {
  const named = new URLSearchParams(search);
  const paper = named.get('paper') ?? '';
  return {
    query: named.get('q') ?? '',
    sort: sorts.find((sort) => sort === named.get('sort')) ?? sorts[0],
    look: looks.find((look) => look === named.get('view')) ?? looks[0],
    paper: /^[a-z0-9]+:./.test(paper) ? (paper as PaperId) : undefined,
  };
}

/** The address of a place, without what is as usual. */
export function searchOf({ query, sort, look, paper }: Place): string {
  const named = new URLSearchParams();
  if (query !== '') named.set('q', query);
  if (sort !== sorts[0]) named.set('sort', sort);
  if (look !== looks[0]) named.set('view', look);
  if (paper) named.set('paper', paper);
  return `?${named}`;
}

/** Milliseconds without a keystroke before what is typed is in the address bar. Browsers count such changes. */
const rest = 300;

/** What an entry of the history knows beside its address. */
interface Remembered {
  /** The row at the top of the list. */
  top?: number;
  /** The entry before it is the same list without details. */
  isOpened?: boolean;
}

/** The place as the address bar has it. Each step is an entry of the history; typing is one step. */
export class LivePlace {
  current = placeAt(location.search);
  /** The row that was at the top of the list when this place was left. */
  top = remembered().top;
  /** Says which row is at the top of the list. */
  topNow: (() => number) | undefined;

  #listeners = new Listeners();
  #isTyping = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Follows the history until `signal` ends it. */
  constructor(signal: AbortSignal) {
    const arrive = () => {
      clearTimeout(this.#timer);
      this.#isTyping = false;
      this.top = remembered().top;
      this.#become(placeAt(location.search));
    };
    window.addEventListener('popstate', arrive, { signal });
    window.addEventListener('pagehide', () => this.#settle(), { signal });
  }

  /** Hears of every change. */
  subscribe = this.#listeners.subscribe;

  /** One step, which “back” undoes. */
  go(change: Partial<Place>): void {
    const next = { ...this.current, ...change };
    if (searchOf(next) === searchOf(this.current)) return;
    this.#settle();
    this.#isTyping = false;
    const isOpened = next.paper !== undefined && this.current.paper === undefined;
    this.#push(next, { isOpened });
  }

  /** Another letter of the query. */
  type(query: string): void {
    const next = { ...this.current, query };
    if (!this.#isTyping) {
      this.#settle();
      this.#isTyping = true;
      this.#push(next, {});
      return;
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#settle(), rest);
    this.#become(next);
  }

  /** Closes the details: back to where they were opened. */
  close(): void {
    if (!this.current.paper) return;
    if (remembered().isOpened) history.back();
    else this.go({ paper: undefined });
  }

  #push(next: Place, state: Remembered): void {
    history.pushState(state, '', searchOf(next));
    this.top = undefined;
    this.#become(next);
  }

  /** Puts into the entry of the history what is to be found there when one comes back. */
  #settle(): void {
    clearTimeout(this.#timer);
    history.replaceState({ ...remembered(), top: this.topNow?.() }, '', searchOf(this.current));
  }

  #become(place: Place): void {
    this.current = place;
    this.#listeners.tell();
  }
}

function remembered(): Remembered {
  return (history.state as Remembered | null) ?? {};
}
