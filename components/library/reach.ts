import type { Virtualizer } from '@tanstack/react-virtual';
import { useState } from 'react';
import { flushSync } from 'react-dom';

/** Rows by which it grows, and that are left below the screen when it does. */
const step = 200;
const margin = 100;

/**
 * How many rows at the top of the list have a place of their own, down to some below the screen. All below are one
 * space, as high as they will be as far as one knows: the virtual list makes all places anew whenever a row has
 * another height than was thought, which takes time and memory for each of them.
 */
export function useReach(key: string, total: number, top: number) {
  const [reached, setReached] = useState({ key, rows: top + step });
  // Other results are not as far: they start at their top, or at the row at which one left them.
  if (reached.key !== key) setReached({ key, rows: top + step });
  const count = Math.min(total, reached.rows);

  /** So that the row has a place, at once. */
  const reachTo = (index: number) => {
    if (index >= count) flushSync(() => setReached({ key, rows: index + step }));
  };
  /** So that all rows on screen have theirs. While rendering: before anybody sees the space. */
  const reachScreen = ({ options, scrollOffset, scrollRect, getTotalSize }: Virtualizer<HTMLDivElement, Element>) => {
    const places = getTotalSize() - options.paddingEnd;
    const bottom = (scrollOffset ?? 0) + (scrollRect?.height ?? 0);
    const missing = margin + Math.ceil((bottom - places) / options.estimateSize(count));
    if (count < total && missing > 0) setReached({ key, rows: count + missing + step });
  };
  return { count, reachTo, reachScreen };
}
