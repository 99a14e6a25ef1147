import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MarkableSelection } from '../../../lib/page/markable-selection';
import { Rows } from '../../../lib/page/rows';
import { listOf, papers } from './entries';

let controller: AbortController;
beforeEach(() => {
  controller = new AbortController();
});
afterEach(() => {
  getSelection()?.removeAllRanges();
  controller.abort();
});

/** A page with a paragraph in each entry, and one after them. */
function open(texts: string[], { abstract }: { abstract?: string } = {}) {
  const { entries } = listOf(papers(texts.length).map((paper) => ({ ...paper, ...(abstract && { abstract }) })));
  entries.forEach(({ parts, anchor }, i) => {
    anchor.textContent = `Margins ${i + 1}`;
    parts[0]?.append(paragraph(texts[i] ?? ''));
  });
  const rows = new Rows();
  rows.add(entries);
  let isOn = true;
  const selection = new MarkableSelection(document, rows, () => isOn, controller.signal);
  const heard = vi.fn();
  selection.subscribe(heard);
  const turn = (on: boolean) => {
    isOn = on;
  };
  return { entries, selection, heard, turn };
}

function paragraph(text: string): HTMLElement {
  const element = document.createElement('p');
  element.textContent = text;
  return element;
}

function select(from: Element | undefined, start: number, to: Element | undefined, end: number) {
  if (!from?.firstChild || !to?.firstChild) throw new Error('There is no text.');
  getSelection()?.setBaseAndExtent(from.firstChild, start, to.firstChild, end);
}
const [first, second] = [0, 1].map((n) => () => document.querySelectorAll('p')[n]);

test('what is selected in an entry can be marked, with its paper', async () => {
  const { entries, selection } = open(['notes help most', 'where the reader is']);
  select(second?.(), 6, second?.(), 16);
  await vi.waitFor(() => expect(selection.current?.quote.exact).toBe('the reader'));
  expect(selection.current?.entry).toBe(entries[1]);
  expect(selection.current?.range.toString()).toBe('the reader');
  expect(selection.current?.quote).toMatchObject({ prefix: 'Margins 2 where ', suffix: ' is' });
});

test('a selection over two entries is cut to the first of them', async () => {
  const { entries, selection } = open(['notes help most', 'where the reader is']);
  select(first?.(), 6, second?.(), 5);
  await vi.waitFor(() => expect(selection.current?.quote.exact).toBe('help most'));
  expect(selection.current?.entry).toBe(entries[0]);
});

test('what is selected elsewhere cannot', async () => {
  const { selection } = open(['notes help most', 'where the reader is']);
  document.body.append(paragraph('something else'));
  const elsewhere = document.querySelectorAll('p')[2];
  select(first?.(), 0, first?.(), 5);
  await vi.waitFor(() => expect(selection.current).toBeDefined());
  select(elsewhere, 0, elsewhere, 9);
  await vi.waitFor(() => expect(selection.current).toBeUndefined());
});

test('on the page of one paper, the abstract can, wherever it stands, and nothing around it', async () => {
  const abstract = 'notes help most where the reader is, and not elsewhere';
  const { selection } = open([''], { abstract });
  document.body.append(paragraph(`Abstract: ${abstract}`), paragraph('Cookies are used on this page'));
  const [, whole, cookies] = document.querySelectorAll('p');
  select(whole, 2, cookies, 4);
  await vi.waitFor(() => expect(selection.current?.quote.exact).toBe(abstract));
  select(cookies, 0, cookies, 7);
  await vi.waitFor(() => expect(selection.current).toBeUndefined());
});

test('nothing is offered while the mouse is down, after Escape, or when it is off', async () => {
  const { selection, heard, turn } = open(['notes help most', 'where the reader is']);
  window.dispatchEvent(new Event('pointerdown'));
  select(first?.(), 0, first?.(), 5);
  // Longer than a selection must rest.
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(selection.current).toBeUndefined();
  window.dispatchEvent(new Event('pointerup'));
  await vi.waitFor(() => expect(selection.current?.quote.exact).toBe('notes'));

  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
  expect(selection.current).toBeUndefined();
  heard.mockClear();
  window.dispatchEvent(new Event('pointerup'));
  turn(false);
  select(second?.(), 0, second?.(), 5);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(heard).not.toHaveBeenCalled();
});

test('it goes with the selection', async () => {
  const { selection } = open(['notes help most', 'where the reader is']);
  select(first?.(), 0, first?.(), 5);
  await vi.waitFor(() => expect(selection.current).toBeDefined());
  getSelection()?.removeAllRanges();
  await vi.waitFor(() => expect(selection.current).toBeUndefined());
});

test('the focus on our own controls takes nothing away', async () => {
  const { entries, selection } = open(['notes help most', 'where the reader is']);
  select(first?.(), 0, first?.(), 5);
  await vi.waitFor(() => expect(selection.current).toBeDefined());
  const host = entries[0]?.host as HTMLElement;
  host.tabIndex = 0;
  host.focus();
  const heard = new Promise((resolve) => document.addEventListener('selectionchange', resolve, { once: true }));
  getSelection()?.removeAllRanges();
  await heard;
  expect(selection.current?.quote.exact).toBe('notes');
});

test('text that is being written is no text of a paper', async () => {
  const { selection, heard } = open(['notes help most', 'where the reader is']);
  first?.()?.setAttribute('contenteditable', '');
  select(first?.(), 0, first?.(), 5);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(selection.current).toBeUndefined();
  expect(heard).not.toHaveBeenCalled();
});
