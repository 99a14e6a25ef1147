/** The database. Only the background writes, through library, suggestions and merges; other pages read by queries. */
import Dexie, { type EntityTable, type Table } from 'dexie';
import type { Rating, Status } from '../marks';
import type { Paper, PaperId } from '../paper';
import type { Highlight } from '../quote';
import { type Agreement, titleKey } from '../same-work';
import type { PackedBatch } from '../search/rows';
import type { Parts } from './saved-papers';
import { noteSearchChanges } from './search-changes';

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
  /** What a file said of it that this version of Papergloss does not know: it stands in the next file again. */
  more?: Record<string, unknown>;
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
  /** So many characters were typed over since it was last kept as a version. */
  worn?: number;
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

/** A file that was imported, or is being imported. */
export interface ImportRecord {
  id: string;
  /** The file's name, or what else the papers came from. */
  name: string;
  startedAt: number;
  /** All of it is in the library. */
  endedAt?: number;
  undoneAt?: number;
}

/** A row that an import wrote. */
export interface ImportedRow {
  table: string;
  key: string;
  /** Absent where there was none. */
  before?: unknown;
  /** Tells whether it was changed since; see lib/fingerprint.ts. */
  after: string;
}

/** What one batch of an import wrote, so that the import can be undone; in one transaction with it. */
export interface ImportStepRecord {
  /** That of the import, and the number of the batch. */
  id: string;
  importId: string;
  rows: ImportedRow[];
  counts: ImportCounts;
}

/** What became of the papers of a file. */
export interface ImportCounts {
  new: number;
  merged: number;
  same: number;
  /** In the trash: here, or in the file. */
  removed: number;
}

/** What is known of this paper changed since it was last indexed; see search-changes. */
export interface SearchChange {
  paperId: PaperId;
  /** Another one for each change. */
  change: string;
}

/** A paper as the search index knows it: a number, which is another one each time it is indexed anew. */
export interface SearchDocRecord {
  doc: number;
  paperId: PaperId;
  savedAt: number;
  /** Its title, as it is sorted. */
  title: string;
  /** What else there is of it. */
  parts: Parts;
}

/** The postings of one bucket; see lib/search/postings.ts. */
export interface SearchRow {
  /** The bucket, and the number of the first document that may be in it. */
  key: string;
  bytes: Uint8Array<ArrayBuffer>;
}

export interface SearchState {
  key: 'state';
  /** The number of the next document. */
  next: number;
  /** How many papers are indexed. */
  count: number;
  /** What is indexed of a paper, or is going to be; see `indexFormat`. */
  format?: number;
  /** Papers from here on, by their ids, are still to be indexed: the library is older than its index. */
  builtTo?: string | undefined;
  /** Another one whenever documents come or go; without one, nobody may rely on what was read before. */
  stamp?: string;
  /** The documents that are in the batch and not yet in rows: from which number on, and how many. */
  batch?: { id: string; first: number; docs: number; spilledTo?: string } | undefined;
  /** How many batches went into rows since these were last tidied. */
  spills: number;
  /** How far tidying has come. */
  tidiedTo?: string | undefined;
}

/** The rows of the documents that were indexed last. */
export interface SearchBatch extends PackedBatch {
  key: 'batch';
}

/** What sorting and counting need of many documents: one piece for each `docsInPiece` of them. */
export interface SearchColumns {
  key: `columns:${string}`;
  /** 0 where the document is gone. */
  savedAt: Float64Array<ArrayBuffer>;
  /** Days since 1970; 0 where it is not known. */
  published: Int32Array<ArrayBuffer>;
  rating: Uint8Array<ArrayBuffer>;
}

/** Which documents of a piece are alive: a bit for each. */
export interface SearchAlive {
  key: `alive:${string}`;
  bits: Uint8Array<ArrayBuffer>;
}

/** By which papers are compared, of `docsInPrints` documents; see lib/word-prints.ts. */
export interface SearchPrints {
  key: `prints:${string}`;
  /** Where the print of each ends in `words`; without any, the document is gone. */
  ends: Uint32Array<ArrayBuffer>;
  words: Uint32Array<ArrayBuffer>;
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
  imports!: EntityTable<ImportRecord, 'id'>;
  importSteps!: EntityTable<ImportStepRecord, 'id'>;
  searchChanges!: EntityTable<SearchChange, 'paperId'>;
  searchDocs!: EntityTable<SearchDocRecord, 'doc'>;
  searchRows!: EntityTable<SearchRow, 'key'>;
  searchState!: Table<SearchState | SearchBatch | SearchColumns | SearchAlive | SearchPrints, string>;

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
    this.version(4)
      .stores({
        searchChanges: 'paperId',
        searchDocs: 'doc, paperId, savedAt, title',
        searchRows: 'key',
        searchState: 'key',
      })
      .upgrade((transaction) =>
        // Only that there is work: it is done in slices, in the background.
        transaction.table<SearchState>('searchState').put({ key: 'state', next: 1, count: 0, builtTo: '', spills: 0 }),
      );
    this.version(5).stores({
      papers: 'id, savedAt, titleKey, mergedInto, removedAt',
      notes: 'id, paperId, deletedAt',
      highlights: 'id, paperId, deletedAt',
      imports: 'id, startedAt',
      importSteps: 'id, importId',
    });
    // Many papers of a file are saved at the same time, and some have the same title: their ids tell which comes first.
    this.version(6).stores({ searchDocs: 'doc, paperId, [savedAt+paperId], [title+paperId]' });
    this.use(noteSearchChanges);
    this.on('ready', () => this.#refuseFuture(), true);
  }

  /**
   * Dexie opens what a later version wrote, as if it were its own: what this version writes there might be what that one
   * cannot read.
   */
  #refuseFuture(): void {
    const stored = Math.floor(this.backendDB().version / 10);
    if (stored > this.verno) {
      throw new Dexie.VersionError(`The library is of version ${stored}; this Papergloss knows version ${this.verno}.`);
    }
  }
}

export const db = new Database();
