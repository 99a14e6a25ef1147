import type { ReactNode } from 'react';
import { barName, dividerName } from '../lib/page/hosts';
import { dividerStyle, placeOver } from '../lib/page/list-place';
import type { ListView } from '../lib/page/list-view';
import { renderIn } from '../lib/page/mount';
import type { PageTheme } from '../lib/page/theme';
import type { Triage } from '../lib/page/triage';
import type { Entry } from '../lib/page/watch';
import type { LiveSettings } from '../lib/settings';
import { Divider } from './Divider';

/** A page that throws our bar out this often does not want it. */
const maxEvictions = 20;

interface List {
  view: ListView;
  triage: Triage;
  settings: LiveSettings;
  theme: PageTheme;
  css: string;
  signal: AbortSignal;
}

/** Keeps the bar over the list, and the divider in it, wherever the site moves the list. */
export function standOverList(page: Document, bar: ReactNode, list: List): void {
  const { view, settings, signal } = list;
  const overList = standing(page, barName, list, () => bar);
  const inList = standing(page, dividerName, list, () => <Divider theme={list.theme} triage={list.triage} />);

  let last: { first: Element | undefined; end: Element | undefined; place: Element | undefined } | undefined;
  /** As long as the list is the same, its place is: to find it costs the page a look at its styles. */
  const placeOf = (listed: Entry[]) => {
    const [first, end] = [listed[0]?.parts[0], listed.at(-1)?.parts[0]];
    const isSame = last?.first === first && last?.end === end && last?.place?.isConnected;
    if (!isSame) last = { first, end, place: placeOver(listed) };
    return last?.place;
  };

  const look = () => {
    if (signal.aborted) return;
    const place = settings.current.bar ? placeOf(view.listed) : undefined;
    overList(place && ((host) => place.before(host)), place?.previousElementSibling);
    const part = view.firstOld?.parts[0];
    const box = part instanceof HTMLTableRowElement ? part.cells[0] : part;
    if (box) inList((host) => box.prepend(host), box.firstElementChild, dividerStyle(box));
    else inList(undefined);
  };
  view.subscribe(look);
  settings.subscribe(look);
}

type Put = (host: HTMLElement) => void;

/** An element of ours that stands where it is put, or nowhere. `there` is what stands in that place now. */
function standing(page: Document, name: string, { css, signal }: List, content: () => ReactNode) {
  for (const leftover of page.querySelectorAll(name)) leftover.remove();
  let host: HTMLElement | undefined;
  let controller: AbortController | undefined;
  let evictions = 0;

  return (put: Put | undefined, there?: Element | null, style = '') => {
    if (!put) {
      controller?.abort();
      host?.remove();
      host = undefined;
      return;
    }
    if (host && there === host) return;
    if (!host) {
      host = page.createElement(name);
      controller = new AbortController();
      const rule = `:host { all: initial !important; ${blockStyle} ${style} }`;
      host.style.cssText = `${blockStyle} ${style}`;
      renderIn(host, content(), rule + css, AbortSignal.any([signal, controller.signal]));
      const added = host;
      signal.addEventListener('abort', () => added.remove());
    } else if (!host.isConnected && evictions++ >= maxEvictions) return;
    put(host);
  };
}

const blockStyle = 'display: block !important; grid-column: 1 / -1 !important; flex-basis: 100% !important;';
