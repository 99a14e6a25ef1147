/** All that pictures show, read and counted in one go: far less than the papers that it is made of. Read first: picture-rows. */
import type { Status } from '../marks';
import type { PaperId } from '../paper';
import { type CalendarDay, calendarOf } from '../pictures/calendar';
import { type LibraryMap, mapOf, mapped } from '../pictures/map';
import { type OverTime, overTime } from '../pictures/over-time';
import { pictureRows, wordsRows } from './picture-rows';

export interface PictureCounts {
  papers: number;
  days: CalendarDay[];
  overTime: { venue: OverTime; tag: OverTime };
}

/** What is known by now, one after the other. */
export type PictureNews =
  | { counts: PictureCounts }
  | { map: LibraryMap; statuses: ReadonlyMap<PaperId, Status> }
  | { failure: string };

/** Tells first what is counted, then the map. */
export async function pictureNews(tell: (news: PictureNews) => void, signal: AbortSignal): Promise<void> {
  const rows = await pictureRows(signal);
  const [venue, tag] = [overTime(rows, 'venue'), overTime(rows, 'tag')];
  tell({ counts: { papers: rows.length, days: calendarOf(rows), overTime: { venue, tag } } });
  const drawn = mapped(rows);
  const words = await wordsRows(
    signal,
    drawn.map(({ id }) => id),
  );
  const statuses = new Map(drawn.flatMap(({ id, status }) => (status ? [[id, status]] : [])));
  tell({ map: await mapOf(words, signal), statuses });
}
