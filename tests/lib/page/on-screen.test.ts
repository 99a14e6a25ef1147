import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Library } from '../../../lib/library/contract';
import { OnScreen } from '../../../lib/page/on-screen';
import { usualSettings } from '../../../lib/settings';
import { listOf, papers } from './entries';

let list: string;
const ids = ['arxiv:2609.00001', 'arxiv:2609.00002'];

/** Stands in for the browser's, which jsdom does not have: reports what the test says. */
let report: (changes: { target: Element; isIntersecting: boolean }[]) => void;
let end: AbortController;

beforeEach(() => {
  list = 'https://list.example/';
  vi.useFakeTimers();
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(callback: (changes: object[]) => void) {
        report = (changes) => callback(changes.map((change) => ({ ...change, time: performance.now() })));
      }
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  end = new AbortController();
});
afterEach(() => {
  end.abort();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function watching() {
  const seen = vi.fn<Library['seen']>(async () => {});
  const onScreen = new OnScreen({ seen }, { current: usualSettings }, () => list, document, end.signal);
  let page: ReturnType<typeof listOf>;
  /** The site shows its list, anew. */
  const render = () => {
    page = listOf(papers(2));
    onScreen.add(page.entries);
  };
  render();
  const show = (isIntersecting: boolean) => report(page.entries.map(({ host }) => ({ target: host, isIntersecting })));
  const leave = () => page.entries.forEach(page.end);
  return {
    show,
    render,
    leave,
    visits: () => seen.mock.calls.map(([{ list }]) => list),
    told: () => seen.mock.calls.flatMap(([{ papers }]) => papers.flat()),
  };
}

function turn(visibility: 'hidden' | 'visible') {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(visibility === 'hidden');
  document.dispatchEvent(new Event('visibilitychange'));
}

test('tells what stayed on screen, once', () => {
  const { show, told } = watching();
  show(true);
  vi.advanceTimersByTime(10_000);
  show(false);
  show(true);
  vi.advanceTimersByTime(10_000);
  expect(told()).toEqual(ids);
});

test('what one scrolls past is not seen', () => {
  const { show, told } = watching();
  show(true);
  vi.advanceTimersByTime(900);
  show(false);
  vi.advanceTimersByTime(10_000);
  expect(told()).toEqual([]);
});

test('whoever leaves the tab has seen what was on screen until then', () => {
  const { show, told } = watching();
  show(true);
  vi.advanceTimersByTime(1100);
  turn('hidden');
  expect(told()).toEqual(ids);
});

test('a tab behind another is on no screen', () => {
  const { show, told } = watching();
  show(true);
  vi.advanceTimersByTime(500);
  turn('hidden');
  vi.advanceTimersByTime(60_000);
  window.dispatchEvent(new Event('pagehide'));
  expect(told()).toEqual([]);

  turn('visible');
  vi.advanceTimersByTime(900);
  turn('hidden');
  expect(told()).toEqual([]);
  turn('visible');
  vi.advanceTimersByTime(10_000);
  expect(told()).toEqual(ids);
});

test('the same papers on another list are a visit to that list', () => {
  const { show, render, leave, visits, told } = watching();
  const goTo = (address: string) => {
    list = address;
    leave();
    render();
    show(true);
    vi.advanceTimersByTime(10_000);
  };
  show(true);
  vi.advanceTimersByTime(2000);
  show(false);
  goTo('https://list.example/other');
  expect(visits()).toEqual(['https://list.example/', 'https://list.example/other']);
  expect(told()).toEqual([...ids, ...ids]);
  goTo('https://list.example/');
  expect(visits()).toHaveLength(2);
});
