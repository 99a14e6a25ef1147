import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { canPaint } from '../../../lib/page/paint';
import { PaintedQuotes } from '../../../lib/page/painted-quotes';
import { Rows } from '../../../lib/page/rows';
import { SavedPapers } from '../../../lib/page/saved-papers';
import type { Entry } from '../../../lib/page/watch';
import type { Highlight } from '../../../lib/quote';
import { LiveSettings } from '../../../lib/settings';
import { fakeLibrary } from '../../components/fake-library';
import { listOf, papers } from './entries';

const abstract =
  'A note helps most where the reader is. We put notes beside the lines of a list of papers, and ask forty readers what they still know a week later.';

const passage = (exact: string, prefix = '', suffix = ''): Highlight => ({
  id: crypto.randomUUID(),
  quote: { exact, prefix, suffix },
});

/** What the browser has of the CSS Custom Highlight API. */
const registry = new Map<string, Set<Range>>();
const painted = () => Array.from(registry.get('papergloss') ?? [], String);

let controller: AbortController;
beforeEach(() => {
  controller = new AbortController();
  vi.stubGlobal('CSS', { highlights: registry });
  vi.stubGlobal(
    'Highlight',
    class extends Set<Range> {
      constructor(...ranges: Range[]) {
        super(ranges);
      }
    },
  );
});
afterEach(() => {
  controller.abort();
  vi.unstubAllGlobals();
});

/** A list of which the entries, from the first on, say these abstracts. */
async function open(abstracts: string[], count = abstracts.length) {
  const { entries, end } = listOf(papers(count).map((paper, i) => ({ ...paper, abstract: abstracts[i] ?? '' })));
  entries.forEach(({ parts }, i) => {
    const paragraph = document.createElement('p');
    paragraph.textContent = abstracts[i] ?? '';
    parts[0]?.append(paragraph);
  });
  const library = fakeLibrary((ids) => savedPapers.refresh(ids));
  const savedPapers = new SavedPapers(library);
  const settings = new LiveSettings(controller.signal);
  const rows = new Rows();
  const quotes = new PaintedQuotes({ document, rows, savedPapers, settings, signal: controller.signal });
  await Promise.all([settings.ready, savedPapers.add(entries.map(({ paper }) => paper))]);
  rows.add(entries);
  const [first] = entries;
  if (!first) throw new Error('There is no entry.');
  const mark = (highlight: Highlight, { paper }: Entry = first) => library.highlight({ paper, highlight });
  return { entries, end, library, settings, rows, quotes, mark, first };
}

test('a highlight is painted when it comes, and no more when it goes', async () => {
  const { mark, library } = await open([abstract, 'Another.']);
  const highlight = passage('ask forty readers what they');
  await mark(highlight);
  await vi.waitFor(() => expect(painted()).toEqual(['ask forty readers what they']));
  await library.removeHighlight(highlight.id);
  await vi.waitFor(() => expect(painted()).toEqual([]));
});

test('it is painted in the entry of its paper only', async () => {
  const { mark, entries } = await open([abstract, abstract]);
  await mark(passage('ask forty readers what they'), entries[1]);
  await vi.waitFor(() => expect(painted()).toHaveLength(1));
  const [range] = registry.get('papergloss') ?? [];
  expect(entries[1]?.parts[0]?.contains(range?.startContainer ?? null)).toBe(true);
});

test('on the page of one paper, it is looked for in the whole page', async () => {
  const { mark } = await open(['']);
  const elsewhere = document.body.appendChild(document.createElement('section'));
  elsewhere.textContent = abstract;
  await mark(passage('ask forty readers what they'));
  await vi.waitFor(() => expect(painted()).toEqual(['ask forty readers what they']));
});

test('one that is not in a text that is shown is missing; where the text is not shown, it is not', async () => {
  const { mark, quotes, entries } = await open([abstract, '']);
  const [here, lost] = [passage('ask forty readers what they'), passage('a sentence that has been taken out')];
  await mark(here);
  await mark(lost);
  await mark(lost, entries[1]);
  await vi.waitFor(() => expect(quotes.missing(entries[0] as Entry)).toEqual(new Set([lost.id])));
  expect(quotes.missing(entries[1] as Entry)).toEqual(new Set());
  expect(painted()).toEqual(['ask forty readers what they']);
});

test('when the site changes its text, it is looked for again', async () => {
  const { mark, quotes, first } = await open([abstract, '']);
  const highlight = passage('ask forty readers what they');
  await mark(highlight);
  await vi.waitFor(() => expect(painted()).toHaveLength(1));
  const text = first.parts[0]?.querySelector('p') as Element;

  const again = document.createElement('p');
  again.textContent = `… ${abstract}`;
  text.replaceWith(again);
  quotes.textMayHaveChanged();
  await vi.waitFor(() =>
    expect(again.contains([...(registry.get('papergloss') ?? [])][0]?.startContainer ?? null)).toBe(true),
  );

  again.textContent = abstract.replace('ask forty readers what they', 'do nothing else, of which nobody would');
  quotes.textMayHaveChanged();
  await vi.waitFor(() => expect(quotes.missing(first)).toEqual(new Set([highlight.id])));
  expect(painted()).toEqual([]);

  again.textContent = abstract;
  quotes.textMayHaveChanged();
  await vi.waitFor(() => expect(painted()).toEqual(['ask forty readers what they']));
  expect(quotes.missing(first)).toEqual(new Set());
});

test('an entry that leaves the page takes its highlights along, without a word', async () => {
  const { mark, end, first } = await open([abstract, '']);
  await mark(passage('ask forty readers what they'));
  await vi.waitFor(() => expect(painted()).toHaveLength(1));
  end(first);
  await vi.waitFor(() => expect(painted()).toEqual([]));
});

test('switched off, nothing is painted; ended, nothing is left', async () => {
  const { mark, settings } = await open([abstract, '']);
  await mark(passage('ask forty readers what they'));
  await vi.waitFor(() => expect(painted()).toHaveLength(1));
  await settings.change({ highlights: false });
  await vi.waitFor(() => expect(painted()).toEqual([]));
  await settings.change({ highlights: true });
  await vi.waitFor(() => expect(painted()).toHaveLength(1));
  expect(document.head.textContent).toContain('::highlight(papergloss)');
  controller.abort();
  expect(painted()).toEqual([]);
  expect(document.head.textContent).not.toContain('::highlight(papergloss)');
});

test('after an update, what the old instance takes away is its own', async () => {
  const old = await open([abstract, '']);
  await old.mark(passage('ask forty readers what they'));
  await vi.waitFor(() => expect(painted()).toHaveLength(1));
  const dying = controller;
  controller = new AbortController();
  const { mark } = await open([abstract, '']);
  await mark(passage('where the reader is'));
  await vi.waitFor(() => expect(painted()).toEqual(['where the reader is']));
  dying.abort();
  expect(painted()).toEqual(['where the reader is']);
});

test('a browser that cannot paint still tells what is missing', async () => {
  vi.stubGlobal('Highlight', undefined);
  expect(canPaint()).toBe(false);
  const { mark, quotes, first } = await open([abstract, '']);
  const lost = passage('a sentence that has been taken out');
  await mark(lost);
  await vi.waitFor(() => expect(quotes.missing(first)).toEqual(new Set([lost.id])));
});
