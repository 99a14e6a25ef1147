import type { LivePlace } from '../../lib/library-place';
import { t } from '../../lib/text';

/** No saved paper is what was asked for. */
export function NothingFound({ query, live }: { query: string; live: LivePlace }) {
  return (
    <div className="empty">
      <p role="status">{t('list.nothingFound', [query.trim()])}</p>
      <button type="button" onClick={() => live.go({ query: '' })}>
        {t('list.clearSearch')}
      </button>
    </div>
  );
}
