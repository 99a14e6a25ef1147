/** The database. Only the background writes, through library, suggestions and merges; other pages read by queries. */
import Dexie, { type EntityTable } from 'dexie';
import type { Rating, Status } from '../marks';
import type { Paper, PaperId } from '../paper';
import type { Highlight } from '../quote';
import { type Agreement, titleKey } from '../same-work';

export interface PaperRecord {
  /** Never changes, even when a better identifier turns up: that one becomes an alias. */
  id: PaperId;
  /** What pages said. */
  paper: Paper;
  savedAt: number;
  /** A tombstone: removed by the user, and since when. */
  removedAt?: number;
  /** Merged: the paper under which this one is shown. What pages said of it stays as it is. */
  mergedInto?: PaperId;
  /** By what the same work is looked up; see lib/same-work.ts. */
  titleKey?: string;
}

export interface NoteRecord {
  /** A UUID: notes of two machines never collide. */
  id: string;
  paperId: PaperId;
  text: string;
  createdAt: number;
  updatedAt: number;
  /** A tombstone. `text` still holds the last words. */
  deletedAt?: number;
}

/** What a note said before it was changed. */
export interface NoteVersionRecord {
  id: string;
  noteId: string;
  text: string;
  writtenAt: number;
  replacedAt: number;
}

/** What the user chose, and when; no `value`: taken away. */
export interface Dated<Value> {
  value?: Value;
  at: number;
}

/** Status, rating and tags of a saved paper. */
export interface MarksRecord {
  paperId: PaperId;
  status?: Dated<Status>;
  rating?: Dated<Rating>;
  /** In the order in which they were added. `removedAt` is a tombstone. */
  tags: { name: string; at: number; removedAt?: number }[];
  /** The keys of those that are there, for the index; see `tagKey`. */
  tagKeys: string[];
}

export interface HighlightRecord extends Highlight {
  paperId: PaperId;
  createdAt: number;
  updatedAt: number;
  /** A tombstone. */
  deletedAt?: number;
}

/**
 * A paper was on screen, saved or not. One row for each identifier under which it stood there. Days are counted since
 * 1970, by the local calendar: a day is all that “seen before” needs, and all that is remembered.
 */
export interface SeenRecord {
  id: PaperId;
  first: number;
  last: number;
}

/** A list was on screen: on which day the last time, and on which before that. */
export interface VisitRecord {
  list: string;
  last: number;
  before?: number;
}

/** The user does not want to see it on lists. One row for each identifier. */
export interface HiddenRecord {
  id: PaperId;
  hiddenAt: number;
}

/** Each identifier of a paper, its own included, leads to the one record. */
export interface AliasRecord {
  id: PaperId;
  paperId: PaperId;
}

/** Why two papers may be the same work. */
export type Evidence =
  | { kind: 'identifiers'; ids: PaperId[]; site?: string; url?: string }
  | ({ kind: 'title' } & Agreement);

/** Two saved papers that may be the same work. */
export interface SuggestionRecord {
  /** Both ids, in alphabetical order, with a space between. */
  id: string;
  papers: [PaperId, PaperId];
  evidence: Evidence;
  suggestedAt: number;
  /** The user said that they are two. */
  keptApartAt?: number;
}

/** What `merge` changed, so that `split` can put it back. */
export interface MergeRecord {
  id: string;
  into: PaperId;
  from: PaperId;
  mergedAt: number;
  /** The identifiers that led to `from`. */
  aliases: PaperId[];
  /** The notes as they were, and the text that was made of them. */
  notes: { into?: NoteRecord; from?: NoteRecord; text?: string };
  /** The marks as they were, and those that were made of them. */
  marks?: { into?: MarksRecord; from?: MarksRecord; both?: MarksRecord };
  /** The highlights that went over. */
  highlights?: string[];
  suggestion?: SuggestionRecord;
  splitAt?: number;
}

export class Database extends Dexie {
  papers!: EntityTable<PaperRecord, 'id'>;
  notes!: EntityTable<NoteRecord, 'id'>;
  aliases!: EntityTable<AliasRecord, 'id'>;
  suggestions!: EntityTable<SuggestionRecord, 'id'>;
  merges!: EntityTable<MergeRecord, 'id'>;
  noteVersions!: EntityTable<NoteVersionRecord, 'id'>;
  marks!: EntityTable<MarksRecord, 'paperId'>;
  highlights!: EntityTable<HighlightRecord, 'id'>;
  seen!: EntityTable<SeenRecord, 'id'>;
  visits!: EntityTable<VisitRecord, 'list'>;
  hidden!: EntityTable<HiddenRecord, 'id'>;

  constructor() {
    super('papergloss');
    // Versions are only ever added; tests/lib/library/db.test.ts opens a database of each.
    this.version(1).stores({ papers: 'id, savedAt', notes: 'id, paperId', aliases: 'id, paperId' });
    this.version(2)
      .stores({ papers: 'id, savedAt, titleKey, mergedInto', suggestions: 'id, *papers', merges: 'id, from' })
      .upgrade((transaction) =>
        transaction
          .table<PaperRecord>('papers')
          .toCollection()
          .modify((record) => {
            const key = titleKey(record.paper.title);
            if (key) record.titleKey = key;
          }),
      );
    this.version(3).stores({
      noteVersions: 'id, noteId',
      marks: 'paperId, *tagKeys',
      highlights: 'id, paperId',
      seen: 'id, last',
      visits: 'list, last',
      hidden: 'id',
    });
  }
}

export const db = new Database();
