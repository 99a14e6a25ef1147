/**
 * The folder that the user chose, and what was written there. A folder can be remembered in a database only; this one is
 * not that of the library, which may be lost.
 */
import Dexie, { type Table } from 'dexie';

/** What TypeScript does not know yet. */
export interface Folder extends FileSystemDirectoryHandle {
  queryPermission(wanted: typeof toWrite): Promise<PermissionState>;
  requestPermission(wanted: typeof toWrite): Promise<PermissionState>;
}

export const toWrite = { mode: 'readwrite' } as const;

/** A file for one paper, and the hash of what it says. */
interface WrittenFile {
  name: string;
  hash: string;
}

class FolderDatabase extends Dexie {
  chosen!: Table<Folder, 'folder'>;
  files!: Table<WrittenFile, string>;

  constructor() {
    super('papergloss-folder');
    this.version(1).stores({ chosen: '', files: 'name' });
  }
}

const database = new FolderDatabase();

export function chosenFolder(): Promise<Folder | undefined> {
  return database.chosen.get('folder');
}

/** From now on it is this one, or none; in another one nothing is written yet. */
export async function rememberFolder(folder: Folder | undefined): Promise<void> {
  await database.transaction('rw', database.chosen, database.files, async () => {
    await database.files.clear();
    await (folder ? database.chosen.put(folder, 'folder') : database.chosen.clear());
  });
}

/** Which files were written, by their names. */
export async function writtenFiles(): Promise<Map<string, string>> {
  return new Map((await database.files.toArray()).map(({ name, hash }) => [name, hash]));
}

export async function noteWritten(files: WrittenFile[]): Promise<void> {
  await database.files.bulkPut(files);
}

export async function noteGone(names: string[]): Promise<void> {
  await database.files.bulkDelete(names);
}
