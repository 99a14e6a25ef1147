/**
 * A folder outside of the browser, in which the latest backup is kept as files: for git, for Syncthing, for a cloud.
 * Only where the browser lets pages write to folders, and as long as it does: it may want a click again.
 */
import { browser } from 'wxt/browser';
import { chosenFolder, type Folder, rememberFolder, toWrite } from './folder-handle';
import type { Snapshot } from './store';

/** `click`: the browser wants one before anything is written. `gone`: it was moved, or taken away. */
export type FolderProblem = 'click' | 'gone' | 'failed';

/** What is written: the complete file, and a file for each paper. */
export type FolderPart = 'json' | 'notes';

export interface FolderState extends Partial<Record<FolderPart, number>> {
  name: string;
  problem?: FolderProblem | undefined;
  /** What the browser says of it. */
  detail?: string | undefined;
}

const key = 'backup:folder';

/** Nothing where no folder was chosen. */
export async function folderState(): Promise<FolderState | undefined> {
  return (await browser.storage.local.get<Record<string, FolderState>>(key))[key];
}

async function become(state: FolderState): Promise<void> {
  await browser.storage.local.set({ [key]: state });
}

/** Whether pages can choose folders here. */
export function canChooseFolder(): boolean {
  return 'showDirectoryPicker' in globalThis;
}

/** Lets the user choose; resolves to whether there is one. Must be called right from a click. */
export async function chooseFolder(): Promise<boolean> {
  const { showDirectoryPicker } = globalThis as unknown as {
    showDirectoryPicker(options: { id: string; mode: string }): Promise<Folder>;
  };
  let folder: Folder;
  try {
    folder = await showDirectoryPicker({ id: 'papergloss', ...toWrite });
  } catch (error) {
    if ((error as Error).name === 'AbortError') return false; // The user thought better of it.
    throw error;
  }
  await rememberFolder(folder);
  await become({ name: folder.name });
  return true;
}

/** Asks the browser to let it be written to again; resolves to the answer. Must be called right from a click. */
export async function allowFolderAgain(): Promise<boolean> {
  const folder = await chosenFolder();
  if ((await folder?.requestPermission(toWrite)) !== 'granted') return false;
  const state = await folderState();
  if (state) await become({ ...state, problem: undefined, detail: undefined });
  return true;
}

/** Nothing is written there from now on; what is there stays. */
export async function leaveFolder(): Promise<void> {
  await browser.storage.local.remove(key);
  await rememberFolder(undefined);
}

/**
 * Writes a part of a backup, unless it is there already, or no folder was chosen. One context does it at a time; what
 * goes wrong is in the state, for whoever looks at the options.
 */
export async function inFolder(
  part: FolderPart,
  { at }: Snapshot,
  write: (folder: Folder) => Promise<void>,
): Promise<void> {
  if (!(await folderState())) return;
  const work = async () => {
    const state = await folderState();
    const folder = state && state[part] !== at && (await chosenFolder());
    if (!folder) return;
    if ((await folder.queryPermission(toWrite)) !== 'granted') return become({ ...state, problem: 'click' });
    try {
      await write(folder);
      const now = await folderState();
      // It may have been left, or exchanged for another, meanwhile.
      if (now && (await chosenFolder())?.name === folder.name) {
        await become({ ...now, [part]: at, problem: undefined, detail: undefined });
      }
    } catch (error) {
      console.warn('Papergloss: the folder of the backups cannot be written to.', error);
      const { name, message } = error as Error;
      const problem = { NotFoundError: 'gone', NotAllowedError: 'click' }[name] as FolderProblem | undefined;
      await become({ ...state, problem: problem ?? 'failed', detail: `${name}: ${message}` });
    }
  };
  // Where there are no locks, there is one page only.
  await (navigator.locks ? navigator.locks.request('papergloss-folder', work) : work());
}
