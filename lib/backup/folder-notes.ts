/** Markdown in the folder: a file for each paper, written anew when what it says has changed. On pages. */
import { usualTemplate, writeMarkdownFiles } from '../formats/markdown';
import { refuseDamaged } from './as-file';
import { inFolder } from './folder';
import { type Folder, noteGone, noteWritten, writtenFiles } from './folder-handle';
import { writeCompleteFile, writeFile } from './folder-json';
import { readBackup } from './read';
import { hashOf } from './squeeze';
import { type Snapshot, snapshots } from './store';

/** The folder in the folder. */
export const notesFolder = 'papergloss';

/** So many are noted as written at once. */
const batchSize = 100;

/** Brings all of the folder up to date with the latest backup. */
export async function bringFolderUpToDate(template: string): Promise<void> {
  const [latest] = await snapshots();
  if (!latest) return;
  await writeCompleteFile(latest);
  await inFolder('notes', latest, (folder) => writeNotes(folder, latest, template || usualTemplate));
}

async function writeNotes(folder: Folder, snapshot: Snapshot, template: string): Promise<void> {
  const { papers, unreadable } = await readBackup(snapshot);
  refuseDamaged(unreadable);
  const notes = await folder.getDirectoryHandle(notesFolder, { create: true });
  const before = await writtenFiles();
  let news: { name: string; hash: string }[] = [];
  for (const { name, text } of writeMarkdownFiles(papers, template)) {
    const hash = await hashOf(text);
    const isThere = before.get(name) === hash;
    before.delete(name);
    if (isThere) continue;
    await writeFile(notes, name, text);
    news.push({ name, hash });
    if (news.length < batchSize) continue;
    await noteWritten(news);
    news = [];
  }
  await noteWritten(news);
  // Only what was written from here is taken away.
  for (const name of before.keys()) await takeAway(notes, name);
  await noteGone([...before.keys()]);
}

async function takeAway(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  try {
    await folder.removeEntry(name);
  } catch (error) {
    // The user was faster.
    if ((error as Error).name !== 'NotFoundError') throw error;
  }
}
