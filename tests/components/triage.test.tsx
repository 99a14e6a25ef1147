import { act } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { triageOn } from '../../components/triage';
import type { Library } from '../../lib/library/contract';
import { LibraryFailure } from '../../lib/library/failure';
import { RowCommands } from '../../lib/page/row-commands';
import { Rows } from '../../lib/page/rows';
import { RuleMatches } from '../../lib/page/rules';
import { SavedPapers } from '../../lib/page/saved-papers';
import { PageTheme } from '../../lib/page/theme';
import { Triage } from '../../lib/page/triage';
import { undoable } from '../../lib/page/undo';
import type { Entry } from '../../lib/page/watch';
import { LiveSettings } from '../../lib/settings';
import { listOf, papers } from '../lib/page/entries';
import { fakeLibrary } from './fake-library';

let real: Library;
let savedPapers: SavedPapers;
let triage: Triage;
let entries: Entry[];
let controller: AbortController;

/** A page with a list of five. */
beforeEach(async () => {
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener() {} }));
  Element.prototype.scrollIntoView = () => {};
  controller = new AbortController();
  const { signal } = controller;
  real = fakeLibrary((ids) => {
    savedPapers.refresh(ids);
    triage.refresh(ids);
  });
  savedPapers = new SavedPapers(real);
  const settings = new LiveSettings(signal);
  triage = new Triage(real, settings, () => 'https://list.example/');
  const rules = new RuleMatches(settings, signal);
  const rows = new Rows();
  const page = { rows, commands: new RowCommands(), theme: new PageTheme(), siteName: 'A site', css: '', signal };
  ({ entries } = listOf(papers(5)));
  triageOn(document, { ...page, ...undoable(real, savedPapers), savedPapers, triage, rules, settings });
  const all = entries.map(({ paper }) => paper);
  await Promise.all([settings.ready, savedPapers.add(all), triage.add(all)]);
  for (const entry of entries) rows.comesNear(entry);
  await act(async () => rows.add(entries));
});
afterEach(() => {
  controller.abort();
  vi.unstubAllGlobals();
});

/** Presses keys, each after what the one before did. */
async function press(...keys: string[]): Promise<void> {
  for (const key of keys) {
    await act(async () => {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      await new Promise((resolve) => setTimeout(resolve, 5));
    });
  }
}

/** The rows with this look, counted from 1. */
const looking = (look: string) =>
  entries.flatMap(({ parts }, i) =>
    parts[0]?.getAttribute('data-papergloss')?.split(' ').includes(look) ? i + 1 : [],
  );

const saved = async () =>
  Object.keys(await real.find(entries.map(({ paper }) => paper.id))).map((id) => Number(id.slice(-2)));

const inside = (host: string) => document.querySelector(host)?.shadowRoot;

/** Presses a button of the bar, or of the notice. */
async function click(host: string, text: string): Promise<void> {
  const button = [...(inside(host)?.querySelectorAll('button') ?? [])].find((each) => each.textContent === text);
  await act(async () => button?.click());
}

/** What the notice in the corner says. */
const notice = () => inside('papergloss-notice')?.querySelector('[role=alert]')?.textContent;

const heard = () => inside('papergloss-announcer')?.textContent;

test('a row that is filtered away is left alone; keys go on from where it stood', async () => {
  await press('j', 's', 'j', 'j', 's', 'j', 's', 'k');
  expect(looking('current')).toEqual([3]);
  await click('papergloss-list', '3 saved');
  await press('s');
  expect(looking('gone')).toEqual([2, 3, 5]);
  await press('s', 'x', 'r');
  expect(await saved()).toEqual([1, 4]);
  expect(triage.isHidden(entries[2]?.paper.id ?? 'arxiv:0')).toBe(false);
  expect(looking('current')).toEqual([]);
  await press('j');
  expect(looking('current')).toEqual([4]);
});

test('where no row is left on that side, keys go to the nearest one', async () => {
  await press('j', 's', 'j', 's', 'j', 's');
  await click('papergloss-list', '3 saved');
  await press('s', 'j');
  expect(looking('current')).toEqual([2]);
  await press('k', 's', 'k');
  expect(looking('current')).toEqual([2]);
});

test('a row that comes back is the current one again', async () => {
  await press('j', 'j', 's');
  await click('papergloss-list', '1 saved');
  await press('s');
  expect(looking('current')).toEqual([]);
  await press('u');
  expect(looking('current')).toEqual([2]);
});

test('what a key could not do stands in the corner, until it can', async () => {
  const save = vi.spyOn(real, 'saveAll').mockRejectedValueOnce(new LibraryFailure('full', 'no room'));
  await press('j', 's');
  expect(notice()).toBe('The disk is full: nothing more can be saved. Make room, then try again.');
  expect(heard()).not.toContain('full');
  await press('j');
  expect(notice()).toContain('full');
  save.mockRestore();
  await press('s');
  expect(notice()).toBeUndefined();
  expect(heard()).toBe('Saved.');
});

test.each([
  ['its button', () => click('papergloss-notice', 'Close')],
  ['Escape', () => press('Escape')],
])('%s closes it', async (_, close) => {
  vi.spyOn(real, 'saveAll').mockRejectedValue(new LibraryFailure('full', 'no room'));
  await press('j', 's', 's');
  expect(document.querySelectorAll('papergloss-notice')).toHaveLength(1);
  await close();
  expect(notice()).toBeUndefined();
});

test('after an update of the extension, keys ask to reload', async () => {
  const { id } = fakeBrowser.runtime;
  Object.assign(fakeBrowser.runtime, { id: undefined });
  vi.spyOn(real, 'hide').mockRejectedValue(new Error('Extension context invalidated.'));
  await press('j', 'x');
  expect(notice()).toContain('Reload this page');
  Object.assign(fakeBrowser.runtime, { id });
});

test('a page that may not use the clipboard says so', async () => {
  vi.stubGlobal('navigator', { ...navigator, clipboard: undefined });
  await press('j', 'c');
  expect(notice()).toContain('https');
});
