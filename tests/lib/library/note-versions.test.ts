import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { checkLibrary } from '../../../lib/library/check';
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

test('a note that is taken back word by word is kept before much of it is gone', async () => {
  const words = 'the second lemma needs a compact domain, and the proof does not say so'.split(' ');
  for (let count = words.length; count >= 0; count--) await write(words.slice(0, count).join(' '));
  const [first = ''] = (await versions()).toSorted((a, b) => b.length - a.length);
  expect(words.join(' ').length - first.length).toBeLessThanOrEqual(24);
});

test('of two who write one note, neither loses a word, however short', async () => {
  await library.writeNote({ paper, text: 'mine', over: '' });
  await library.writeNote({ paper, text: 'mine too', over: 'mine' });
  await library.writeNote({ paper, text: 'theirs', over: '' });
  expect(await versions()).toEqual(['mine too']);
  await library.writeNote({ paper, text: 'mine too, and more', over: 'mine too' });
  expect((await versions()).toSorted()).toEqual(['mine too', 'theirs']);
});

test('a note that was taken away, and is written anew, is nobody else’s', async () => {
  await write('mine');
  await write('');
  await library.writeNote({ paper, text: 'mi', over: '' });
  expect(await versions()).toEqual([]);
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

test('with a clock that was set back, the latest is still the latest, and what is old goes first', async () => {
  for (let i = 0; i < 101; i++) await write(`version ${i}, with some words that nobody wrote before it: ${i}`);
  vi.setSystemTime(new Date(2026, 5, 1));
  await write('written in the past, and then typed over');
  await write('and once more, with other words');
  await write('and a last time');
  expect((await versions()).slice(0, 2)).toEqual([
    'and once more, with other words',
    'written in the past, and then typed over',
  ]);
  expect(await versions()).toHaveLength(100);
  const [note] = await db.notes.toArray();
  expect(note?.updatedAt).toBeGreaterThanOrEqual(note?.createdAt ?? 0);
  vi.setSystemTime(new Date(2026, 8, 21, 9));
  expect(await checkLibrary()).toEqual([]);
});
