import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { backupAsFile } from '../../../lib/backup/as-file';
import { backUpIfDue } from '../../../lib/backup/keep';
import { dismissOffer, offeredBackup } from '../../../lib/backup/offer';
import { readBackup } from '../../../lib/backup/read';
import { rotated } from '../../../lib/backup/rotate';
import { type Snapshot, snapshots } from '../../../lib/backup/store';
import { takeBackup } from '../../../lib/backup/take';
import { readJson } from '../../../lib/formats/json';
import { papersOfFile } from '../../../lib/formats/papergloss';
import { db } from '../../../lib/library/db';
import { importPapers } from '../../../lib/library/import';
import { library } from '../../../lib/library/library';
import { countFew, few } from '../../../lib/library/queries';
import { readWhole } from '../../../lib/library/whole-papers';
import { aPaper } from '../../papers';

const paper = aPaper();
const other = aPaper({ id: 'doi:10.1000/columns', title: 'Columns' });

beforeEach(() => emptyLibrary());

async function emptyLibrary(): Promise<void> {
  await Promise.all(db.tables.map((table) => table.clear()));
}

async function all() {
  const found = [];
  for await (const batch of readWhole()) found.push(...batch);
  return found;
}

async function partKeys(): Promise<string[]> {
  return Object.keys(await fakeBrowser.storage.local.get(null)).filter((key) => key.startsWith('backup:part:'));
}

test('a backup has everything, and restores an emptied library', async () => {
  await library.writeNote({ paper, text: 'read the proof — 証明を読む 👍' });
  await library.mark({ paper: other, change: { addTags: ['Graph Networks'], rating: 4 } });
  await library.merge([paper.id, other.id]);
  await library.hide([['arxiv:2609.00009']]);
  const before = await all();
  const snapshot = (await takeBackup()) as Snapshot;
  expect(snapshot.papers).toBe(1);
  await emptyLibrary();
  const { papers, unreadable, hidden, keptApart } = await readBackup(snapshot);
  expect(unreadable).toEqual([]);
  await importPapers(papers, { name: 'backup', decisions: { hidden, keptApart } });
  expect(await all()).toEqual(before);
  expect(await db.hidden.count()).toBe(1);
  const { file, name } = await backupAsFile(snapshot);
  expect(name).toMatch(/^papergloss-\d{4}-\d\d-\d\d\.json$/);
  expect(papersOfFile(readJson(await file.text())).papers).toEqual(before);
});

test('of an empty library no backup is made, and the last one stays', async () => {
  expect(await takeBackup()).toBeUndefined();
  await library.save(paper);
  await takeBackup();
  await emptyLibrary();
  expect(await takeBackup()).toBeUndefined();
  expect(await snapshots()).toHaveLength(1);
});

test('what did not change is stored once; what no backup has any more is taken away', async () => {
  const many = Array.from({ length: 400 }, (_, i) => aPaper({ id: `arxiv:2609.${10_000 + i}`, title: `Paper ${i}` }));
  await library.saveAll(many);
  const first = (await takeBackup()) as Snapshot;
  expect(first.parts.length).toBeGreaterThan(1);
  const before = await partKeys();
  vi.setSystemTime(Date.now() + 86_400_000);
  await library.writeNote({ paper: many[200] as typeof paper, text: 'read the proof' });
  const second = (await takeBackup()) as Snapshot;
  const added = (await partKeys()).filter((key) => !before.includes(key));
  expect(added).toHaveLength(1);
  expect(second.parts.filter(({ hash }) => first.parts.some((part) => part.hash === hash))).toHaveLength(
    first.parts.length - 1,
  );
  for (let day = 0; day < 3; day++) {
    vi.setSystemTime(Date.now() + 86_400_000);
    await library.writeNote({ paper: many[200] as typeof paper, text: `read the proof, on day ${day}` });
    await takeBackup();
  }
  const list = await snapshots();
  expect(list).toHaveLength(3);
  const listed = new Set(list.flatMap(({ parts, decisions }) => [...parts, decisions].map((part) => part?.hash)));
  expect(new Set(await partKeys())).toEqual(new Set([...listed].map((hash) => `backup:part:${hash}`)));
  vi.useRealTimers();
}, 30_000);

