import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SelectionMenu } from '../../components/SelectionMenu';
import { LibraryFailure } from '../../lib/library/failure';
import { MarkableSelection } from '../../lib/page/markable-selection';
import { Rows } from '../../lib/page/rows';
import { PageTheme } from '../../lib/page/theme';
import { listOf, papers } from '../lib/page/entries';

// jsdom lays nothing out.
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;

let controller: AbortController;
beforeEach(() => {
  controller = new AbortController();
});
afterEach(() => controller.abort());

/** A page of which the first title is selected. */
async function show(highlight = vi.fn(async () => {})) {
  const { entries } = listOf(papers(2));
  const rows = new Rows();
  rows.add(entries);
  const selection = new MarkableSelection(document, rows, () => true, controller.signal);
  render(<SelectionMenu {...{ selection, highlight }} theme={new PageTheme()} />, {
    container: document.body.appendChild(document.createElement('div')),
  });
  const title = entries[0]?.anchor as Element;
  title.textContent = 'Margins Matter';
  getSelection()?.selectAllChildren(title);
  await screen.findByRole('group', { name: 'Selected text' });
  return { user: userEvent.setup(), highlight, selection };
}

test('one button highlights, the other comments too, and neither takes the selection', async () => {
  const { user, highlight } = await show();
  await user.click(screen.getByRole('button', { name: 'Highlight' }));
  expect(highlight).toHaveBeenLastCalledWith(
    expect.objectContaining({ quote: { exact: 'Margins Matter', prefix: '', suffix: '' } }),
    false,
  );
  expect(String(getSelection())).toBe('Margins Matter');
  await user.click(screen.getByRole('button', { name: 'Highlight with a comment' }));
  expect(highlight).toHaveBeenLastCalledWith(expect.anything(), true);
});

test('a failure is told', async () => {
  const { user } = await show(vi.fn(() => Promise.reject(new LibraryFailure('full', 'no room'))));
  await user.click(screen.getByRole('button', { name: 'Highlight' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('The disk is full');
});

test('Escape sends it away', async () => {
  const { user } = await show();
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});
