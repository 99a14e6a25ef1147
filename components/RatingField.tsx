import { X } from 'lucide-react';
import { type MouseEvent, useId, useRef } from 'react';
import { type Rating, ratings } from '../lib/marks';
import { t } from '../lib/text';

interface Props {
  rating: Rating | undefined;
  onChange(rating: Rating | undefined): void;
}

/** Five stars. Taken back by the button behind them, or by another click on the last one. */
export function RatingField({ rating, onChange }: Props) {
  const name = useId();
  const first = useRef<HTMLInputElement>(null);

  const takeBack = () => {
    onChange(undefined);
    first.current?.focus(); // The button goes.
  };

  const onClick = (event: MouseEvent, star: Rating) => {
    // Not of a key, which confirms what is chosen; nor the second of a double click.
    if (star === rating && event.detail === 1) onChange(undefined);
  };

  return (
    <div className="rating">
      <div role="radiogroup" aria-label={t('marks.rating')}>
        {ratings.map((star) => (
          <input
            key={star}
            ref={star === 1 ? first : null}
            type="radio"
            name={name}
            aria-label={t('marks.stars', [String(star)])}
            data-lit={(rating !== undefined && star <= rating) || undefined}
            checked={star === rating}
            onChange={() => onChange(star)}
            onClick={(event) => onClick(event, star)}
          />
        ))}
      </div>
      {rating && (
        <button type="button" aria-label={t('marks.noRating')} title={t('marks.noRating')} onClick={takeBack}>
          <X aria-hidden size={14} />
        </button>
      )}
    </div>
  );
}
