/** The database. Only lib/library/library.ts writes; extension pages read through lib/library/queries.ts. */
import Dexie, { type EntityTable } from 'dexie';
import type { Paper, PaperId } from '../paper';

export interface PaperRecord {
  /** Never changes, even when a better identifier turns up: that one becomes an alias. */
  id: PaperId;
  /** What pages said. */
  paper: Paper;
  savedAt: number;
  /** A tombstone: removed by the user, and since when. */
  removedAt?: number;
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

/** Each identifier of a paper, its own included, leads to the one record. */
export interface AliasRecord {
  id: PaperId;
  paperId: PaperId;
}

export class Database extends Dexie {
  papers!: EntityTable<PaperRecord, 'id'>;
  notes!: EntityTable<NoteRecord, 'id'>;
  aliases!: EntityTable<AliasRecord, 'id'>;

  constructor() {
    super('papergloss');
    // Versions are only ever added; tests/lib/library/db.test.ts opens a database of each.
    this.version(1).stores({ papers: 'id, savedAt', notes: 'id, paperId', aliases: 'id, paperId' });
  }
}

export const db = new Database();
