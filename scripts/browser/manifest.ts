/** What the built extension says of itself. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

interface Manifest {
  browser_specific_settings?: { gecko?: { id?: string } };
  commands?: Record<string, { suggested_key?: { default?: string } }>;
}

/** The id by which Firefox knows it. */
export async function addonId(extension: string): Promise<string> {
  const id = (await manifestOf(extension)).browser_specific_settings?.gecko?.id;
  if (!id) throw new Error(`The manifest in ${extension} has no id for Firefox.`);
  return id;
}

/** The keys of a command: `Alt+Shift+P`. */
export async function shortcutOf(extension: string, command: string): Promise<string> {
  const shortcut = (await manifestOf(extension)).commands?.[command]?.suggested_key?.default;
  if (!shortcut) throw new Error(`The manifest in ${extension} has no keys for ${command}.`);
  return shortcut;
}

async function manifestOf(extension: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8'));
}
