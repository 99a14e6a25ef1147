import { useLiveQuery } from 'dexie-react-hooks';
import type { KeyboardEvent, ReactNode } from 'react';
import { shelfFacets } from '../../lib/library/shelf';
import type { LivePlace } from '../../lib/library-place';
import { facetFields } from '../../lib/query-text';
import { t } from '../../lib/text';
import { FacetGroup } from './FacetGroup';

interface Props {
  query: string;
  live: LivePlace;
  /** On a narrow screen this is a drawer. */
  close(): void;
  total: number | undefined;
  children: ReactNode;
}

/** What the papers that were found have in common, to narrow the search down. */
export function Facets({ query, live, close, total, children }: Props) {
  const facets = useLiveQuery(async () => shelfFacets(query), [query]);

  const leave = () => {
    close();
    document.querySelector<HTMLElement>('[aria-controls="filters"]')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
    leave();
  };

  return (
    <aside id="filters" aria-label={t('library.filters')} onKeyDown={onKeyDown}>
      {children}
      {facets &&
        facetFields.map((field) => (
          <FacetGroup key={field} field={field} facets={facets[field]} query={query} live={live} />
        ))}
      <button type="button" className="done" onClick={leave}>
        {t('library.showFound', total ?? 0)}
      </button>
    </aside>
  );
}
