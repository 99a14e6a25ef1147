import { inYears, named } from '../../lib/pictures/filters';
import type { By, OverTime } from '../../lib/pictures/over-time';
import { t } from '../../lib/text';
import { CountCell } from './CountCell';
import { columnNamed, countNamed, seriesNamed } from './over-time-names';

interface Props extends OverTime {
  by: By;
  onFilter(query: string): void;
}

/** Venues or tags as rows, years as columns. */
export function OverTimeTable({ by, columns, series, onFilter }: Props) {
  return (
    <div className="table-scroll">
      <table aria-label={t('pictures.overTime')}>
        <thead>
          <tr>
            <th scope="col">{t(by === 'venue' ? 'pictures.byVenue' : 'pictures.byTag')}</th>
            <th scope="col">{t('pictures.papersColumn')}</th>
            {columns.map((column) => (
              <th scope="col" key={columnNamed(column)}>
                {columnNamed(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {series.map(({ name, papers, counts }) => {
            const title = seriesNamed(by, name);
            return (
              <tr key={name ?? ''}>
                <th scope="row">{title}</th>
                <CountCell
                  count={papers}
                  name={t('pictures.mark', [title, t('pictures.papers', papers, [papers.toLocaleString()])])}
                  onClick={() => onFilter(named(by, name))}
                />
                {columns.map((column, i) => (
                  <CountCell
                    key={columnNamed(column)}
                    count={counts[i] ?? 0}
                    name={countNamed(by, name, column, counts[i] ?? 0)}
                    onClick={() => onFilter(`${named(by, name)} ${inYears(column.from, column.to)}`)}
                  />
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
