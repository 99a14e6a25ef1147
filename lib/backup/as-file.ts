import { writePapergloss } from '../formats/papergloss';
import type { Unreadable } from '../formats/whole-paper';
import { readBackup } from './read';
import type { Snapshot } from './store';

export interface BackupFile {
  file: Blob;
  name: string;
  /** What of the backup is damaged, and not in the file. */
  unreadable: Unreadable[];
}

/** A backup as a file that Papergloss can import, and its name. */
export async function backupAsFile(snapshot: Snapshot): Promise<BackupFile> {
  const read = await readBackup(snapshot);
  const pieces = [...writePapergloss(read, snapshot.at)];
  const day = new Date(snapshot.at).toISOString().slice(0, 10);
  const file = new Blob(pieces, { type: 'application/json' });
  return { file, name: `papergloss-${day}.json`, unreadable: read.unreadable };
}

/** The same, where a file that is not whole would take the place of one that is. */
export async function wholeBackupAsFile(snapshot: Snapshot): Promise<Blob> {
  const { file, unreadable } = await backupAsFile(snapshot);
  refuseDamaged(unreadable);
  return file;
}

/** Throws what is damaged of a backup. */
export function refuseDamaged([damaged]: Unreadable[]): void {
  if (damaged) throw new Error(damaged.reason);
}
