import { scaleLinear } from 'd3-scale';
import { inYears, named } from '../../lib/pictures/filters';
import type { By, OverTime } from '../../lib/pictures/over-time';
import { t } from '../../lib/text';
import { columnNamed, countNamed, seriesNamed } from './over-time-names';
import { useRoving } from './roving';

interface Props extends OverTime {
  by: By;
  onFilter(query: string): void;
}

/** A row of bars for each venue or tag, all on one scale, each with its number. */
export function OverTimeBars({ by, columns, series, onFilter }: Props) {
  const roving = useRoving(0);
  const height = scaleLinear([0, Math.max(1, ...series.flatMap(({ counts }) => counts))], [0, 100]);
  const template = { gridTemplateColumns: `repeat(${columns.length}, minmax(0, 72px))` };
  let mark = 0;
  const markProps = () => ({ 'data-mark': mark, tabIndex: roving.tabIndexOf(mark++) });

  return (
    // biome-ignore lint/a11y/useSemanticElements: there is nothing to fill in, as in a fieldset.
    <div
      className="over-time"
      role="group"
      aria-label={t('pictures.overTime')}
      onFocus={roving.onFocus}
      onKeyDown={roving.onKeyDown}
    >
      {series.map(({ name, papers, counts }) => (
        <div className="series" key={name ?? ''}>
          <button type="button" className="name" {...markProps()} onClick={() => onFilter(named(by, name))}>
            <span className="text">{seriesNamed(by, name)}</span>{' '}
            <span className="count">{t('pictures.papers', papers, [papers.toLocaleString()])}</span>
          </button>
          <div className="bars" style={template}>
            {counts.map((count, i) => {
              const column = columns[i] ?? {};
              const key = columnNamed(column);
              if (count === 0) return <span key={key} className="bar" />;
              const title = countNamed(by, name, column, count);
              return (
                <button
                  key={key}
                  type="button"
                  className="bar"
                  {...markProps()}
                  aria-label={title}
                  title={title}
                  onClick={() => onFilter(`${named(by, name)} ${inYears(column.from, column.to)}`)}
                >
                  {count.toLocaleString()}
                  <span className="fill" style={{ blockSize: `${height(count) * 0.32}px` }} />
                </button>
              );
            })}
          </div>
        </div>
      ))}
      <div className="series years" aria-hidden="true">
        <span />
        <div className="bars" style={template}>
          {columns.map((column) => (
            <span key={columnNamed(column)}>{shortYear(columnNamed(column))}</span>
          ))}
        </div>
      </div>
    </div>
  );
}

/** Columns are narrower than four digits where the window is narrow: `2026` is set in two halves that may part. */
function shortYear(name: string) {
  return /^\d{4}$/.test(name) ? (
    <>
      <span className="century">{name.slice(0, 2)}</span>
      {name.slice(2)}
    </>
  ) : (
    name
  );
}
