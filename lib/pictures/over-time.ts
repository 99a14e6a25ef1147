/** How many papers of each venue, or with each tag, by the year in which they appeared. */
import { folded } from '../fold';
import { tagKey } from '../marks';
import type { PictureRow } from './row';

/** One year; all before one; or without both, those of which it is unknown. */
export interface Column {
  from?: number;
  to?: number;
}

export interface Series {
  /** As it is written first; none: papers without a venue or a tag. */
  name?: string;
  papers: number;
  /** By column. */
  counts: number[];
}

export interface OverTime {
  columns: Column[];
  /** The largest first; those without a name last. */
  series: Series[];
}

/** What is counted of a paper. */
export type By = 'venue' | 'tag';

/** Years with a column of their own; what is older shares one. */
const yearsShown = 12;

/** Counts each paper once in its venue, or once in each of its tags. */
export function overTime(rows: Pick<PictureRow, 'year' | 'venue' | 'tags'>[], by: By): OverTime {
  const columns = columnsOf(rows);
  const last = columns.findLast(({ from }) => from !== undefined)?.from ?? 0;
  const first = columns.find(({ from }) => from !== undefined)?.from ?? 0;
  const hasOlder = columns.some(({ from, to }) => from === undefined && to !== undefined);
  const indexOf = (year: number | undefined) => {
    if (year === undefined) return columns.length - 1;
    return year < first ? 0 : Math.min(year, last) - first + (hasOlder ? 1 : 0);
  };
  const series = new Map<string, Series>();
  for (const row of rows) {
    const index = indexOf(row.year);
    for (const [key, name] of namesOf(row, by)) {
      const one = series.get(key) ?? { ...(name !== undefined && { name }), papers: 0, counts: columns.map(() => 0) };
      series.set(key, one);
      one.papers++;
      one.counts[index] = (one.counts[index] ?? 0) + 1;
    }
  }
  return { columns, series: [...series.values()].sort(byRank) };
}

function columnsOf(rows: Pick<PictureRow, 'year'>[]): Column[] {
  let [oldest, latest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { year } of rows) {
    if (year === undefined) continue;
    oldest = Math.min(oldest, year);
    latest = Math.max(latest, year);
  }
  const columns: Column[] = [];
  const first = Math.max(oldest, latest - yearsShown + 1);
  if (oldest < first) columns.push({ to: first - 1 });
  for (let year = first; year <= latest; year++) columns.push({ from: year, to: year });
  if (rows.some(({ year }) => year === undefined)) columns.push({});
  return columns;
}

/** The names under which a paper is counted, each once, by their keys; the key of none is empty. */
function namesOf({ venue, tags = [] }: Pick<PictureRow, 'venue' | 'tags'>, by: By): Map<string, string | undefined> {
  if (by === 'venue') return new Map([[venue === undefined ? '' : folded(venue), venue]]);
  return tags.length === 0 ? new Map([['', undefined]]) : new Map(tags.map((tag) => [tagKey(tag), tag]));
}

function byRank(a: Series, b: Series): number {
  if (a.name === undefined || b.name === undefined) return Number(a.name === undefined) - Number(b.name === undefined);
  return b.papers - a.papers || a.name.localeCompare(b.name);
}
