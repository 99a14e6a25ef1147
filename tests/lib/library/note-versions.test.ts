import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { db } from '../../../lib/library/db';
import { library } from '../../../lib/library/library';
import { noteVersions } from '../../../lib/library/queries';
import { aPaper } from '../../papers';

const paper = aPaper();

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(new Date(2026, 8, 21, 9));
  await Promise.all(db.tables.map((table) => table.clear()));
});
afterEach(() => vi.useRealTimers());

const write = (text: string) => library.writeNote({ paper, text });
const versions = async () => (await noteVersions(paper.id)).map(({ text }) => text);

test('typing on, and mending a word, makes no version', async () => {
  for (const text of ['read', 'read the', 'read the proff', 'read the proof']) await write(text);
  expect(await versions()).toEqual([]);
});

test('going on another time keeps what the note said before', async () => {
  await write('read the proof');
  vi.setSystemTime(new Date(2026, 8, 22, 9));
  await write('read the proof, at last');
  await write('read the proof, at last: it is right');
  expect(await versions()).toEqual(['read the proof']);
});

test('typing over more than a word keeps it, at once', async () => {
  const long = 'the second lemma needs a compact domain';
  await write(long);
  await write('something else');
  await write(long);
  await write('');
  expect((await versions()).filter((text) => text === long)).toEqual([long]);
});

test('going back to a version keeps what the note said until then, however little that was', async () => {
  const long = 'the second lemma needs a compact domain';
  await write(long);
  await write('it does not');
  vi.setSystemTime(new Date(2026, 8, 21, 9, 1));
  await write(long);
  expect(await versions()).toEqual(['it does not', long]);
});

test('there are a hundred at the most: the oldest go', async () => {
  for (let day = 1; day <= 103; day++) {
    vi.setSystemTime(new Date(2026, 0, day));
    await write(`thought of day ${day}`);
  }
  const all = await versions();
  expect(all).toHaveLength(100);
  expect([all[0], all.at(-1)]).toEqual(['thought of day 102', 'thought of day 3']);
});
