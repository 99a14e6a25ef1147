import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { db } from '../../../lib/library/db';
import { library } from '../../../lib/library/library';
import { countSeen } from '../../../lib/library/queries';
import type { PaperId } from '../../../lib/paper';

const list = 'https://arxiv.org/list/cs.LG/new';
const a: PaperId = 'arxiv:2609.00001';
const b: PaperId = 'arxiv:2609.00002';

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(new Date(2026, 8, 21, 9));
  await Promise.all(db.tables.map((table) => table.clear()));
});
afterEach(() => vi.useRealTimers());

const triage = () => library.triageOf({ list, ids: [a, b] });

test('what was seen is known by its first day, under each identifier', async () => {
  const { today } = await triage();
  await library.seen({ list, papers: [[a, 'doi:10.1000/1']] });
  vi.setSystemTime(new Date(2026, 8, 22, 0, 5));
  await library.seen({ list, papers: [[a], [b]] });
  expect(await triage()).toEqual({
    today: today + 1,
    lastVisit: today,
    papers: { [a]: { seenOn: today }, [b]: { seenOn: today + 1 } },
  });
  const elsewhere = await library.triageOf({ list: 'https://other.example/', ids: ['doi:10.1000/1'] });
  expect(elsewhere).toEqual({ today: today + 1, papers: { 'doi:10.1000/1': { seenOn: today } } });
});

test('on the day of a first visit there is no visit before', async () => {
  await library.seen({ list, papers: [[a]] });
  expect(await triage()).not.toHaveProperty('lastVisit');
});

test('a clock that was set back changes nothing', async () => {
  await library.seen({ list, papers: [[a]] });
  const before = await db.seen.toArray();
  vi.setSystemTime(new Date(2020, 0, 1));
  await library.seen({ list, papers: [[a]] });
  expect(await db.seen.toArray()).toEqual(before);
});

test('what is hidden stays hidden until it is brought back, also when the sightings are forgotten', async () => {
  await library.seen({ list, papers: [[a], [b]] });
  await library.hide([[a, 'doi:10.1000/1']]);
  await library.forgetSeen(0);
  expect((await triage()).papers).toEqual({ [a]: { isHidden: true } });
  await library.unhide([[a, 'doi:10.1000/1']]);
  expect((await triage()).papers).toEqual({});
  expect(await db.hidden.count()).toBe(0);
});

test('old sightings are forgotten, those that were seen again since are not', async () => {
  await library.seen({ list, papers: [[a], [b]] });
  vi.setSystemTime(new Date(2026, 11, 21, 9));
  await library.seen({ list, papers: [[b]] });
  expect([await countSeen(0), await countSeen(30), await countSeen(365)]).toEqual([2, 1, 0]);
  await library.forgetSeen(30);
  expect(await countSeen(0)).toBe(1);
  expect(Object.keys((await triage()).papers)).toEqual([b]);
});
