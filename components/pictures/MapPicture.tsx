import { symbol, symbolCircle, symbolCross, symbolSquare, symbolTriangle } from 'd3-shape';
import type { Status } from '../../lib/marks';
import type { PaperId } from '../../lib/paper';
import { titled } from '../../lib/pictures/filters';
import type { LibraryMap } from '../../lib/pictures/map';
import { t } from '../../lib/text';
import { groupNamed } from './group-named';
import { useGrowing } from './growing';
import { MapMark } from './MapMark';
import { labelsOf } from './map-labels';
import { useRoving } from './roving';

interface Props {
  map: LibraryMap;
  statuses: ReadonlyMap<PaperId, Status>;
  width: number;
  onFilter(query: string): void;
}

const shapes: [status: Status, shape: typeof symbolCircle][] = [
  ['toRead', symbolCircle],
  ['reading', symbolTriangle],
  ['read', symbolSquare],
  ['dropped', symbolCross],
];
const margin = 16;

/** Signs that are drawn in one go: the page goes on in between. */
const atOnce = 200;

/** Papers as signs by their status, groups by their words. */
export function MapPicture({ map: { points, groups }, statuses, width, onFilter }: Props) {
  const roving = useRoving(0);
  const shown = useGrowing(points.length, atOnce);
  const height = Math.max(280, Math.min(520, Math.round(width * 0.6)));
  const x = (value: number) => margin + value * (width - 2 * margin);
  const y = (value: number) => margin + value * (height - 2 * margin);
  const size = points.length > 500 ? 20 : 44;
  const signs = new Map(shapes.map(([status, shape]) => [status, symbol(shape, size)() ?? '']));
  const labels = labelsOf(groups, points, x, y, width);

  return (
    <>
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
        {points.slice(0, shown).map(({ row, x: across, y: down }, i) => {
          const status = statuses.get(row.id) ?? 'toRead';
          return (
            <MapMark
              key={row.id}
              className="point"
              mark={labels.length + i}
              tabIndex={roving.tabIndexOf(labels.length + i)}
              name={t('pictures.mark', [row.title, t(`marks.status.${status}`)])}
              query={titled(row.title)}
              x={x(across)}
              y={y(down)}
              sign={signs.get(status) ?? ''}
              text={row.title}
              {...{ status, onFilter }}
            />
          );
        })}
        {labels.map(({ group, x, y, text }, i) => (
          <MapMark
            key={text}
            className="group"
            mark={i}
            tabIndex={roving.tabIndexOf(i)}
            name={groupNamed(group)}
            query={text}
            {...{ x, y, text, onFilter }}
          />
        ))}
      </svg>
      <p className="legend" aria-hidden="true">
        {shapes.map(([status]) => (
          <span key={status} className="sign">
            <svg width={12} height={12} viewBox="-6 -6 12 12" aria-hidden="true">
              <path className="point" data-status={status} d={signs.get(status)} />
            </svg>
            {t(`marks.status.${status}`)}
          </span>
        ))}
      </p>
    </>
  );
}
