import { useEffect, useState } from 'react';
import type { Library } from '../lib/library/contract';
import { type Marks, type MarksChange, type Status, statuses } from '../lib/marks';
import { t } from '../lib/text';
import { RatingField } from './RatingField';
import { TagField } from './TagField';

interface Props {
  /** As they are saved; `undefined` where the paper is not. */
  marks: Marks | undefined;
  library: Pick<Library, 'tags'>;
  /** Saves a change, and resolves to whether that worked. What went wrong is told by whoever gives this. */
  mark(change: MarksChange): Promise<boolean>;
  /** Gives the focus to the field of tags. Each new object does so again. */
  focusTags?: object | undefined;
}

/** Status, rating and tags of a paper. Each change is saved at once. */
export function MarksEditor({ marks, library, mark, focusTags }: Props) {
  const [news, setNews] = useState('');
  const isSaved = marks !== undefined;

  // Who sees, sees it: by a new chip, and by the button that says "Saved" now.
  const change = async (change: MarksChange, said = '') => {
    const isDone = await mark(change);
    if (isDone) setNews([!isSaved && t('marks.saved'), said].filter(Boolean).join(' '));
    return isDone;
  };
  const [status, setStatus] = useChosen(marks?.status, (status) => change({ status: status ?? null }));
  const [rating, setRating] = useChosen(marks?.rating, (rating) => change({ rating: rating ?? null }));

  return (
    <div className="marks-editor">
      <select
        aria-label={t('marks.statusLabel')}
        value={status ?? ''}
        onChange={(event) => setStatus((event.currentTarget.value || undefined) as Status | undefined)}
      >
        <option value="">{t('marks.noStatus')}</option>
        {statuses.map((status) => (
          <option key={status} value={status}>
            {t(`marks.status.${status}`)}
          </option>
        ))}
      </select>
      <RatingField rating={rating} onChange={setRating} />
      <TagField tags={marks?.tags ?? []} library={library} change={change} focus={focusTags} />
      <span role="status" className="unseen">
        {news}
      </span>
    </div>
  );
}

/** What was chosen here wins until it is what is saved, or could not be saved. */
function useChosen<Value>(saved: Value, save: (value: Value) => Promise<boolean>) {
  const [chosen, setChosen] = useState<{ value: Value }>();
  useEffect(() => {
    if (chosen?.value === saved) setChosen(undefined);
  }, [chosen, saved]);
  const choose = async (value: Value) => {
    const mine = { value };
    setChosen(mine);
    if (!(await save(value))) setChosen((chosen) => (chosen === mine ? undefined : chosen));
  };
  return [chosen ? chosen.value : saved, choose] as const;
}
