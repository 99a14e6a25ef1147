import { type MouseEvent, useState } from 'react';
import { type LivePlace, searchOf } from '../../lib/library-place';
import type { Paper } from '../../lib/paper';
import { withTerm } from '../../lib/query-text';
import { t } from '../../lib/text';

/** Names that are shown unasked: of a large collaboration, there are thousands. */
const few = 30;

/** Who wrote it. A name leads to what else is saved of theirs. */
export function Authors({ paper, live }: { paper: Paper; live: LivePlace }) {
  const { authors = [], authorCount, organization } = paper;
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? authors : authors.slice(0, few);

  const follow = (event: MouseEvent, query: string) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // As on any link: the browser opens it elsewhere.
    event.preventDefault();
    live.go({ query });
  };

  return (
    <>
      {shown.length > 0 ? (
        <ul className="authors" aria-label={t('library.facet.author')}>
          {shown.map((name, i) => {
            const query = withTerm('', 'author', name);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: two authors may have one name, and the order is theirs.
              <li key={i}>
                <a href={searchOf({ ...live.current, query })} onClick={(event) => follow(event, query)}>
                  {name}
                </a>
              </li>
            );
          })}
        </ul>
      ) : (
        <p className="byline">{organization ?? (authorCount ? t('item.authors', authorCount) : undefined)}</p>
      )}
      {authors.length > few && (
        <button type="button" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('library.fewer') : t('library.moreAuthors', [String(authors.length - few)])}
        </button>
      )}
      {shown.length > 0 && organization && <p className="byline">{organization}</p>}
    </>
  );
}
