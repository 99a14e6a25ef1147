import { writePapergloss } from '../formats/papergloss';
import { readBackup } from './read';
import type { Snapshot } from './store';

/** A backup as a file that Papergloss can import, and its name. */
export async function backupAsFile(snapshot: Snapshot): Promise<{ file: Blob; name: string }> {
  const pieces = [...writePapergloss(await readBackup(snapshot), snapshot.at)];
  const day = new Date(snapshot.at).toISOString().slice(0, 10);
  return { file: new Blob(pieces, { type: 'application/json' }), name: `papergloss-${day}.json` };
}
