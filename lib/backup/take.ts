/** Makes a backup of the library. In the background, or on a page whose user wants one now. Read first: store. */
import type { WholePaper } from '../formats/whole-paper';
import { readDecisions } from '../library/decisions';
import { readWhole } from '../library/whole-papers';
import { rotated } from './rotate';
import { hashOf } from './squeeze';
import {
  listSnapshots,
  type Part,
  readPart,
  type Snapshot,
  sizeOfPart,
  snapshots,
  storedParts,
  storeParts,
} from './store';

/** One in so many papers ends a part: which one depends on itself, so that a change changes one part. */
const papersInPart = 150;
/** Characters after which a part ends anyway. */
const mostCharacters = 500_000;

/** Held while one is made. */
const lock = 'papergloss-backup';

/** So much longer than it has worked, a backup that nobody waits for stands aside. */
const standsAside = 2;

interface Options {
  signal?: AbortSignal | undefined;
  /** Nobody waits for it: whoever uses the library meanwhile should not feel it. */
  isCalm?: boolean;
  onProgress?: ((papers: number) => void) | undefined;
}

/** Makes one, and returns it; nothing where there is nothing to be kept. Two at once wait for each other. */
export function takeBackup(options: Options = {}): Promise<Snapshot | undefined> {
  // Where there are no locks, there is one page only.
  if (!navigator.locks) return take(options);
  return navigator.locks.request(lock, () => take(options));
}

/** Somebody wants one, and waits until this one is done. */
async function isAwaited(): Promise<boolean> {
  const { pending = [] } = (await navigator.locks?.query()) ?? {};
  return pending.some(({ name }) => name === lock);
}

async function take({ signal, isCalm, onProgress }: Options): Promise<Snapshot | undefined> {
  const at = Date.now();
  let took = 0;
  let started = performance.now();
  const standAside = async () => {
    const worked = performance.now() - started;
    took += worked;
    if (isCalm && !(await isAwaited())) {
      await new Promise((resolve) => setTimeout(resolve, standsAside * worked));
    }
    started = performance.now();
  };
  const known = await storedParts();
  const parts: Part[] = [];
  let papers = 0;
  let done = 0;
  for await (const batch of inParts(readWhole())) {
    signal?.throwIfAborted();
    parts.push(await keep(`[\n${batch.map(({ text }) => text).join(',\n')}\n]`, batch.length, known));
    papers += batch.filter(({ isRemoved }) => !isRemoved).length;
    done += batch.length;
    onProgress?.(done);
    await standAside();
  }
  if (done === 0) return undefined;
  const decisions = await keep(JSON.stringify(await readDecisions()), 0, known);
  for (const { hash } of [...parts, decisions]) {
    signal?.throwIfAborted();
    if ((await readPart(hash)) === undefined) throw new Error('A part of the backup is not what was written.');
    await standAside();
  }
  const snapshot: Snapshot = { at, papers, parts, decisions, took: Math.round(took) };
  // The same again is not another one.
  const earlier = (await snapshots()).filter((other) => !isSame(other, snapshot));
  await listSnapshots(rotated([snapshot, ...earlier]));
  return snapshot;
}

async function keep(text: string, papers: number, known: Set<string>): Promise<Part> {
  const hash = await hashOf(text);
  if (known.has(hash) && (await readPart(hash)) !== undefined) return { hash, papers, bytes: await sizeOfPart(hash) };
  const sizes = await storeParts(new Map([[hash, text]]));
  known.add(hash);
  return { hash, papers, bytes: sizes.get(hash) ?? 0 };
}

interface Written {
  text: string;
  isRemoved: boolean;
}

async function* inParts(batches: AsyncIterable<WholePaper[]>): AsyncGenerator<Written[]> {
  let part: Written[] = [];
  let characters = 0;
  for await (const batch of batches) {
    for (const whole of batch) {
      const text = JSON.stringify(whole);
      part.push({ text, isRemoved: whole.removedAt !== undefined });
      characters += text.length;
      if (!isLast(whole.paper.id) && characters < mostCharacters) continue;
      yield part;
      part = [];
      characters = 0;
    }
  }
  if (part.length > 0) yield part;
}

function isLast(id: string): boolean {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % papersInPart === 0;
}

function isSame(a: Snapshot, b: Snapshot): boolean {
  const said = ({ parts, decisions }: Snapshot) => [...parts, decisions].map((part) => part?.hash).join();
  return said(a) === said(b);
}
