import { type RefObject, startTransition, useEffect, useState } from 'react';

/** How wide an element is, now and whenever that changes; what is drawn for it may take its time. */
export function useWidth(of: RefObject<Element | null>): number {
  const [width, setWidth] = useState(640);
  useEffect(() => {
    if (!of.current) return;
    const observer = new ResizeObserver(([entry]) => {
      const now = Math.floor(entry?.contentRect.width ?? 0);
      if (now > 0) startTransition(() => setWidth(now));
    });
    observer.observe(of.current);
    return () => observer.disconnect();
  }, [of]);
  return width;
}
