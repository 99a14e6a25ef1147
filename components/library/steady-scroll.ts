import type { Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
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
 * comes back to it, where one was. Returns what scrolls to a row that was not read yet.
 */
export function useSteadyScroll({ virtualizer, results, list, live }: Props) {
  const place = useRef<{ key: string; id: PaperId | undefined; start: number }>(undefined);
  const landing = useRef<AbortController>(undefined);
  useEffect(() => () => landing.current?.abort(), []);
  const land = useCallback(
    (index: number, edge: Edge) => {
      landing.current?.abort();
      landing.current = new AbortController();
      if (list.current) landAt(index, edge, virtualizer, list.current, landing.current);
    },
    [virtualizer, list],
  );

  useLayoutEffect(() => {
    const before = place.current;
    if (!list.current) return;
    if (before?.key !== results.key) {
      land(Math.min(live.top ?? 0, Math.max(0, results.total - 1)), 'top');
      return;
    }
    // It looks after that itself.
    if (landing.current?.signal.aborted === false) return;
    const index = before.id && results.indexOf(before.id);
    const start = index === undefined ? undefined : virtualizer.measurementsCache[index]?.start;
    const { scrollTop } = list.current;
    if (start === undefined || start === before.start || scrollTop === 0) return;
    virtualizer.scrollToOffset(scrollTop + start - before.start);
  }, [results, virtualizer, list, live, land]);

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
  return land;
}

/** Of the list: where a row is to be. */
type Edge = 'top' | 'bottom';

/** Frames in which a row must stay where it is, until it is known to stand. */
const calmFrames = 30;

/**
 * Scrolls until a row is at an edge, and stays there: rows get their heights, and so it another place, when they are
 * drawn. Whoever scrolls meanwhile is let go.
 */
function landAt(
  index: number,
  edge: Edge,
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  list: HTMLDivElement,
  landing: AbortController,
): void {
  const { signal } = landing;
  let calm = 0;
  let before = { aim: -1, top: -1 };
  const look = () => {
    if (signal.aborted) return;
    const { start = 0, end = 0 } = virtualizer.measurementsCache[index] ?? {};
    const top = edge === 'top' ? start : Math.max(0, end - list.clientHeight);
    const aim = Math.min(top, list.scrollHeight - list.clientHeight);
    const isDrawn = list.querySelector(`[data-index="${index}"]:not([aria-busy])`) !== null;
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
