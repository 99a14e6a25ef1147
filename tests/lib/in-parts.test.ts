import { beforeEach, expect, test } from 'vitest';
import { DoneInPart, inParts, type Progress } from '../../lib/in-parts';
import { type Library, libraryInputs } from '../../lib/library/contract';
import { markMany } from '../../lib/mark-many';
import type { Status } from '../../lib/marks';
import type { PaperId } from '../../lib/paper';
import { removeMany } from '../../lib/remove-many';

const ids = Array.from({ length: 50_001 }, (_, n): PaperId => `arxiv:2609.${String(n).padStart(5, '0')}`);
const half = ids.slice(0, 25_000);

/** What is saved of each paper, by its id; `undefined`: it was removed. */
let saved: Map<PaperId, { status?: Status | null | undefined } | undefined>;
/** So many calls more are answered. */
let answered: number;

beforeEach(() => {
  saved = new Map(ids.map((id) => [id, {}]));
  for (const id of half) saved.set(id, { status: 'read' });
  answered = Number.POSITIVE_INFINITY;
});

/** As the background answers: what the contract does not allow is refused. */
function answer<M extends 'find' | 'markAll' | 'removeAll' | 'restoreAll'>(
  method: M,
  input: Parameters<Library[M]>[0],
) {
  if (answered-- <= 0) throw new Error('no room');
  libraryInputs[method].parse(input);
}

const library: Pick<Library, 'find' | 'markAll' | 'removeAll' | 'restoreAll'> = {
  async find(ids) {
    answer('find', ids);
    return Object.fromEntries(ids.map((id) => [id, { id, savedAt: 1, ...(saved.get(id) as { status?: Status }) }]));
  },
  async markAll({ ids, change }) {
    answer('markAll', { ids, change });
    for (const id of ids) saved.set(id, { status: change.status });
  },
  async removeAll(ids) {
    answer('removeAll', ids);
    for (const id of ids) saved.set(id, undefined);
  },
  async restoreAll(ids) {
    answer('restoreAll', ids);
    for (const id of ids) saved.set(id, {});
  },
};

const withStatus = (status: Status) => ids.filter((id) => saved.get(id)?.status === status).length;
const removed = () => ids.filter((id) => saved.get(id) === undefined).length;

test('more papers than one call may name are marked as one act, with one undo', async () => {
  const undo = await markMany(library, ids, { status: 'reading' });
  expect(withStatus('reading')).toBe(ids.length);
  await undo();
  expect(withStatus('read')).toBe(half.length);
  expect(withStatus('reading')).toBe(0);
});

test('more papers than one call may name are removed as one act, with one undo', async () => {
  const undo = await removeMany(library, ids);
  expect(removed()).toBe(ids.length);
  await undo();
  expect(removed()).toBe(0);
});

test('tells how far it has come, forth and back', async () => {
  const told: Progress[] = [];
  const undo = await removeMany(library, ids.slice(0, 1100), (progress) => told.push(progress));
  expect(told).toEqual([
    { done: 500, total: 1100 },
    { done: 1000, total: 1100 },
  ]);
  told.length = 0;
  await undo((progress) => told.push(progress));
  expect(told).toEqual([
    { done: 500, total: 1100 },
    { done: 1000, total: 1100 },
  ]);
});

test('a few papers are one call, of which nothing is told', async () => {
  const calls: number[] = [];
  const act = async (part: PaperId[]) => calls.push(part.length);
  await inParts(ids.slice(0, 500), { act, undo: act }, () => expect.unreachable());
  expect(calls).toEqual([500]);
});

test('of two acts, the second begins when the first has ended', async () => {
  const parts: string[] = [];
  const logged = (name: string) => ({
    act: async () => parts.push(name),
    undo: async () => parts.push(`undo ${name}`),
  });
  const [undo] = await Promise.all([
    inParts(ids.slice(0, 1100), logged('first')),
    inParts(ids.slice(0, 600), logged('second')),
  ]);
  await Promise.all([undo(), inParts(ids.slice(0, 1), logged('third'))]);
  expect(parts.join()).toBe('first,first,first,second,second,undo first,undo first,undo first,third');
});

test('where it fails at once, nothing was done', async () => {
  answered = 0;
  await expect(removeMany(library, ids)).rejects.toThrow('no room');
  await expect(removeMany(library, ids)).rejects.not.toBeInstanceOf(DoneInPart);
});

test('where it fails in the middle, what was done can be undone', async () => {
  answered = 5; // Twice two, and what the third part had.
  const failure: unknown = await markMany(library, ids, { status: 'reading' }).catch((error) => error);
  if (!(failure instanceof DoneInPart)) throw failure;
  expect(failure).toMatchObject({ cause: { message: 'no room' }, progress: { done: 1000, total: ids.length } });
  expect(withStatus('reading')).toBe(1000);
  answered = Number.POSITIVE_INFINITY;
  await failure.undo();
  expect(withStatus('read')).toBe(half.length);
});

test('an undo that fails in the middle goes on where it was', async () => {
  const undo = await removeMany(library, ids.slice(0, 1100));
  answered = 1;
  await expect(undo()).rejects.toThrow('no room');
  expect(removed()).toBe(600);
  answered = 2;
  await undo();
  expect(removed()).toBe(0);
});
