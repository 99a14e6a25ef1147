/** What pictures need to know of a saved paper. */
import type { Marks } from '../marks';
import type { PaperId } from '../paper';

export interface PictureRow extends Marks {
  /** The id of its record. */
  id: PaperId;
  title: string;
  savedAt: number;
  /** When the status was set to what it is now. */
  statusAt?: number;
  /** When it appeared. */
  year?: number;
  /** Where, without the year. */
  venue?: string;
}

/** What makes words comparable between papers: all that was written of one, by its authors and by the user. */
export interface WordsRow {
  id: PaperId;
  title: string;
  savedAt: number;
  /** The abstract. */
  abstract: string;
  /** Tags and note. */
  own: string;
}
