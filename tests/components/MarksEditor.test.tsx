import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useSyncExternalStore } from 'react';
import { beforeEach, expect, test } from 'vitest';
import { Failure } from '../../components/Failure';
import { useMarksEditor } from '../../components/Marks';
import { MarksEditor } from '../../components/MarksEditor';
import type { Library } from '../../lib/library/contract';
import { LibraryFailure } from '../../lib/library/failure';
import { SavedPapers } from '../../lib/page/saved-papers';
import { aPaper } from '../papers';
import { fakeLibrary } from './fake-library';

const paper = aPaper();
const other = aPaper({ id: 'arxiv:2609.00002' });
let library: Library;
let savedPapers: SavedPapers;

beforeEach(async () => {
  library = fakeLibrary((ids) => savedPapers.refresh(ids));
  savedPapers = new SavedPapers(library);
  await savedPapers.add([paper, other]);
});

function Editor() {
  const saved = useSyncExternalStore(savedPapers.subscribe, () => savedPapers.get(paper.id));
  const { mark, failure } = useMarksEditor(library, paper);
  return (
    <>
      <MarksEditor marks={saved} library={library} mark={mark} />
      {failure !== undefined && <Failure error={failure} />}
    </>
  );
}

function show() {
  const { unmount } = render(<Editor />);
  return { user: userEvent.setup(), unmount };
}

const saved = async () => (await library.find([paper.id]))[paper.id];
const tagsSaved = async () => (await saved())?.tags;
const field = () => screen.getByRole('combobox', { name: 'Add a tag' });
const status = () => screen.getByRole('combobox', { name: 'Status' });
const star = (n: number) =>
  within(screen.getByRole('radiogroup', { name: 'Rating' })).getByRole('radio', { name: `${n} of 5 stars` });
const chips = () =>
  screen.queryAllByRole('button', { name: /^Remove tag/ }).map((button) => button.parentElement?.textContent);

test('the status is chosen, and taken away', async () => {
  const { user } = show();
  expect(status()).toHaveDisplayValue('No status');
  expect(
    within(status())
      .getAllByRole('option')
      .map(({ textContent }) => textContent),
  ).toEqual(['No status', 'To read', 'Reading', 'Read', 'Dropped']);
  await user.selectOptions(status(), 'Reading');
  expect((await saved())?.status).toBe('reading');
  await user.selectOptions(status(), 'No status');
  expect((await saved())?.status).toBeUndefined();
});

test('what was chosen is shown while it is on its way', async () => {
  let write = () => {};
  const { mark } = library;
  library.mark = async (marking) => {
    await new Promise<void>((resolve) => {
      write = resolve;
    });
    await mark(marking);
  };
  const { user } = show();
  await user.selectOptions(status(), 'Reading');
  expect(status()).toHaveDisplayValue('Reading');
  expect(await saved()).toBeUndefined();
  write();
  await waitFor(async () => expect((await saved())?.status).toBe('reading'));
});

test('what is chosen elsewhere is shown', async () => {
  show();
  await library.mark({ paper, change: { status: 'dropped', rating: 2, addTags: ['notes'] } });
  await waitFor(() => expect(status()).toHaveDisplayValue('Dropped'));
  expect(star(2)).toBeChecked();
  expect(chips()).toEqual(['notes']);
});

test('a rating is chosen by a click, and taken back by another one or by a button', async () => {
  const { user } = show();
  await user.click(star(4));
  expect(star(4)).toBeChecked();
  expect((await saved())?.rating).toBe(4);
  await user.click(star(4));
  await waitFor(async () => expect((await saved())?.rating).toBeUndefined());
  expect(star(4)).not.toBeChecked();

  await user.click(star(2));
  await user.click(await screen.findByRole('button', { name: 'Take the rating back' }));
  await waitFor(async () => expect((await saved())?.rating).toBeUndefined());
  expect(star(1)).toHaveFocus();
  expect(screen.queryByRole('button', { name: 'Take the rating back' })).not.toBeInTheDocument();
});

test('a double click does not take back what it chose', async () => {
  const { user } = show();
  await user.dblClick(star(3));
  expect(star(3)).toBeChecked();
  expect((await saved())?.rating).toBe(3);
});

test('arrow keys go from star to star, and Space confirms the one that is chosen', async () => {
  const { user } = show();
  await user.click(star(2));
  await user.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}');
  expect(star(3)).toHaveFocus();
  await user.keyboard(' ');
  expect(star(3)).toBeChecked();
  await waitFor(async () => expect((await saved())?.rating).toBe(3));
});

test.each(['graph, and tree, models', '図表', 'نقد', 'C++'])('Enter adds “%s”, as one tag', async (tag) => {
  const { user } = show();
  await user.type(field(), `${tag}{Enter}`);
  await waitFor(() => expect(chips()).toEqual([tag]));
  expect(await tagsSaved()).toEqual([tag]);
  expect(field()).toHaveValue('');
  expect(field()).toHaveFocus();
});

test('spaces at the ends and between are tidied up, and nothing is no tag', async () => {
  const { user } = show();
  await user.type(field(), '   {Enter}');
  await user.type(field(), '  graph   models {Enter}');
  await waitFor(() => expect(chips()).toEqual(['graph models']));
});

