import { expect, test, vi } from 'vitest';
import type { Library } from '../../../lib/library/contract';
import { Triage } from '../../../lib/page/triage';
import { usualSettings } from '../../../lib/settings';
import { aPaper } from '../../papers';

const paper = aPaper();

/** Lists that were visited on the day which their address ends with. */
function visiting() {
  const at = { list: 'https://list.example/1' };
  const triageOf = vi.fn<Library['triageOf']>(async ({ list }) => ({
    today: 9,
    lastVisit: Number(list.slice(-1)),
    papers: {},
  }));
  const settings = { current: usualSettings, subscribe: () => () => {} };
  return { at, triageOf, triage: new Triage({ triageOf }, settings, () => at.list) };
}

test('the last visit is that of the list that is shown, also where all papers are known', async () => {
  const { at, triage } = visiting();
  await triage.add([paper]);
  at.list = 'https://list.example/2';
  await triage.add([aPaper({ id: 'arxiv:2609.00002' })]);
  expect(triage.lastVisit).toBe(2);
  at.list = 'https://list.example/1';
  await triage.add([paper]);
  expect(triage.lastVisit).toBe(1);
  at.list = 'https://list.example/3';
  await triage.add([]);
  expect(triage.lastVisit).toBe(3);
});

test('nothing is asked of a page without papers, and what is known of a list not again', async () => {
  const { triage, triageOf } = visiting();
  await triage.refresh(['arxiv:2609.00002']);
  await triage.add([]);
  expect(triageOf).not.toHaveBeenCalled();
  await triage.add([paper]);
  await triage.add([paper]);
  await triage.add([]);
  expect(triageOf).toHaveBeenCalledTimes(1);
});
