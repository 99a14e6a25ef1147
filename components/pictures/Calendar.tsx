import { scaleSqrt } from 'd3-scale';
import { useState } from 'react';
import { dayOf } from '../../lib/day';
import { type CalendarDay, latestWeeks, spanOfYear, yearsIn } from '../../lib/pictures/calendar';
import { t } from '../../lib/text';
import { CalendarDays } from './CalendarDays';
import { CalendarTable } from './CalendarTable';
import { Picture } from './Picture';

interface Props {
  /** Those on which something was, the earliest first. */
  days: CalendarDay[];
  onFilter(query: string): void;
  now?: number;
}

/** On which days papers were saved and read. */
export function Calendar({ days: all, onFilter, now = Date.now() }: Props) {
  const [year, setYear] = useState<number>();
  const span = year === undefined ? latestWeeks(dayOf(now)) : spanOfYear(year);
  const days = all.filter(({ day }) => day >= span.from && day <= span.to);
  // One scale for all years: they can be compared.
  const most = Math.max(1, ...all.map(({ saved }) => saved));
  const size = scaleSqrt([0, most], [0, 100]);

  const [saved, read] = [sum(days, 'saved'), sum(days, 'read')];

  return (
    <Picture
      title={t('pictures.calendar')}
      text={t('pictures.calendarText', [
        t('pictures.saved', saved, [saved.toLocaleString()]),
        t('pictures.read', read, [read.toLocaleString()]),
      ])}
      choices={
        <select
          aria-label={t('pictures.span')}
          value={year ?? ''}
          onChange={({ currentTarget: { value } }) => setYear(value ? Number(value) : undefined)}
        >
          <option value="">{t('pictures.latest')}</option>
          {yearsIn(all).map((year) => (
            <option key={year} value={year}>
              {year}
            </option>
          ))}
        </select>
      }
      picture={<CalendarDays key={year} {...{ days, span, size, onFilter }} />}
      table={<CalendarTable {...{ days, onFilter }} />}
    />
  );
}

function sum(days: { saved: number; read: number }[], what: 'saved' | 'read'): number {
  return days.reduce((sum, day) => sum + day[what], 0);
}
