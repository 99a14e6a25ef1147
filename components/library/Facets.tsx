import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import { type Facet, followFacets } from '../../lib/library/live-facets';
import type { LivePlace } from '../../lib/library-place';
import { type FacetField, facetFields } from '../../lib/query-text';
import { t } from '../../lib/text';
import { FacetGroup } from './FacetGroup';

interface Props {
  query: string;
  /** The query whose papers are listed: it is counted what they have. */
  listed: string | undefined;
  live: LivePlace;
  /** On a narrow screen this is a drawer. */
  close(): void;
  total: number | undefined;
  /** There may be more; see SearchResult. */
  isAtLeast?: boolean | undefined;
  children: ReactNode;
}

/** What the papers that were found have in common, to narrow the search down. */
export function Facets({ query, listed, live, close, total, isAtLeast, children }: Props) {
  // Whoever types on waits for papers, not for these.
  const counted = useFacets(listed === query ? listed : undefined);
  const isBusy = facetFields.some((field) => counted[field]?.of !== query);

  const leave = () => {
    close();
    document.querySelector<HTMLElement>('[aria-controls="filters"]')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
    leave();
  };

  return (
    <aside id="filters" aria-busy={isBusy} aria-label={t('library.filters')} onKeyDown={onKeyDown}>
      {children}
      {facetFields.map((field) => {
        const { facets, of } = counted[field] ?? {};
        return facets && <FacetGroup key={field} {...{ field, facets, query, live }} isBusy={of !== query} />;
      })}
      <button type="button" className="done" onClick={leave}>
        {t(isAtLeast ? 'library.showAtLeast' : 'library.showFound', total ?? 0)}
      </button>
    </aside>
  );
}

type Counted = Partial<Record<FacetField, { facets: Facet[]; of: string }>>;

/** Each field as soon as it is counted; until then, what was counted before. */
function useFacets(query: string | undefined): Counted {
  const [counted, setCounted] = useState<Counted>({});
  const [failure, setFailure] = useState<{ error: unknown }>();
  useEffect(() => {
    if (query === undefined) return;
    const controller = new AbortController();
    const tell = (field: FacetField, facets: Facet[]) =>
      setCounted((counted) => ({ ...counted, [field]: { facets, of: query } }));
    followFacets(query, { tell, fail: (error) => setFailure({ error }) }, controller.signal);
    return () => controller.abort();
  }, [query]);
  if (failure) throw failure.error;
  return counted;
}
