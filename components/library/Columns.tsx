import { type LivePlace, sorts } from '../../lib/library-place';
import { t } from '../../lib/text';

const columns = ['title', 'authors', 'published', 'where', 'said', 'rating', 'saved'] as const;

/** The headings of the columns: where the list can be sorted by one, that is what it does. */
export function Columns({ live }: { live: LivePlace }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: these are buttons over a list, no fields of a form.
    <div className="row columns headings" role="group" aria-label={t('library.sortBy')}>
      <span className="check" />
      {columns.map((column) => {
        const sort = sorts.find((sort) => sort === column);
        const name = t(`library.column.${column}`);
        return sort ? (
          <button
            key={column}
            type="button"
            className={column}
            aria-pressed={live.current.sort === sort}
            onClick={() => live.go({ sort })}
          >
            {name}
          </button>
        ) : (
          <span key={column} className={column}>
            {name}
          </span>
        );
      })}
    </div>
  );
}
