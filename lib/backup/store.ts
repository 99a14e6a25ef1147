/**
 * Where backups are: in the browser’s own storage, outside the database. A backup is a list of parts; a part is named by
 * the hash of what it says, so that parts which did not change are stored once, and each can be told to be whole.
 *
 * The background may be killed between any two steps: a backup counts from the one write that lists it, when all its
 * parts are there; and parts are only taken away when nothing lists them. What was written and never listed is in
 * `pending`, by the same write as the part itself.
 */
import { browser } from 'wxt/browser';
import { hashOf, squeezed, unsqueezed } from './squeeze';

export interface Part {
  hash: string;
  papers: number;
  /** As it is stored. */
  bytes: number;
}

export interface Snapshot {
  at: number;
  /** Without those in the trash. */
  papers: number;
  parts: Part[];
  /** What was decided about the library as a whole: hidden, kept apart. */
  decisions?: Part;
  /** Milliseconds of work that it took. */
  took: number;
}

export const listKey = 'backup:list';
const pendingKey = 'backup:pending';
const partKey = (hash: string) => `backup:part:${hash}`;

/** All that are whole, the latest first. */
export async function snapshots(): Promise<Snapshot[]> {
  return (await stored<Snapshot[]>(listKey)) ?? [];
}

/** Parts that are stored, or about to be. */
export async function storedParts(): Promise<Set<string>> {
  return new Set([...hashesIn(await snapshots()), ...((await stored<string[]>(pendingKey)) ?? [])]);
}

/** Stores parts that are not listed yet. */
export async function storeParts(texts: Map<string, string>): Promise<Map<string, number>> {
  const pending = (await stored<string[]>(pendingKey)) ?? [];
  const packed = await Promise.all([...texts].map(async ([hash, text]) => [hash, await squeezed(text)] as const));
  await browser.storage.local.set({
    [pendingKey]: [...new Set([...pending, ...texts.keys()])],
    ...Object.fromEntries(packed.map(([hash, text]) => [partKey(hash), text])),
  });
  return new Map(packed.map(([hash, text]) => [hash, text.length]));
}

/** What a part says; nothing where it is not there, or not whole. */
export async function readPart(hash: string): Promise<string | undefined> {
  const packed = await stored<string>(partKey(hash));
  if (packed === undefined) return undefined;
  try {
    const text = await unsqueezed(packed);
    return (await hashOf(text)) === hash ? text : undefined;
  } catch {
    return undefined; // It is cut off, or no longer what was written: there is nothing to be read.
  }
}

/** As it is stored. */
export async function sizeOfPart(hash: string): Promise<number> {
  return (await stored<string>(partKey(hash)))?.length ?? 0;
}

/** From now on, these are the backups. Then, parts that none of them has are taken away. */
export async function listSnapshots(list: Snapshot[]): Promise<void> {
  const before = await storedParts();
  const after = hashesIn(list);
  const unused = [...before].filter((hash) => !after.has(hash));
  await browser.storage.local.set({ [listKey]: list, [pendingKey]: unused });
  await browser.storage.local.remove(unused.map(partKey));
  await browser.storage.local.set({ [pendingKey]: [] });
}

function hashesIn(list: Snapshot[]): Set<string> {
  return new Set(list.flatMap(({ parts, decisions }) => [...parts, ...(decisions ? [decisions] : [])]).map(hashIn));
}

function hashIn({ hash }: Part): string {
  return hash;
}

async function stored<Value>(key: string): Promise<Value | undefined> {
  return (await browser.storage.local.get<Record<string, Value>>(key))[key];
}
