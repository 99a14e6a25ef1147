import { useState } from 'react';
import { titled } from '../../lib/pictures/filters';
import type { LibraryMap } from '../../lib/pictures/map';
import { t } from '../../lib/text';
import { groupNamed } from './group-named';

interface Props {
  map: LibraryMap;
  onFilter(query: string): void;
}

/** More at once nobody reads. */
const rowsShown = 100;

/** The papers by group, each with the one that is most like it. */
export function MapTable({ map: { points, groups }, onFilter }: Props) {
  const [isAll, setAll] = useState(false);
  const order = groups.flatMap((_, group) => points.filter((point) => point.group === group));
  return (
    <>
      <div className="table-scroll map-table">
        <table aria-label={t('pictures.map')}>
          <thead>
            <tr>
              <th scope="col">{t('pictures.paperColumn')}</th>
              <th scope="col">{t('pictures.groupColumn')}</th>
              <th scope="col">{t('pictures.nearestColumn')}</th>
            </tr>
          </thead>
          <tbody>
            {(isAll ? order : order.slice(0, rowsShown)).map(({ row, group, nearest }) => {
              const named = groups[group];
              const words = named?.words.slice(0, 2).join(' ');
              return (
                <tr key={row.id}>
                  <th scope="row">
                    <button type="button" onClick={() => onFilter(titled(row.title))}>
                      {row.title}
                    </button>
                  </th>
                  <td>
                    {named && words && (
                      <button type="button" aria-label={groupNamed(named)} onClick={() => onFilter(words)}>
                        {words}
                      </button>
                    )}
                  </td>
                  <td>{nearest !== undefined && points[nearest]?.row.title}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {order.length > rowsShown && (
        <button type="button" className="all-series" aria-expanded={isAll} onClick={() => setAll(!isAll)}>
          {isAll ? t('pictures.fewer') : t('pictures.all', [order.length.toLocaleString()])}
        </button>
      )}
    </>
  );
}
