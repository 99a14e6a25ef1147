import { useEffect, useRef } from 'react';
import { dateOf } from '../../lib/day';
import { type CalendarDay, type Span, weeksOf } from '../../lib/pictures/calendar';
import { readOn, savedOn } from '../../lib/pictures/filters';
import { t } from '../../lib/text';
import { dayNamed } from './day-named';
import { useRoving } from './roving';

interface Props {
  days: CalendarDay[];
  span: Span;
  /** How much of its place the square of a day takes, in percent. */
  size(saved: number): number;
  onFilter(query: string): void;
}

const percent = (value: number) => `${Math.max(35, value)}%`;

/** Weeks as columns: a square for what was saved, the larger the more; a ring for what was read. */
export function CalendarDays({ days, span, size, onFilter }: Props) {
  const roving = useRoving(days.length - 1);
  const scroller = useRef<HTMLDivElement>(null);
  const weeks = weeksOf(span);
  const marks = new Map(days.map((day, index) => [day.day, { ...day, index }]));
  useEffect(() => {
    // Today is at the end.
    const { scrollWidth = 0 } = scroller.current ?? {};
    const isRtl = scroller.current && getComputedStyle(scroller.current).direction === 'rtl';
    scroller.current?.scrollTo?.({ left: isRtl ? -scrollWidth : scrollWidth, behavior: 'instant' });
  }, []);

  return (
    <>
      {/* Without a mark in it, it could not be scrolled by keyboard. */}
      <div className="calendar-scroll" ref={scroller} tabIndex={days.length === 0 ? 0 : undefined}>
        {/* biome-ignore lint/a11y/useSemanticElements: there is nothing to fill in, as in a fieldset. */}
        <div
          className="calendar"
          role="group"
          aria-label={t('pictures.calendar')}
          onFocus={roving.onFocus}
          onKeyDown={roving.onKeyDown}
        >
          {weeks.map((week, column) => (
            <MonthName key={week.find((day) => day !== undefined)} {...{ week, column }} />
          ))}
          {weeks.flatMap((week, column) =>
            week.map((day, row) => {
              if (day === undefined) return null;
              const mark = marks.get(day);
              const place = { gridColumn: column + 1, gridRow: row + 2 };
              if (!mark) return <span key={day} className="day" style={place} />;
              const name = nameOf(mark);
              return (
                <button
                  key={day}
                  type="button"
                  className="day"
                  style={place}
                  data-mark={mark.index}
                  tabIndex={roving.tabIndexOf(mark.index)}
                  aria-label={name}
                  title={name}
                  onClick={() => onFilter(mark.saved > 0 ? savedOn(day) : readOn(day))}
                >
                  {mark.saved > 0 && (
                    <span
                      className="saved"
                      style={{ inlineSize: percent(size(mark.saved)), blockSize: percent(size(mark.saved)) }}
                    />
                  )}
                  {mark.read > 0 && <span className="read" />}
                </button>
              );
            }),
          )}
        </div>
      </div>
      <p className="legend" aria-hidden="true">
        <span className="day">
          <span className="saved" style={{ inlineSize: percent(70), blockSize: percent(70) }} />
        </span>
        {t('pictures.savedColumn')}
        <span className="day">
          <span className="read" />
        </span>
        {t('pictures.readColumn')}
      </p>
    </>
  );
}

/** Over the week in which a month begins. */
function MonthName({ week, column }: { week: (number | undefined)[]; column: number }) {
  const first = week.find((day) => day !== undefined && dateOf(day).getUTCDate() === 1);
  if (first === undefined) return null;
  return (
    <span className="month" aria-hidden="true" style={{ gridColumn: `${column + 1} / span 4` }}>
      {dateOf(first).toLocaleDateString(undefined, { month: 'short', timeZone: 'UTC' })}
    </span>
  );
}

/** `3 June 2026: 2 saved, 1 read` */
function nameOf({ day, saved, read }: CalendarDay): string {
  const parts = [
    saved > 0 && t('pictures.saved', saved, [saved.toLocaleString()]),
    read > 0 && t('pictures.read', read, [read.toLocaleString()]),
  ];
  return t('pictures.mark', [dayNamed(day), parts.filter(Boolean).join(', ')]);
}
