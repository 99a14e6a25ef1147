import type { SearchResult } from '../lib/library/search';
import type { Problem } from '../lib/search/query';
import { t } from '../lib/text';

/** What is to be said of a search, beside its results: what cannot be read, and what cannot be found yet. */
export function SearchNews({ problems, isBehind }: Pick<SearchResult, 'problems' | 'isBehind'>) {
  const said = [...problems.map(messageOf), ...(isBehind ? [t('search.isBehind')] : [])];
  return (
    <p className="search-news" role="status">
      {said.join(' ')}
    </p>
  );
}

function messageOf({ message, text }: Problem): string {
  return t(`search.${message}`, [text]);
}
