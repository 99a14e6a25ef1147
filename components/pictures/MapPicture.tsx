import { symbol, symbolCircle, symbolCross, symbolSquare, symbolTriangle } from 'd3-shape';
import { type KeyboardEvent, useRef } from 'react';
import type { Status } from '../../lib/marks';
import { titled } from '../../lib/pictures/filters';
import type { LibraryMap } from '../../lib/pictures/map';
import type { PictureRow } from '../../lib/pictures/row';
import { t } from '../../lib/text';
import { groupNamed } from './group-named';
import { labelsOf } from './map-labels';
import { useRoving } from './roving';
import { useWidth } from './width';

interface Props {
  map: LibraryMap;
  rows: PictureRow[];
  onFilter(query: string): void;
}

const shapes = { toRead: symbolCircle, reading: symbolTriangle, read: symbolSquare, dropped: symbolCross };
const margin = 16;

/** Papers as signs by their status, groups by their words. */
export function MapPicture({ map: { points, groups }, rows, onFilter }: Props) {
  const roving = useRoving(0);
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const height = Math.max(280, Math.min(520, width * 0.6));
  const x = (value: number) => margin + value * (width - 2 * margin);
  const y = (value: number) => margin + value * (height - 2 * margin);
  const size = points.length > 500 ? 20 : 44;
  const statusOf = new Map(rows.map(({ id, status }) => [id, status ?? 'toRead']));
  const paths = Object.fromEntries(
    Object.entries(shapes).map(([status, shape]) => [status, symbol(shape, size)() ?? '']),
  ) as Record<Status, string>;
  const labels = labelsOf(groups, x, y, width);
  const markProps = (mark: number, name: string, query: string) => ({
    role: 'button',
    'data-mark': mark,
    tabIndex: roving.tabIndexOf(mark),
    'aria-label': name,
    onClick: () => onFilter(query),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      onFilter(query);
    },
  });

  return (
    <div ref={box}>
      {/* biome-ignore lint/a11y/useSemanticElements: there is nothing to fill in, as in a fieldset. */}
      <svg
        className="map"
        role="group"
        aria-label={t('pictures.map')}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        onFocus={roving.onFocus}
        onKeyDown={roving.onKeyDown}
      >
        {points.map(({ row, x: across, y: down }, i) => {
          const status = statusOf.get(row.id) ?? 'toRead';
          const name = t('pictures.mark', [row.title, t(`marks.status.${status}`)]);
          return (
            <g
              key={row.id}
              className="point"
              data-status={status}
              transform={`translate(${x(across).toFixed(1)} ${y(down).toFixed(1)})`}
              {...markProps(groups.length + i, name, titled(row.title))}
            >
              <title>{row.title}</title>
              <path d={paths[status]} />
            </g>
          );
        })}
        {labels.map(({ group, x, y, text }, i) => (
          <g
            key={text}
            className="group"
            transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}
            {...markProps(i, groupNamed(group), text)}
          >
            <text>{text}</text>
          </g>
        ))}
      </svg>
      <p className="legend" aria-hidden="true">
        {(Object.keys(shapes) as Status[]).map((status) => (
          <span key={status} className="sign">
            <svg width={12} height={12} viewBox="-6 -6 12 12" aria-hidden="true">
              <g className="point" data-status={status}>
                <path d={paths[status]} />
              </g>
            </svg>
            {t(`marks.status.${status}`)}
          </span>
        ))}
      </p>
    </div>
  );
}
