import type { PaperId } from '../../../lib/paper';
import type { PictureRow } from '../../../lib/pictures/row';

/** Noon of a day of 2026. */
export const on = (month: number, day: number, year = 2026) => new Date(year, month - 1, day, 12).getTime();

export const now = on(11, 25);

let count = 0;
export function aRow(about: Partial<PictureRow> = {}): PictureRow {
  const id: PaperId = `arxiv:2609.${10_000 + count++}`;
  return { id, title: `Paper ${count}`, savedAt: now, ...about };
}
