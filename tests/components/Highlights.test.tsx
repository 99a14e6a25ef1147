import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useSyncExternalStore } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { Highlights } from '../../components/Highlights';
import type { Library } from '../../lib/library/contract';
import { LibraryFailure } from '../../lib/library/failure';
import { SavedPapers } from '../../lib/page/saved-papers';
import type { Highlight } from '../../lib/quote';
import { aPaper } from '../papers';
import { fakeLibrary } from './fake-library';

const paper = aPaper();
let library: Library;
let savedPapers: SavedPapers;

beforeEach(async () => {
  library = fakeLibrary((ids) => savedPapers.refresh(ids));
  savedPapers = new SavedPapers(library);
  await savedPapers.add([paper]);
});

const passage = (exact: string, more: Partial<Highlight> = {}): Highlight => ({
  id: crypto.randomUUID(),
  quote: { exact, prefix: '', suffix: '' },
  ...more,
});

type Shown = Partial<Parameters<typeof Highlights>[0]>;

/** Shows them as they are in the library. */
function Live(props: Shown) {
  const saved = useSyncExternalStore(savedPapers.subscribe, () => savedPapers.get(paper.id));
  return <Highlights {...{ paper, library }} highlights={saved?.highlights ?? []} {...props} />;
}

async function show(highlights: Highlight[], props: Shown = {}) {
  for (const highlight of highlights) await library.highlight({ paper, highlight });
  await savedPapers.refresh();
  render(<Live {...props} />);
  return userEvent.setup();
}

const shown = () => screen.queryAllByRole('blockquote').map(({ textContent }) => textContent);
const comment = async () => (await library.find([paper.id]))[paper.id]?.highlights?.[0]?.comment;

test('one is shown as it is; of several there is the number, until somebody asks', async () => {
  const user = await show([passage('notes help most')]);
  expect(shown()).toEqual(['notes help most']);
  expect(screen.queryByRole('button', { name: /highlights?$/, expanded: false })).not.toBeInTheDocument();

  await library.highlight({ paper, highlight: passage('where the reader is') });
  const number = await screen.findByRole('button', { name: '2 highlights', expanded: false });
  expect(shown()).toEqual([]);
  await user.click(number);
  expect(shown()).toEqual(['notes help most', 'where the reader is']);
  await user.click(screen.getByRole('button', { name: '2 highlights', expanded: true }));
  expect(shown()).toEqual([]);
});

test('a long one is folded, too', async () => {
  await show([passage('notes help most '.repeat(20))]);
  expect(screen.getByRole('button', { name: '1 highlight', expanded: false })).toBeVisible();
  expect(shown()).toEqual([]);
});

test('where they cannot be painted, all are shown', async () => {
  await show([passage('one'), passage('two')], { isOpenAtFirst: true });
  expect(shown()).toEqual(['one', 'two']);
});

test('one that the page does not have says so', async () => {
  const [here, lost] = [passage('here'), passage('lost')];
  await show([here, lost], { isOpenAtFirst: true, missing: new Set([lost.id]) });
  const [first, second] = screen.getAllByRole('listitem');
  if (!first || !second) throw new Error('There are not two.');
  expect(within(first).queryByText('Not in the text of this page.')).not.toBeInTheDocument();
  expect(within(second).getByText('Not in the text of this page.')).toBeVisible();
});

test('a comment is saved by Enter, shown, and taken away when it is emptied', async () => {
  const user = await show([passage('notes help most')]);
  await user.click(screen.getByRole('button', { name: 'Add comment' }));
  expect(screen.getByRole('textbox', { name: 'Comment' })).toHaveFocus();
  await user.keyboard('do they?{Enter}');
  expect(await screen.findByText('do they?')).toBeVisible();
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Edit comment' })).toHaveFocus();
  expect(await comment()).toBe('do they?');

  await user.click(screen.getByRole('button', { name: 'Edit comment' }));
  await user.clear(screen.getByRole('textbox', { name: 'Comment' }));
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('button', { name: 'Add comment' })).toBeVisible();
  expect(await comment()).toBeUndefined();
});

test('a comment is saved when its field is left, and the focus stays where the user went', async () => {
  const user = await show([passage('notes help most')]);
  render(<button type="button">Elsewhere</button>);
  await user.click(screen.getByRole('button', { name: 'Add comment' }));
  await user.keyboard('do they?');
  await user.click(screen.getByRole('button', { name: 'Elsewhere' }));
  expect(await screen.findByText('do they?')).toBeVisible();
  expect(await comment()).toBe('do they?');
  expect(screen.getByRole('button', { name: 'Elsewhere' })).toHaveFocus();
});

