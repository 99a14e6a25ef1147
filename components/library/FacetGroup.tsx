import { ChevronDown } from 'lucide-react';
import { memo, useId, useState } from 'react';
import type { Facet } from '../../lib/library/live-facets';
import type { LivePlace } from '../../lib/library-place';
import { ratings, statuses } from '../../lib/marks';
import { type Asked, askedOf, type FacetField, isSameValue, withTermToggled } from '../../lib/query-text';
import { havings } from '../../lib/search/query';
import { t } from '../../lib/text';

interface Props {
  field: FacetField;
  facets: Facet[];
  query: string;
  live: LivePlace;
  /** It is still being counted; what is shown is of the query before. */
  isBusy: boolean;
}

/** Values that are shown at first. */
const few = 6;
/** And when more are wanted: others are found by the search. */
const many = 60;

/** The values of one field, each with its number of papers. Pressed, it is a term of the query. */
export const FacetGroup = memo(function FacetGroup({ field, facets, query, live, isBusy }: Props) {
  const [isOpen, setOpen] = useState(true);
  const [isWhole, setWhole] = useState(false);
  const title = useId();
  const asked = askedOf(query, field);
  const isAsked = (value: string) => asked.some((each) => isSameValue(each.value, value));
  const all = withPressed(facets, asked);
  const shown = all.filter(({ value }, i) => i < (isWhole ? many : few) || isAsked(value));
  if (all.length === 0) return null;

  return (
    <section className="facets" aria-labelledby={title} aria-busy={isBusy}>
      <h2>
        <button type="button" id={title} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <ChevronDown aria-hidden size={14} />
          {t(`library.facet.${field}`)}
        </button>
      </h2>
      {isOpen && (
        <ul>
          {shown.map(({ value, papers }) => (
            <li key={value}>
              <button
                type="button"
                aria-pressed={isAsked(value)}
                onClick={() => live.go({ query: withTermToggled(live.current.query, field, value) })}
              >
                <span>{nameOf(field, value)}</span> <span className="count">{papers}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {isOpen && all.length > few && (
        <button type="button" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {t(isWhole ? 'library.fewer' : 'library.more')}
        </button>
      )}
    </section>
  );
});

/** What was pressed stays, so that it can be taken back, also where no paper has it. */
function withPressed(facets: Facet[], asked: Asked[]): Facet[] {
  // What all that were found have is counted; other names in quotes are only words.
  if (facets.length > 0) return facets;
  return asked.filter(({ isWhole }) => isWhole).map(({ value }) => ({ value, papers: 0 }));
}

function nameOf(field: FacetField, value: string): string {
  const status = field === 'status' && statuses.find((status) => status === value);
  if (status) return t(`marks.status.${status}`);
  const rating = field === 'rating' && ratings.find((rating) => String(rating) === value);
  if (rating) return t('marks.stars', [String(rating)]);
  const having = field === 'has' && havings.find((having) => having === value);
  return having ? t(`library.has.${having}`) : value;
}
