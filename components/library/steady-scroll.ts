import type { Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { LivePlace } from '../../lib/library-place';
import type { PaperId } from '../../lib/paper';
import type { Results } from './results';

interface Props {
  virtualizer: Virtualizer<HTMLDivElement, Element>;
  results: Results;
  list: RefObject<HTMLDivElement | null>;
  live: LivePlace;
}

/**
 * What one looks at stays where it is when papers come or go above it. Another query starts at the top, or, when one
 * comes back to it, where one was.
 */
export function useSteadyScroll({ virtualizer, results, list, live }: Props): void {
  const place = useRef<{ key: string; id: PaperId | undefined; start: number }>(undefined);
  const landing = useRef(new AbortController());
  useEffect(() => () => landing.current.abort(), []);

  useLayoutEffect(() => {
    const before = place.current;
    if (!list.current) return;
    if (before?.key !== results.key) {
      landing.current.abort();
      landing.current = new AbortController();
      const top = Math.min(live.top ?? 0, Math.max(0, results.total - 1));
      landAt(top, virtualizer, list.current, landing.current);
      return;
    }
    const index = before.id && results.indexOf(before.id);
    const start = index === undefined ? undefined : virtualizer.measurementsCache[index]?.start;
    const { scrollTop } = list.current;
    if (start === undefined || start === before.start || scrollTop === 0) return;
    virtualizer.scrollToOffset(scrollTop + start - before.start);
  }, [results, virtualizer, list, live]);

  useEffect(() => {
    const top = list.current?.scrollTop ?? 0;
    const row = virtualizer.getVirtualItemForOffset(top);
    if (!row) return;
    place.current = { key: results.key, id: results.at(row.index)?.paper.id, start: row.start };
  });

  useEffect(() => {
    live.topNow = () => virtualizer.getVirtualItemForOffset(list.current?.scrollTop ?? 0)?.index ?? 0;
    return () => {
      live.topNow = undefined;
    };
  }, [live, virtualizer, list]);
}

/** Frames in which a row must stay where it is, until it is known to stand. */
const calmFrames = 30;

/**
 * Scrolls until a row is at the top, and stays there: rows get their heights, and so it another place, when they are
 * drawn. Whoever scrolls meanwhile is let go.
 */
function landAt(
  index: number,
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  list: HTMLDivElement,
  landing: AbortController,
): void {
  const { signal } = landing;
  let calm = 0;
  let before = { aim: -1, top: -1 };
  const look = () => {
    if (signal.aborted) return;
    const start = virtualizer.measurementsCache[index]?.start ?? 0;
    const aim = Math.min(start, list.scrollHeight - list.clientHeight);
    const isDrawn = list.querySelector(`[data-index="${index}"]`) !== null;
    const isThere = Math.abs(list.scrollTop - aim) <= 1;
    // No row got another height, and yet the list moved: somebody scrolls.
    const isMoved = aim === before.aim && Math.abs(list.scrollTop - before.top) > 1;
    if ((isMoved && !isThere) || calm === calmFrames) return landing.abort();
    if (!isThere) virtualizer.scrollToOffset(aim);
    calm = isDrawn && isThere ? calm + 1 : 0;
    before = { aim, top: list.scrollTop };
    requestAnimationFrame(look);
  };
  for (const act of ['wheel', 'pointerdown', 'keydown', 'touchmove']) {
    list.addEventListener(act, () => landing.abort(), { signal });
  }
  look();
}
