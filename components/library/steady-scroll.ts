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
  const place = useRef<{ key: string; id: PaperId | undefined; index: number; beyond: number }>(undefined);

  useLayoutEffect(() => {
    const before = place.current;
    if (!list.current) return;
    if (before?.key !== results.key) {
      virtualizer.scrollToIndex(Math.min(live.top ?? 0, Math.max(0, results.total - 1)), { align: 'start' });
      return;
    }
    const index = before.id && results.indexOf(before.id);
    if (index === undefined || index === before.index || list.current.scrollTop === 0) return;
    const start = virtualizer.measurementsCache[index]?.start;
    if (start !== undefined) virtualizer.scrollToOffset(start + before.beyond);
  }, [results, virtualizer, list, live]);

  useEffect(() => {
    const top = list.current?.scrollTop ?? 0;
    const row = virtualizer.getVirtualItemForOffset(top);
    if (!row) return;
    place.current = {
      key: results.key,
      id: results.at(row.index)?.paper.id,
      index: row.index,
      beyond: top - row.start,
    };
  });

  useEffect(() => {
    live.topNow = () => virtualizer.getVirtualItemForOffset(list.current?.scrollTop ?? 0)?.index ?? 0;
    return () => {
      live.topNow = undefined;
    };
  }, [live, virtualizer, list]);
}
