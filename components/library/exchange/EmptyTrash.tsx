import { useState } from 'react';
import { t } from '../../../lib/text';

interface Props {
  total: number;
  /** When the last of them was removed: what is removed after that was not meant. */
  latest: number;
  empty(until: number): void;
}

/** Deletes for good: pressed once, it asks. */
export function EmptyTrash({ total, latest, empty }: Props) {
  const [asked, setAsked] = useState<{ total: number; latest: number }>();
  return (
    <>
      <button
        type="button"
        data-sure={asked ? true : undefined}
        onClick={() => {
          setAsked(asked ? undefined : { total, latest });
          if (asked) empty(asked.latest);
        }}
        onBlur={() => setAsked(undefined)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !asked) return;
          event.preventDefault(); // Of the window, it would be closed.
          event.stopPropagation();
          setAsked(undefined);
        }}
      >
        {asked ? t('trash.really', asked.total, [asked.total.toLocaleString()]) : t('trash.emptyIt')}
      </button>
      <span role="status" className="hint">
        {asked && t('trash.noWayBack')}
      </span>
    </>
  );
}
