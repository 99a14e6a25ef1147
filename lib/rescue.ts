/** Saves what can still be read of a library that cannot be opened, past all that usually stands between. */
import { writePapergloss } from './formats/papergloss';
import type { WholePaper } from './formats/whole-paper';
import type { NoteText } from './library/contract';
import { allDrafts } from './library/drafts';
import { type Rows, wholeFromRows } from './rescued-papers';

/** Milliseconds after which nothing is waited for any more: whoever has the database may never let go of it. */
const patience = 10_000;

/** What is made anew, and would only make the file large. */
const derived = /^search/;

export interface Rescued {
  papers: number;
  file: Blob;
}

/** A file that Papergloss can import, with all that could be read; nothing where that is nothing. */
export async function rescue(): Promise<Rescued | undefined> {
  const rows = await withPatience(readRows()).catch((error: unknown) => {
    console.warn('Papergloss: the database cannot be read either.', error);
    return {};
  });
  const { papers, hidden, keptApart, left } = wholeFromRows(rows);
  const drafts = (await allDrafts()).flatMap(draftedPaper);
  const all = [...papers, ...drafts];
  if (all.length === 0) return undefined;
  const pieces = [...writePapergloss({ papers: all, hidden, keptApart }, Date.now())];
  // Rows that nobody understands; a reader leaves them alone.
  if (Object.keys(left).length > 0) pieces.splice(-1, 1, `,"rescued":${JSON.stringify(left)}}\n`);
  return { papers: all.length, file: new Blob(pieces, { type: 'application/json' }) };
}

/** What is in the stores of the database, of whatever version; of a store that breaks off, what came before. */
async function readRows(): Promise<Rows> {
  const database = await openAsItIs();
  try {
    const rows: Rows = {};
    for (const name of database.objectStoreNames) if (!derived.test(name)) rows[name] = await rowsOf(database, name);
    return rows;
  } finally {
    database.close();
  }
}

function openAsItIs(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('papergloss');
    // There is none: and an empty one would only be in the way.
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onerror = () => reject(request.error);
    request.onsuccess = () => resolve(request.result);
  });
}

function rowsOf(database: IDBDatabase, name: string): Promise<unknown[]> {
  return new Promise((resolve) => {
    const rows: unknown[] = [];
    const request = database.transaction(name).objectStore(name).openCursor();
    request.onerror = (event) => {
      event.preventDefault();
      resolve(rows);
    };
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor) return resolve(rows);
      rows.push(cursor.value);
      cursor.continue();
    };
  });
}

/** What was typed and is not yet in the library. */
function draftedPaper(draft: unknown): WholePaper[] {
  const { paper, text } = draft as Partial<NoteText>;
  if (!paper?.id || typeof text !== 'string' || text.trim() === '') return [];
  const now = Date.now();
  const note = { id: crypto.randomUUID(), text, createdAt: now, updatedAt: now };
  return [{ paper, ids: [paper.id], savedAt: now, note }];
}

function withPatience<Value>(promise: Promise<Value>): Promise<Value> {
  const tooLong = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('The database did not answer.')), patience);
  });
  return Promise.race([promise, tooLong]);
}
