import type { By, Column } from '../../lib/pictures/over-time';
import { t } from '../../lib/text';

/** The name of a column. */
export function columnNamed({ from, to }: Column): string {
  if (from !== undefined) return String(from);
  return to === undefined ? t('pictures.noYear') : t('pictures.until', [String(to)]);
}

/** The name of a venue or tag; of none, that there is none. */
export function seriesNamed(by: By, name: string | undefined): string {
  return name ?? t(by === 'venue' ? 'pictures.noVenue' : 'pictures.noTag');
}

/** `NeurIPS, 2023: 4 papers` */
export function countNamed(by: By, name: string | undefined, column: Column, count: number): string {
  return t('pictures.mark', [
    `${seriesNamed(by, name)}, ${columnNamed(column)}`,
    t('pictures.papers', count, [count.toLocaleString()]),
  ]);
}