test('Escape leaves the comment as it was', async () => {
  const user = await show([passage('notes help most', { comment: 'they do' })]);
  await user.click(screen.getByRole('button', { name: 'Edit comment' }));
  await user.keyboard(', and more{Escape}');
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  expect(screen.getByText('they do')).toBeVisible();
  expect(await comment()).toBe('they do');
});

test('the page closes in the middle of a comment: it is there', async () => {
  const user = await show([passage('notes help most')]);
  await user.click(screen.getByRole('button', { name: 'Add comment' }));
  await user.keyboard('half a wor');
  window.dispatchEvent(new Event('pagehide'));
  expect(await comment()).toBe('half a wor');
});

test('its field goes with what it stands in, in the middle of a comment: it is there', async () => {
  const user = await show([passage('notes help most')]);
  await user.click(screen.getByRole('button', { name: 'Add comment' }));
  await user.keyboard('half a wor');
  cleanup();
  expect(await comment()).toBe('half a wor');
});

test('what is typed while the comment is on its way is saved, too', async () => {
  const user = await show([passage('notes help most')]);
  const { highlight } = library;
  let answer = () => {};
  library.highlight = async (highlighting) => {
    await highlight(highlighting);
    await new Promise<void>((resolve) => (answer = resolve));
  };
  await user.click(screen.getByRole('button', { name: 'Add comment' }));
  await user.keyboard('half');
  screen.getByRole('textbox', { name: 'Comment' }).blur();
  await user.click(screen.getByRole('textbox', { name: 'Comment' }));
  await user.keyboard(' a wor');
  await act(async () => answer());
  expect(await screen.findByText('half a wor')).toBeVisible();
  expect(await comment()).toBe('half a wor');
});

test('a comment is saved once, and one that nobody changed is not', async () => {
  const user = await show([passage('notes help most', { comment: 'they do' })]);
  const saving = vi.spyOn(library, 'highlight');
  await user.click(screen.getByRole('button', { name: 'Edit comment' }));
  await user.keyboard('{Enter}');
  await user.click(screen.getByRole('button', { name: 'Edit comment' }));
  await user.keyboard(', and more{Escape}');
  await user.click(screen.getByRole('button', { name: 'Edit comment' }));
  cleanup();
  expect(saving).not.toHaveBeenCalled();

  render(<Live />);
  await user.click(screen.getByRole('button', { name: 'Edit comment' }));
  await user.keyboard('{End}!{Enter}');
  expect(await screen.findByText('they do!')).toBeVisible();
  expect(saving).toHaveBeenCalledTimes(1);
});

test('a highlight that is removed in the middle of a comment stays removed', async () => {
  const user = await show([passage('notes help most')]);
  await user.click(screen.getByRole('button', { name: 'Add comment' }));
  await user.keyboard('do they?');
  await user.click(screen.getByRole('button', { name: 'Remove highlight' }));
  expect(await screen.findByText('Highlight removed.')).toBeVisible();
  expect(shown()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('do they?')).toBeVisible();
});

test('a comment that cannot be saved stays in its field', async () => {
  const user = await show([passage('notes help most')]);
  library.highlight = () => Promise.reject(new LibraryFailure('full', 'no room'));
  await user.click(screen.getByRole('button', { name: 'Add comment' }));
  await user.keyboard('precious{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('The disk is full');
  expect(screen.getByRole('textbox', { name: 'Comment' })).toHaveValue('precious');
});

test('a removed one can be brought back', async () => {
  const user = await show([passage('notes help most')]);
  await user.click(screen.getByRole('button', { name: 'Remove highlight' }));
  expect(await screen.findByRole('status')).toHaveTextContent('Highlight removed.');
  expect(shown()).toEqual([]);
  expect(screen.getByRole('button', { name: 'Undo' })).toHaveFocus();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByRole('blockquote')).toHaveTextContent('notes help most');
  expect(screen.queryByRole('status')).not.toBeInTheDocument();
  expect(screen.getByRole('group', { name: 'Highlights' })).toHaveFocus();
});

test('one that the user wants to comment on is open, with the focus in its field', async () => {
  const wanted = passage('two');
  await show([passage('one'), wanted], { wanted: wanted.id });
  expect(shown()).toEqual(['one', 'two']);
  expect(screen.getByRole('textbox', { name: 'Comment' })).toHaveFocus();
});

test('where there are none, there is nothing', async () => {
  await show([]);
  expect(screen.queryByRole('group')).not.toBeInTheDocument();
});
