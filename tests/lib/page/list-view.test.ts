import { beforeEach, expect, test, vi } from 'vitest';
import { CurrentRow } from '../../../lib/page/current-row';
import { ListView } from '../../../lib/page/list-view';
import { Rows } from '../../../lib/page/rows';
import { RuleMatches } from '../../../lib/page/rules';
import { SavedPapers } from '../../../lib/page/saved-papers';
import { Triage } from '../../../lib/page/triage';
import type { Entry } from '../../../lib/page/watch';
import { LiveSettings } from '../../../lib/settings';
import { fakeLibrary } from '../../components/fake-library';
import { listOf, papers } from './entries';

const today = 20_718;

/** A page with a list of six: the third and the fourth were seen yesterday, when this list was visited, too. */
async function open() {
  const controller = new AbortController();
  const library = fakeLibrary((ids) => {
    savedPapers.refresh(ids);
    triage.refresh(ids);
  });
  const { triageOf } = library;
  library.triageOf = async (asked) => {
    const answer = await triageOf(asked);
    for (const { paper } of entries.slice(2, 4))
      answer.papers[paper.id] = { ...answer.papers[paper.id], seenOn: today - 1 };
    return { ...answer, today, lastVisit: today - 1 };
  };
  const savedPapers = new SavedPapers(library);
  const settings = new LiveSettings(controller.signal);
  const triage = new Triage(library, settings, () => 'https://list.example/');
  const rules = new RuleMatches(settings, controller.signal);
  const rows = new Rows();
  const current = new CurrentRow(rows);
  const view = new ListView(rows, { savedPapers, triage, rules, settings }, 'A site', () => current.marked);
  for (const store of [rows, savedPapers, triage, settings, current]) store.subscribe(view.update);
  const { entries, end } = listOf(papers(6));
  const all = entries.map(({ paper }) => paper);
  await Promise.all([settings.ready, savedPapers.add(all), triage.add(all)]);
  rows.add(entries);
  for (const entry of entries.slice(0, 5)) rows.comesNear(entry);
  await vi.waitFor(() => expect(view.counts.all).toBe(6));
  return { library, settings, rows, view, current, entries, end };
}

const looks = (entries: Entry[]) => entries.map(({ parts }) => parts[0]?.getAttribute('data-papergloss') ?? '');
const shown = ({ shown }: ListView) => shown.map(({ paper }) => Number(paper.id.slice(-2)));

let page: Awaited<ReturnType<typeof open>>;
beforeEach(async () => {
  page = await open();
});

test('what was seen on an earlier day is dimmed, and the divider stands before the first of them', () => {
  expect(looks(page.entries)).toEqual(['', '', 'seen', 'seen', '', '']);
  expect(page.view.counts).toEqual({ all: 6, new: 4, saved: 0, noted: 0, hidden: 0, seen: 2 });
  expect(page.view.firstOld).toBe(page.entries[2]);
});

test('what is saved is not dimmed', async () => {
  const [, , third] = page.entries;
  if (third) await page.library.save(third.paper);
  await vi.waitFor(() => expect(looks(page.entries)[2]).toBe(''));
  expect(page.view.counts).toMatchObject({ saved: 1, seen: 1 });
});

test('a hidden paper is gone, and counted, until hidden ones are shown', async () => {
  await page.library.hide([[page.entries[0]?.paper.id ?? 'arxiv:0']]);
  await vi.waitFor(() => expect(shown(page.view)).toEqual([2, 3, 4, 5, 6]));
  expect(page.view.counts).toMatchObject({ all: 5, hidden: 1 });
  await page.view.showHidden(true);
  await vi.waitFor(() => expect(shown(page.view)).toEqual([1, 2, 3, 4, 5, 6]));
  expect(looks(page.entries)[0]).toBe('seen');
});

test('what was seen can be hidden on a site, and comes back', async () => {
  await page.view.hideSeen(true);
  await vi.waitFor(() => expect(shown(page.view)).toEqual([1, 2, 5, 6]));
  expect(page.view.counts).toMatchObject({ all: 6, seen: 2 });
  expect(page.view.firstOld).toBeUndefined();
  await page.view.hideSeen(false);
  await vi.waitFor(() => expect(shown(page.view)).toEqual([1, 2, 3, 4, 5, 6]));
});

test.each([
  ['new', [1, 2, 5, 6]],
  ['saved', [2, 5]],
  ['noted', [5]],
  ['all', [1, 2, 3, 4, 5, 6]],
] as const)('the filter “%s”', async (filter, expected) => {
  const [, second, , , fifth] = page.entries;
  if (second) await page.library.save(second.paper);
  if (fifth) await page.library.writeNote({ paper: fifth.paper, text: 'read the proof' });
  page.view.show(filter);
  await vi.waitFor(() => expect(page.view.shown.length).toBe(expected.length));
  expect(shown(page.view)).toEqual(expected);
});

test('an entry that leaves the page takes its marks along', async () => {
  const third = page.entries[2];
  if (third) page.end(third);
  await vi.waitFor(() => expect(page.view.counts).toMatchObject({ all: 5, seen: 1 }));
  expect(third?.parts[0]?.hasAttribute('data-papergloss')).toBe(false);
});

test('keys go from row to row that is shown, and stay at the ends', async () => {
  page.view.show('new');
  await vi.waitFor(() => expect(page.view.shown.length).toBe(4));
  const walk = (...steps: (1 | -1)[]) => steps.map((step) => page.current.move(step)?.paper.id.slice(-1));
  expect(walk(1, 1, 1, 1, 1, -1)).toEqual(['1', '2', '5', '6', '6', '5']);
  await vi.waitFor(() => expect(looks(page.entries)[4]).toBe('current'));
});

test('from a row that is gone, keys go to the one in its place', async () => {
  page.current.move(1);
  const second = page.current.move(1);
  if (second) page.end(second);
  expect(page.current.entry).toBeUndefined();
  expect(page.current.move(1)?.paper.id).toMatch(/3$/);
});

test('far from the screen nothing is marked but what is gone; near it, everything', async () => {
  const sixth = page.entries[5];
  if (!sixth) throw new Error('There is no sixth entry.');
  await page.library.hide([[sixth.paper.id]]);
  await page.view.showHidden(true);
  await vi.waitFor(() => expect(page.view.counts.hidden).toBe(1));
  expect(looks(page.entries)[5]).toBe('');
  await page.view.showHidden(false);
  await vi.waitFor(() => expect(looks(page.entries)[5]).toBe('gone'));
  await page.view.showHidden(true);
  page.rows.comesNear(sixth);
  await vi.waitFor(() => expect(looks(page.entries)[5]).toBe('seen'));
});

test('switched off, nothing is old', async () => {
  await page.settings.change({ seen: false });
  await vi.waitFor(() => expect(looks(page.entries)).toEqual(['', '', '', '', '', '']));
  expect(page.view.counts.seen).toBe(0);
  expect(page.view.firstOld).toBeUndefined();
});
