import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { library } from '../../lib/library/library';
import { aPaper } from '../papers';
import { activeTitle, emptyLibrary, libraryPage, list, papers, rows, titles } from './library';

beforeEach(emptyLibrary);
afterEach(() => {
  vi.restoreAllMocks();
});

const selected = () => titles(true);

test('lists what was saved last first, says how many there are, and has only rows near the screen', async () => {
  await libraryPage(papers(300));
  await screen.findByText('300 papers', undefined, { timeout: 10_000 });
  const found = await rows();
  expect(titles().slice(0, 2)).toEqual(['Paper 300', 'Paper 299']);
  expect(found.length).toBeLessThan(40);
  expect(found[1]).toHaveAttribute('aria-posinset', '2');
  expect(found[1]).toHaveAttribute('aria-setsize', '300');
});

test('a row says what the paper is, and what is said of it', async () => {
  const [paper = aPaper()] = papers(1, () => ({ published: '2024-05-01', venue: 'NeurIPS 2024' }));
  await library.mark({ paper, change: { status: 'reading', rating: 4, addTags: ['side notes'] } });
  await library.writeNote({ paper, text: 'read the proof' });
  await libraryPage([paper]);
  const [row] = await rows();
  for (const text of [
    'Paper 001',
    'Ada Margin, Björn Müller',
    '2024 · NeurIPS 2024, arXiv',
    'Reading',
    'side notes',
    'read the proof',
  ]) {
    expect(row).toHaveTextContent(text);
  }
});

test('arrow keys, Home and End go through all of it, and the list keeps the focus', async () => {
  const { user } = await libraryPage(papers(300));
  await rows();
  await user.keyboard('{ArrowDown}');
  expect(list()).toHaveFocus();
  expect(activeTitle()).toBe('Paper 300');
  await user.keyboard('{ArrowDown}j{ArrowUp}');
  expect(activeTitle()).toBe('Paper 299');
  await user.keyboard('{End}');
  await waitFor(() => expect(activeTitle()).toBe('Paper 001'));
  await user.keyboard('{PageUp}');
  await waitFor(() => expect(activeTitle()).toBe('Paper 007'));
  await user.keyboard('{Home}');
  await waitFor(() => expect(activeTitle()).toBe('Paper 300'));
});

test('space and x select, Shift extends, Ctrl+A selects all that was found, Escape none', async () => {
  const { user } = await libraryPage(papers(120));
  await rows();
  await user.keyboard('{ArrowDown} {ArrowDown}{ArrowDown}x');
  expect(selected()).toEqual(['Paper 120', 'Paper 118']);
  expect(screen.getByText('2 selected')).toBeVisible();
  await user.keyboard('{Escape}');
  expect(selected()).toEqual([]);
  await user.keyboard('{Home}{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
  await waitFor(() => expect(selected()).toEqual(['Paper 120', 'Paper 119', 'Paper 118']));
  await user.keyboard('{Shift>}{ArrowUp}{/Shift}');
  await waitFor(() => expect(selected()).toEqual(['Paper 120', 'Paper 119']));
  await user.keyboard('{Control>}a{/Control}');
  expect(await screen.findByText('120 selected')).toBeVisible();
});

test('by mouse: a click opens, Ctrl selects one, Shift a range, as does the box before a row', async () => {
  const { user } = await libraryPage(papers(9));
  const found = await rows();
  const click = (n: number) => user.click(screen.getByText(`Paper 00${n}`, { selector: '.title' }));
  await user.keyboard('{Control>}');
  await click(8);
  await user.keyboard('{/Control}{Shift>}');
  await click(5);
  await user.keyboard('{/Shift}');
  await waitFor(() => expect(selected()).toEqual(['Paper 008', 'Paper 007', 'Paper 006', 'Paper 005']));
  await user.click(found[1]?.querySelector('.check') as Element);
  expect(selected()).toEqual(['Paper 007', 'Paper 006', 'Paper 005']);
  await click(9);
  expect(await screen.findByRole('heading', { name: 'Paper 009' })).toBeVisible();
});

test('what is saved elsewhere appears, and selection, active row and focus stay with their papers', async () => {
  const { user } = await libraryPage(papers(20));
  await rows();
  await user.keyboard('{ArrowDown}{ArrowDown}x');
  expect(activeTitle()).toBe('Paper 019');
  await act(() => library.save(aPaper({ id: 'arxiv:2609.99999', title: 'A new one' })));
  await waitFor(() => expect(titles()[0]).toBe('A new one'));
  expect(activeTitle()).toBe('Paper 019');
  expect(selected()).toEqual(['Paper 019']);
  expect(list()).toHaveFocus();
});

test('whoever scrolls before the list has come to rest is let go', async () => {
  const frames: FrameRequestCallback[] = [];
  vi.spyOn(window, 'requestAnimationFrame').mockImplementation((frame) => frames.push(frame));
  await libraryPage(papers(300));
  await rows();
  act(() => list().scrollTo({ top: 5000 }));
  for (let n = 0; n < 40; n++) {
    await act(async () => {
      for (const frame of frames.splice(0)) frame(n);
    });
  }
  expect(list().scrollTop).toBe(5000);
});

test('where one has scrolled to stays in sight when something is saved above', async () => {
  await libraryPage(papers(300));
  await rows();
  act(() => list().scrollTo({ top: 5000 }));
  await waitFor(() => expect(titles()).toContain('Paper 250'));
  const fromTop = () => {
    const row = screen.getByText('Paper 250', { selector: '.title' }).closest<HTMLElement>('[role="option"]');
    return Number(/translateY\((\d+)px\)/.exec(row?.style.transform ?? '')?.[1]) - list().scrollTop;
  };
  const before = fromTop();
  await act(() => library.save(aPaper({ id: 'arxiv:2609.99999', title: 'A new one' })));
  await screen.findByText('301 papers');
  // A row that was not measured yet is taken for 8 pixels more than it has here.
  await waitFor(() => expect(Math.abs(fromTop() - before)).toBeLessThanOrEqual(8));
  expect(list().scrollTop).toBeGreaterThan(5000);
});

test('as columns, whose headings sort', async () => {
  const { user, live } = await libraryPage(
    papers(3, (n) => ({ title: `Paper ${'bca'[n - 1]}`, published: `202${n}` })),
  );
  await rows();
  await user.click(screen.getByRole('button', { name: 'Columns' }));
  await user.click(screen.getByRole('button', { name: 'Title' }));
  await waitFor(() => expect(titles()).toEqual(['Paper a', 'Paper b', 'Paper c']));
  expect(screen.getByRole('button', { name: 'Title' })).toHaveAttribute('aria-pressed', 'true');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Sort by' }), 'Newest paper');
  await waitFor(() => expect(titles()).toEqual(['Paper a', 'Paper c', 'Paper b']));
  expect(live.current).toMatchObject({ sort: 'published', look: 'columns' });
  expect(location.search).toBe('?sort=published&view=columns');
});

test('an empty library says what to do', async () => {
  await libraryPage([]);
  expect(await screen.findByRole('heading', { name: 'No papers saved yet' })).toBeVisible();
});
