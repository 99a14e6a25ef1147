/** What a check of the library reads, and a repair may write. */
import { db } from './db';

export const checkedTables = [
  db.papers,
  db.aliases,
  db.merges,
  db.notes,
  db.noteVersions,
  db.marks,
  db.highlights,
  db.searchChanges,
  db.searchDocs,
  db.searchState,
];
