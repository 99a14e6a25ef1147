import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { LivePlace } from '../../lib/library-place';
import { t } from '../../lib/text';

interface Props {
  query: string;
  live: LivePlace;
  /** The user is done: on to the list. */
  goOn(): void;
}

/** What to look for. `/` leads here from everywhere, ↓ and Enter on to what was found. */
export function SearchField({ query, live, goOn }: Props) {
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

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'Enter') goOn();
    else if (event.key === 'Escape' && query !== '') live.type('');
    else return;
    event.preventDefault();
  };

  return (
    <input
      ref={field}
      type="search"
      // biome-ignore lint/a11y/noAutofocus: one comes here to find something.
      autoFocus={live.current.paper === undefined}
      aria-label={t('list.search')}
      placeholder={t('list.search')}
      aria-keyshortcuts="/"
      value={query}
      onChange={(event) => live.type(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}