test('Enter that ends a composition adds nothing', async () => {
  const { user } = show();
  await user.type(field(), 'ずひょう');
  fireEvent.keyDown(field(), { key: 'Enter', isComposing: true });
  expect(field()).toHaveValue('ずひょう');
  fireEvent.keyDown(field(), { key: 'Backspace', isComposing: true });
  fireEvent.keyDown(field(), { key: 'Enter' });
  await waitFor(() => expect(chips()).toEqual(['ずひょう']));
});

test('the spelling that is in use wins, also over who is quicker than the library', async () => {
  await library.mark({ paper: other, change: { addTags: ['Margins'] } });
  const { tags } = library;
  let answer = () => {};
  library.tags = async () => {
    await new Promise<void>((resolve) => {
      answer = resolve;
    });
    return tags();
  };
  const { user } = show();
  await user.type(field(), 'margins{Enter}');
  answer();
  await waitFor(() => expect(chips()).toEqual(['Margins']));
});

test('a tag that the paper has in any spelling is not added again', async () => {
  await library.mark({ paper, change: { addTags: ['Margins'] } });
  const { user } = show();
  await waitFor(() => expect(chips()).toEqual(['Margins']));
  await user.type(field(), 'MARGINS{Enter}notes{Enter}');
  await waitFor(() => expect(chips()).toEqual(['Margins', 'notes']));
});

test('tags in use are completed, but for those that the paper has; a chosen one is added at once', async () => {
  await library.mark({ paper, change: { addTags: ['notes'] } });
  await library.mark({ paper: other, change: { addTags: ['Margins', 'notes', 'margin notes'] } });
  show();
  const list = () => [...((field() as HTMLInputElement).list?.options ?? [])].map(({ value }) => value);
  await waitFor(() => expect(list()).toEqual(['Margins', 'margin notes']));
  fireEvent.input(field(), { target: { value: 'Margins' }, inputType: 'insertReplacementText' });
  await waitFor(() => expect(chips()).toEqual(['notes', 'Margins']));
  expect(field()).toHaveValue('');
});

test('a tag in use that is only typed waits for Enter: it may become a longer one', async () => {
  await library.mark({ paper: other, change: { addTags: ['note'] } });
  const { user } = show();
  await user.type(field(), 'notes');
  expect(field()).toHaveValue('notes');
  expect(chips()).toEqual([]);
});

test('what is left in the field is added when the focus goes, when the page goes, and when the editor goes', async () => {
  const { user, unmount } = show();
  await user.type(field(), 'one');
  await user.tab();
  await waitFor(() => expect(chips()).toEqual(['one']));
  await user.type(field(), 'two');
  fireEvent(window, new Event('pagehide'));
  await waitFor(() => expect(chips()).toEqual(['one', 'two']));
  await user.type(field(), 'three');
  unmount();
  await waitFor(async () => expect(await tagsSaved()).toEqual(['one', 'two', 'three']));
});

test('Backspace takes the last tag away when the field is empty, but not when it is held down', async () => {
  await library.mark({ paper, change: { addTags: ['margins', 'notes'] } });
  const { user } = show();
  await waitFor(() => expect(chips()).toEqual(['margins', 'notes']));
  await user.type(field(), 'x{Backspace}');
  fireEvent.keyDown(field(), { key: 'Backspace', repeat: true });
  expect(chips()).toEqual(['margins', 'notes']);
  await user.keyboard('{Backspace}');
  await waitFor(() => expect(chips()).toEqual(['margins']));
  expect(await tagsSaved()).toEqual(['margins']);
});

test('each tag has a button that takes it away, and leaves the focus in the field', async () => {
  await library.mark({ paper, change: { addTags: ['margins', 'notes'] } });
  const { user } = show();
  await user.click(await screen.findByRole('button', { name: 'Remove tag margins' }));
  await waitFor(() => expect(chips()).toEqual(['notes']));
  expect(field()).toHaveFocus();
});

test('what one sees is also said', async () => {
  const { user } = show();
  await user.selectOptions(status(), 'To read');
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('The paper is saved.'));
  await user.type(field(), 'notes{Enter}');
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(/^Tag “notes” added\.$/));
  await user.click(screen.getByRole('button', { name: 'Remove tag notes' }));
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Tag “notes” removed.'));
});

test('what could not be saved is told: the status goes back, and the tag stays in the field', async () => {
  const { mark } = library;
  library.mark = () => Promise.reject(new LibraryFailure('full', 'no room'));
  const { user } = show();
  await user.selectOptions(status(), 'Reading');
  expect(await screen.findByRole('alert')).toHaveTextContent('The disk is full');
  expect(status()).toHaveDisplayValue('No status');
  await user.click(star(3));
  await waitFor(() => expect(star(3)).not.toBeChecked());
  await user.type(field(), 'precious{Enter}');
  await waitFor(() => expect(field()).toHaveValue('precious'));
  library.mark = mark;
  await user.type(field(), '{Enter}');
  await waitFor(() => expect(chips()).toEqual(['precious']));
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});
