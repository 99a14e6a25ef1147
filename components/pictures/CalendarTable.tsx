import type { CalendarDay } from '../../lib/pictures/calendar';
import { readOn, savedOn } from '../../lib/pictures/filters';
import { t } from '../../lib/text';
import { CountCell } from './CountCell';
import { dayNamed } from './day-named';

interface Props {
  days: CalendarDay[];
  onFilter(query: string): void;
}

/** The days on which something was saved or read, the latest first. */
export function CalendarTable({ days, onFilter }: Props) {
  return (
    <div className="table-scroll">
      <table aria-label={t('pictures.calendar')}>
        <thead>
          <tr>
            <th scope="col">{t('pictures.dayColumn')}</th>
            <th scope="col">{t('pictures.savedColumn')}</th>
            <th scope="col">{t('pictures.readColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {days.toReversed().map(({ day, saved, read }) => {
            const name = dayNamed(day);
            return (
              <tr key={day}>
                <th scope="row">{name}</th>
                <CountCell
                  count={saved}
                  name={t('pictures.mark', [name, t('pictures.saved', saved, [saved.toLocaleString()])])}
                  onClick={() => onFilter(savedOn(day))}
                />
                <CountCell
                  count={read}
                  name={t('pictures.mark', [name, t('pictures.read', read, [read.toLocaleString()])])}
                  onClick={() => onFilter(readOn(day))}
                />
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
