import { t } from '../lib/text';

interface Props {
  query: string;
  /** Not all was searched; see SearchResult. */
  isAtLeast: boolean;
  /** Shows all papers again. */
  clear(): void;
}

/** No saved paper is what was asked for. */
export function NothingFound({ query, isAtLeast, clear }: Props) {
  return (
    <div className="empty">
      <p role="status">{t('list.nothingFound', [query.trim()])}</p>
      {isAtLeast && <p>{t('search.isAtLeast')}</p>}
      <button type="button" onClick={clear}>
        {t('list.clearSearch')}
      </button>
    </div>
  );
}
