import { LayoutList, Rows3 } from 'lucide-react';
import { type LivePlace, looks, type Place, sorts } from '../../lib/library-place';
import { t } from '../../lib/text';

interface Props {
  place: Place;
  live: LivePlace;
  total: number;
  /** There may be more; see SearchResult. */
  isAtLeast: boolean;
}

const icons = { cards: LayoutList, columns: Rows3 };

/** Over the list: how many papers there are, in which order, and how they are shown. */
export function ListTools({ place, live, total, isAtLeast }: Props) {
  // Where nothing is asked for, nothing fits better than the rest.
  const orders = sorts.filter((sort) => sort !== 'relevance' || place.query.trim() !== '');
  return (
    <div className="tools">
      <p role="status">{t(isAtLeast ? 'library.atLeast' : 'marks.papers', total)}</p>
      <select
        aria-label={t('library.sortBy')}
        value={orders.includes(place.sort) ? place.sort : orders[0]}
        onChange={(event) => live.go({ sort: sorts.find((sort) => sort === event.currentTarget.value) ?? sorts[0] })}
      >
        {orders.map((sort) => (
          <option key={sort} value={sort}>
            {t(`library.sort.${sort}`)}
          </option>
        ))}
      </select>
      {looks.map((look) => {
        const Icon = icons[look];
        const name = t(`library.look.${look}`);
        return (
          <button
            key={look}
            type="button"
            aria-label={name}
            title={name}
            aria-pressed={place.look === look}
            onClick={() => live.go({ look })}
          >
            <Icon aria-hidden size={16} />
          </button>
        );
      })}
    </div>
  );
}
