import { liveQuery } from 'dexie';
import { beforeEach, expect, test, vi } from 'vitest';
import { db } from '../../../lib/library/db';
import { followLibrary, libraryVersion } from '../../../lib/library/follow';
import { library } from '../../../lib/library/library';
import { tendIndex } from '../../../lib/library/search-upkeep';
import { aPaper } from '../../papers';

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

/** Dexie listens: it told what it found to one who came later. */
const isListening = () => new Promise((resolve) => liveQuery(libraryVersion).subscribe(resolve));

function follow() {
  const controller = new AbortController();
  const [changed, fail] = [vi.fn(), vi.fn()];
  followLibrary(changed, fail, controller.signal);
  return { controller, changed, fail };
}

test('tells of what is saved, noted and indexed, each time, and of nothing before', async () => {
  await library.save(aPaper());
  const { changed, fail } = follow();
  await isListening();
  expect(changed).not.toHaveBeenCalled();
  await library.writeNote({ paper: aPaper(), text: 'once' });
  await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(1));
  await library.writeNote({ paper: aPaper(), text: 'twice' });
  await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(2));
  await tendIndex({ all: true });
  await vi.waitFor(() => expect(changed.mock.calls.length).toBeGreaterThan(2));
  expect(fail).not.toHaveBeenCalled();
});

test('tells of what came before Dexie listens', async () => {
  const { changed } = follow();
  await library.save(aPaper());
  await vi.waitFor(() => expect(changed).toHaveBeenCalled());
});

test('tells of nothing after its end', async () => {
  const { controller, changed } = follow();
  await isListening();
  controller.abort();
  await library.save(aPaper());
  const other = follow();
  await isListening();
  await library.writeNote({ paper: aPaper(), text: 'later' });
  await vi.waitFor(() => expect(other.changed).toHaveBeenCalled());
  expect(changed).not.toHaveBeenCalled();
});
