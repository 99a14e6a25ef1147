import { wholeBackupAsFile } from './as-file';
import { inFolder } from './folder';
import type { Folder } from './folder-handle';
import type { Snapshot } from './store';

/** The file in the folder that has everything, and that Papergloss can import. */
export const completeFile = 'papergloss.json';

/** Brings the complete file up to date. On pages, and in the background. */
export function writeCompleteFile(snapshot: Snapshot): Promise<void> {
  return inFolder('json', snapshot, async (folder) => {
    await writeFile(folder, completeFile, await wholeBackupAsFile(snapshot));
  });
}

/** The file is as it was until all of it is written. */
export async function writeFile(folder: Folder | FileSystemDirectoryHandle, name: string, content: Blob | string) {
  const file = await folder.getFileHandle(name, { create: true });
  const stream = await file.createWritable();
  try {
    await stream.write(content);
  } catch (error) {
    await stream.abort();
    throw error;
  }
  await stream.close();
}
