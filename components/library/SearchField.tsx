import { useEffect, useRef } from 'react';
import type { LivePlace } from '../../lib/library-place';
import { QueryField } from '../QueryField';

interface Props {
  query: string;
  /** What the query finds is being looked for. */
  isBusy: boolean;
  live: LivePlace;
  /** The user is done: on to the list. */
  goOn(): void;
}

/** What to look for. `/` leads here from everywhere, ↓ and Enter on to what was found. */
export function SearchField({ query, isBusy, live, goOn }: Props) {
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const controller = new AbortController();
    const hear = (event: globalThis.KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      if ((event.target as Element).matches('input:not([type="radio"]), textarea, select')) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    window.addEventListener('keydown', hear, { signal: controller.signal });
    return () => controller.abort();
  }, []);

  return (
    <QueryField
      ref={field}
      {...{ query, isBusy }}
      change={(query) => live.type(query)}
      autoFocus={live.current.paper === undefined}
      shortcut="/"
      goOn={goOn}
    />
  );
}
