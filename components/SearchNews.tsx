import type { SearchResult } from '../lib/library/search';
import type { Problem } from '../lib/search/query';
import { t } from '../lib/text';

interface Props extends Pick<SearchResult, 'problems' | 'isBehind'> {
  understood?: string | undefined;
}

/** What is to be said of a search, beside its results: what cannot be read, what was, and what cannot be found yet. */
export function SearchNews({ problems, understood, isBehind }: Props) {
  const rest =
    understood === undefined ? [] : [understood ? t('search.understood', [understood]) : t('search.nothingElse')];
  const said = [...problems.map(messageOf), ...rest, ...(isBehind ? [t('search.isBehind')] : [])];
  return (
    <p className="search-news" role="status">
      {said.join(' ')}
    </p>
  );
}

function messageOf({ message, text }: Problem): string {
  return t(`search.${message}`, [text]);
}