test('the same library twice is one backup, as of the second time', async () => {
  await library.save(paper);
  await takeBackup();
  vi.setSystemTime(Date.now() + 86_400_000);
  await takeBackup();
  const list = await snapshots();
  expect(list.map(({ at }) => at)).toEqual([Date.now()]);
  vi.useRealTimers();
});

test('a damaged part is named, and the others are read', async () => {
  const many = Array.from({ length: 600 }, (_, i) => aPaper({ id: `arxiv:2609.${10_000 + i}`, title: `Paper ${i}` }));
  await library.saveAll(many);
  const snapshot = (await takeBackup()) as Snapshot;
  const [part] = snapshot.parts;
  const key = `backup:part:${part?.hash}`;
  const { [key]: packed } = await fakeBrowser.storage.local.get<Record<string, string>>(key);
  await fakeBrowser.storage.local.set({ [key]: packed?.slice(0, -40) });
  const { papers, unreadable } = await readBackup(snapshot);
  expect(papers).toHaveLength(600 - (part?.papers ?? 0));
  expect(unreadable).toEqual([
    { reason: expect.stringMatching(/^A part of the backup with \d+ papers? is damaged\.$/) },
  ]);
  await takeBackup();
  expect((await readBackup((await snapshots())[0] as Snapshot)).papers).toHaveLength(600);
});

describe('rotation', () => {
  const at = (day: number, papers: number, hour = 0): Snapshot => ({
    at: new Date(2026, 10, day, hour).getTime(),
    papers,
    parts: [],
    took: 1,
  });

  test('keeps the last of each of three days', () => {
    const all = [at(1, 1), at(2, 2), at(3, 3, 8), at(3, 4, 9), at(9, 5)];
    expect(rotated(all)).toEqual([at(9, 5), at(3, 4, 9), at(2, 2)]);
  });

  test('keeps one that has far more papers than all that came later', () => {
    const all = [at(1, 1000), at(2, 3), at(3, 4), at(4, 5), at(5, 6)];
    expect(rotated(all)).toEqual([at(5, 6), at(4, 5), at(3, 4), at(1, 1000)]);
    expect(rotated([at(1, 1000), at(1, 3, 5), at(2, 4)])).toContainEqual(at(1, 1000));
  });

  test('keeps one of the same day that has far more papers', () => {
    const lost = [at(1, 1005), at(2, 990), at(3, 1000, 8), at(3, 1, 9)];
    expect(rotated(lost)).toEqual([at(3, 1, 9), at(3, 1000, 8), at(2, 990), at(1, 1005)]);
    const later = [...rotated(lost), at(3, 2, 10), at(4, 3), at(5, 4), at(6, 5)];
    expect(rotated(later)).toEqual([at(6, 5), at(5, 4), at(4, 3), at(3, 1000, 8)]);
    expect(rotated([...later, at(7, 600)])).toEqual([at(7, 600), at(6, 5), at(5, 4)]);
  });

  test('counts what is in the trash: whoever removes many papers has lost none', () => {
    const trash = { hash: '', papers: 950, bytes: 0 };
    const removed = { ...at(2, 50, 5), parts: [trash, { ...trash, papers: 50 }] };
    expect(rotated([at(1, 1000), at(2, 990, 4), removed, at(3, 50), at(4, 50)])).not.toContainEqual(at(1, 1000));
    expect(rotated([at(1, 1000), removed, at(3, 50), at(4, 50), at(5, 50)])).toHaveLength(3);
  });
});

