import type { LivePlace } from '../../lib/library-place';
import { t } from '../../lib/text';

interface Props {
  query: string;
  live: LivePlace;
  /** Not all was searched; see SearchResult. */
  isAtLeast: boolean;
}

/** No saved paper is what was asked for. */
export function NothingFound({ query, live, isAtLeast }: Props) {
  return (
    <div className="empty">
      <p role="status">{t('list.nothingFound', [query.trim()])}</p>
      {isAtLeast && <p>{t('search.isAtLeast')}</p>}
      <button type="button" onClick={() => live.go({ query: '' })}>
        {t('list.clearSearch')}
      </button>
    </div>
  );
}
