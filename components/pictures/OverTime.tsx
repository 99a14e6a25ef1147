import { useState } from 'react';
import type { By, OverTime as Counts } from '../../lib/pictures/over-time';
import { t } from '../../lib/text';
import { OverTimeBars } from './OverTimeBars';
import { OverTimeTable } from './OverTimeTable';
import { Picture } from './Picture';

interface Props {
  all: Record<By, Counts>;
  onFilter(query: string): void;
}

/** Venues or tags that are shown at first. */
const seriesShown = 8;

/** How many papers of each venue, or with each tag, by the year in which they appeared. */
export function OverTime({ all, onFilter }: Props) {
  const [by, setBy] = useState<By>('venue');
  const [isAll, setAll] = useState(false);
  const { columns, series } = all[by];
  const shown = isAll ? series : series.slice(0, seriesShown);
  const parts = { by, columns, series: shown, onFilter };
  const more = series.length > seriesShown && (
    <button type="button" className="all-series" aria-expanded={isAll} onClick={() => setAll(!isAll)}>
      {isAll ? t('pictures.fewer') : t('pictures.all', [series.length.toLocaleString()])}
    </button>
  );

  return (
    <Picture
      title={t('pictures.overTime')}
      text={t(by === 'venue' ? 'pictures.byVenueText' : 'pictures.byTagText')}
      choices={
        <select
          aria-label={t('pictures.by')}
          value={by}
          onChange={({ currentTarget: { value } }) => setBy(value as By)}
        >
          <option value="venue">{t('pictures.byVenue')}</option>
          <option value="tag">{t('pictures.byTag')}</option>
        </select>
      }
      picture={
        <>
          <OverTimeBars key={by} {...parts} />
          {more}
        </>
      }
      table={
        <>
          <OverTimeTable {...parts} />
          {more}
        </>
      }
    />
  );
}