describe('by itself', () => {
  test('it stands aside longer than it works, unless somebody waits for one', async () => {
    await library.save(paper);
    const timers = vi.spyOn(globalThis, 'setTimeout');
    const pauses = () => timers.mock.calls.filter(([, milliseconds = 0]) => milliseconds > 0).length;
    await takeBackup();
    expect(pauses()).toBe(0);
    await takeBackup({ isCalm: true });
    const calm = pauses();
    expect(calm).toBeGreaterThan(0);

    const request = (_name: string, work: () => unknown) => work();
    const query = async () => ({ pending: [{ name: 'papergloss-backup' }] });
    Object.defineProperty(navigator, 'locks', { value: { request, query }, configurable: true });
    await takeBackup({ isCalm: true });
    expect(pauses()).toBe(calm);
    Reflect.deleteProperty(navigator, 'locks');
    timers.mockRestore();
  });

  test('a backup is made where there is none, and then only when something changed and it is time', async () => {
    await backUpIfDue();
    expect(await snapshots()).toEqual([]);
    await library.save(paper);
    await backUpIfDue();
    const [first] = await snapshots();
    expect(first?.papers).toBe(1);

    await library.save(other);
    await fakeBrowser.storage.local.set({ 'backup:changed': true });
    await backUpIfDue();
    expect(await snapshots()).toEqual([first]);
    // The background may be stopped by then: the browser wakes it.
    const alarm = await fakeBrowser.alarms.get('backup');
    expect(alarm?.scheduledTime).toBeGreaterThan(first?.at ?? 0);

    const later = (first?.at ?? 0) + 3_600_000;
    vi.setSystemTime(later);
    await backUpIfDue();
    expect((await snapshots())[0]).toMatchObject({ at: later, papers: 2 });

    vi.setSystemTime(later + 3_600_000);
    await backUpIfDue();
    expect((await snapshots())[0]?.at).toBe(later);
    vi.useRealTimers();
  });

  test('a clock that was set back does not hold it up', async () => {
    await library.save(paper);
    await backUpIfDue();
    const [first] = await snapshots();
    vi.setSystemTime((first?.at ?? 0) - 1e10);
    await library.save(other);
    await fakeBrowser.storage.local.set({ 'backup:changed': true });
    await backUpIfDue();
    expect((await snapshots()).some(({ papers }) => papers === 2)).toBe(true);
    vi.useRealTimers();
  });
});

describe('a restore', () => {
  const hour = 3_600_000;
  const many = (count: number) =>
    Array.from({ length: count }, (_, i) => aPaper({ id: `arxiv:2609.${10_000 + i}`, title: `Paper ${i}` }));

  async function list(...sizes: number[]): Promise<Snapshot[]> {
    const all = sizes.map((papers, i): Snapshot => ({ at: (sizes.length - i) * hour, papers, parts: [], took: 1 }));
    await fakeBrowser.storage.local.set({ 'backup:list': all });
    return all;
  }

  test('is offered to an empty library, until the user wants it empty', async () => {
    expect(await offeredBackup(0)).toBeUndefined();
    await library.save(paper);
    const snapshot = (await takeBackup()) as Snapshot;
    expect(await offeredBackup(0)).toEqual(snapshot);
    await dismissOffer();
    expect(await offeredBackup(0)).toBeUndefined();
  });

  test('is offered to a library that was lost and then saved to, also after the next backup', async () => {
    vi.setSystemTime(new Date(2026, 10, 2, 8));
    await library.saveAll(many(30));
    await library.writeNote({ paper: many(1)[0] as typeof paper, text: 'a note of today' });
    const full = (await takeBackup()) as Snapshot;
    await emptyLibrary();
    vi.setSystemTime(new Date(2026, 10, 2, 9));
    await library.save(paper);
    expect(await offeredBackup(await countFew())).toEqual(full);
    await takeBackup();
    expect(await offeredBackup(await countFew())).toEqual(full);
    expect((await readBackup(full)).papers).toHaveLength(30);
    await dismissOffer();
    expect(await offeredBackup(await countFew())).toBeUndefined();
    vi.useRealTimers();
  });

  test('is of the latest that has about as many papers as any', async () => {
    const [, latest] = await list(3, 1000, 1005, 20);
    expect(await offeredBackup(3)).toEqual(latest);
  });

  test('is of later ones where the others were dismissed', async () => {
    await list(2, 1000);
    await dismissOffer();
    const [later] = await list(40, 2, 1000);
    expect(await offeredBackup(0)).toEqual(later);
  });

  test('is not offered where a tenth is still there', async () => {
    const [snapshot] = await list(500);
    expect(await offeredBackup(50)).toEqual(snapshot);
    expect(await offeredBackup(51)).toBeUndefined();
  });

  test('is not offered to whoever removed most papers: these are in the trash', async () => {
    await library.saveAll(many(30));
    await takeBackup();
    await library.removeAll(many(29).map(({ id }) => id));
    await takeBackup();
    expect(await offeredBackup(await countFew())).toBeUndefined();
  });

  test('is not thought of where there are many papers', async () => {
    await library.saveAll(many(150));
    expect(await countFew()).toBe(few);
    await list(100_000);
    expect(await offeredBackup(few)).toBeUndefined();
  });
});
