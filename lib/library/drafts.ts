/**
 * What was typed and is not yet in the library. Written at every keystroke, straight to the browser's own storage,
 * so that it outlives the tab, the background and the browser; the background takes it in when it next starts.
 */
import { browser } from 'wxt/browser';
import type { PaperId } from '../paper';
import type { NoteText } from './contract';

const prefix = 'draft:';

/** Keeps the text until it is in the library. */
export async function keepDraft(note: NoteText): Promise<void> {
  await browser.storage.local.set({ [prefix + note.paper.id]: note });
}

/** Lets go of a draft whose text is in the library; a longer one, typed since, is kept. */
export async function dropDraft(id: PaperId, text: string): Promise<void> {
  const key = prefix + id;
  const { [key]: draft } = await browser.storage.local.get<Record<string, NoteText>>(key);
  if (draft?.text === text) await browser.storage.local.remove(key);
}

/** Everything that is waiting. Parse it: content scripts write here. */
export async function allDrafts(): Promise<unknown[]> {
  const keys = (await storedKeys()).filter((key) => key.startsWith(prefix));
  const stored = await browser.storage.local.get<Record<string, unknown>>(keys);
  return keys.map((key) => stored[key]).filter((draft) => draft !== undefined);
}

/** Backups are in the same storage: they are not read where the browser can tell the keys alone. */
async function storedKeys(): Promise<string[]> {
  const { local } = browser.storage;
  if (typeof local.getKeys === 'function') return local.getKeys();
  return Object.keys(await local.get<Record<string, unknown>>(null));
}
