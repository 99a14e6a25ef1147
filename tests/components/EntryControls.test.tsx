import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { EntryControls } from '../../components/EntryControls';
import type { Library } from '../../lib/library/contract';
import { LibraryFailure } from '../../lib/library/failure';
import { InZotero } from '../../lib/page/in-zotero';
import { NearPapers } from '../../lib/page/near-papers';
import { RowCommands } from '../../lib/page/row-commands';
import { RuleMatches } from '../../lib/page/rules';
import { SavedPapers } from '../../lib/page/saved-papers';
import { PageTheme } from '../../lib/page/theme';
import { Triage } from '../../lib/page/triage';
import { LiveSettings, usualSettings } from '../../lib/settings';
import { aPaper } from '../papers';
import { fakeLibrary } from './fake-library';

const paper = aPaper();
let library: Library;
let savedPapers: SavedPapers;
let triage: Triage;
const host = document.createElement('div');
const commands = new RowCommands();

afterEach(() => {
  vi.restoreAllMocks();
});

beforeEach(async () => {
  library = fakeLibrary((ids) => {
    savedPapers.refresh(ids);
    triage.refresh(ids);
  });
  savedPapers = new SavedPapers(library);
  triage = new Triage(
    library,
    { current: usualSettings, subscribe: () => () => {} },
    () => 'https://arxiv.org/list/cs.LG/new',
  );
  await Promise.all([savedPapers.add([paper]), triage.add([paper])]);
});

function show(about: Partial<ComponentProps<typeof EntryControls>> = {}) {
  const { signal } = new AbortController();
  const settings = new LiveSettings(signal);
  const rules = new RuleMatches(settings, signal);
  const inZotero = new InZotero(settings);
  const nearPapers = new NearPapers(library);
  const usual = {
    paper,
    host,
    library,
    savedPapers,
    triage,
    rules,
    inZotero,
    nearPapers,
    commands,
    saveRange: async () => false,
  };
  render(<EntryControls {...usual} theme={new PageTheme()} {...about} />);
  return userEvent.setup();
}

test('says that Zotero has it, once that is known', async () => {
  const settings = new LiveSettings(new AbortController().signal);
  await settings.change({ zotero: true });
  const inZotero = new InZotero(settings);
  Object.assign(fakeBrowser.runtime, { sendMessage: vi.fn(async () => ({ value: ['doi:10.1000/margins'] })) });
  show({ inZotero });
  expect(screen.queryByText('In your Zotero')).toBeNull();
  await inZotero.add([
    { ...paper, aliases: ['doi:10.1000/margins'] },
    { ...paper, id: 'arxiv:2609.00002' },
  ]);
  expect(await screen.findByText('In your Zotero')).toBeVisible();
  expect(fakeBrowser.runtime.sendMessage).toHaveBeenCalledTimes(1);
});

test('asks nobody what Zotero has, where that is off', async () => {
  const sent = vi.spyOn(fakeBrowser.runtime, 'sendMessage');
  await new InZotero(new LiveSettings(new AbortController().signal)).add([paper]);
  expect(sent).not.toHaveBeenCalled();
});

test('the controls are named by the title of their paper', () => {
  show();
  expect(screen.getByRole('group', { name: paper.title })).toBeVisible();
});

test('Save saves, and shows it', async () => {
  const user = show();
  await user.click(screen.getByRole('button', { name: 'Save', pressed: false }));
  expect(await screen.findByRole('button', { name: 'Saved', pressed: true })).toBeVisible();
  expect(await library.find([paper.id])).toHaveProperty([paper.id]);
});

test('a paper without a note is unsaved without a question', async () => {
  await library.save(paper);
  const user = show();
  await user.click(await screen.findByRole('button', { name: 'Saved' }));
  expect(await screen.findByRole('button', { name: 'Save' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
});

test('unsaving a paper with a note offers undo, which brings the note back', async () => {
  await library.writeNote({ paper, text: 'read the proof' });
  const user = show();
  await user.click(await screen.findByRole('button', { name: 'Saved' }));
  expect(await screen.findByRole('status')).toHaveTextContent('Removed, with its note.');
  expect(screen.queryByText('read the proof')).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('read the proof')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Saved' })).toBeVisible();
});

test('a note saves the paper and says when it is saved', async () => {
  const user = show();
  await user.click(screen.getByRole('button', { name: 'Note' }));
  expect(screen.getByRole('textbox', { name: 'Note' })).toHaveFocus();
  await user.keyboard('read the proof');
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Saved'));
  expect((await library.find([paper.id]))[paper.id]?.note).toBe('read the proof');
  expect(screen.getByRole('button', { name: 'Saved' })).toBeVisible();
});

test('Escape closes the editor, keeps the text, and gives the focus back', async () => {
  const user = show();
  await user.click(screen.getByRole('button', { name: 'Note' }));
  await user.keyboard('read the proof{Escape}');
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  expect(await screen.findByText('read the proof')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Note', expanded: false })).toHaveFocus();
});

test('an editor that is opened again has the note that was written elsewhere meanwhile', async () => {
  const user = show();
  await user.click(screen.getByRole('button', { name: 'Note' }));
  await user.keyboard('mine{Escape}');
  expect(await screen.findByText('mine')).toBeVisible();
  await library.writeNote({ paper, text: 'from the other tab' });
  expect(await screen.findByText('from the other tab')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Note' }));
  expect(screen.getByRole('textbox', { name: 'Note' })).toHaveValue('from the other tab');
  await user.keyboard('!{Escape}');
  expect(await screen.findByText('from the other tab!')).toBeVisible();
});

test('a note that was deleted elsewhere does not come back with the editor', async () => {
  const user = show();
  await user.click(screen.getByRole('button', { name: 'Note' }));
  await user.keyboard('mine{Escape}');
  expect(await screen.findByText('mine')).toBeVisible();
  await library.writeNote({ paper, text: '' });
  await waitFor(() => expect(screen.queryByText('mine')).not.toBeInTheDocument());
  await user.click(screen.getByRole('button', { name: 'Note' }));
  expect(screen.getByRole('textbox', { name: 'Note' })).toHaveValue('');
});

test('an editor that is opened again before the page has heard of its note goes on with it', async () => {
  const find = library.find;
  let answer = () => {};
  library.find = async (ids) => {
    const found = await find(ids);
    await new Promise<void>((resolve) => (answer = resolve));
    return found;
  };
  const user = show();
  await user.click(screen.getByRole('button', { name: 'Note' }));
  await user.keyboard('read{Escape}');
  await waitFor(async () => expect((await find([paper.id]))[paper.id]?.note).toBe('read'));
  await user.click(screen.getByRole('button', { name: 'Note' }));
  const field = screen.getByRole('textbox', { name: 'Note' });
  expect(field).toHaveValue('read');
  await user.keyboard(' the');
  await act(async () => answer());
  await user.keyboard(' proof');
  expect(field).toHaveValue('read the proof');
  library.find = find;
  await act(async () => answer());
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Saved'));
  expect(field).toHaveValue('read the proof');
  expect((await find([paper.id]))[paper.id]?.note).toBe('read the proof');
});

test('unsaving while a note is typed loses no word of it', async () => {
  await library.save(paper);
  const user = show();
  await user.click(await screen.findByRole('button', { name: 'Note' }));
  await user.keyboard('half a wor');
  await user.click(screen.getByRole('button', { name: 'Saved' }));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('half a wor')).toBeVisible();
});

test('a note that is written elsewhere appears', async () => {
  show();
  await library.writeNote({ paper, text: 'from the other tab' });
  expect(await screen.findByText('from the other tab')).toBeVisible();
});

test('a failure is told, and a later success takes it back', async () => {
  const save = library.save;
  library.save = () => Promise.reject(new LibraryFailure('full', 'no room'));
  const user = show();
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('The disk is full');
  library.save = save;
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('button', { name: 'Saved' })).toBeVisible();
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

test('a note that cannot be saved stays in its field and can be tried again', async () => {
  const writeNote = library.writeNote;
  library.writeNote = () => Promise.reject(new LibraryFailure('full', 'no room'));
  const user = show();
  await user.click(screen.getByRole('button', { name: 'Note' }));
  await user.keyboard('precious');
  expect(await screen.findByRole('alert')).toHaveTextContent('The disk is full');
  expect(screen.getByRole('textbox')).toHaveValue('precious');
  library.writeNote = writeNote;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Saved'));
});

test('a note that cannot be saved when its editor is closed comes back, without taking the focus', async () => {
  library.writeNote = () => Promise.reject(new LibraryFailure('full', 'no room'));
  const user = show();
  await user.click(screen.getByRole('button', { name: 'Note' }));
  await user.keyboard('precious{Escape}');
  expect(await screen.findByRole('alert')).toHaveTextContent('The disk is full');
  expect(screen.getByRole('textbox')).toHaveValue('precious');
  expect(screen.getByRole('textbox')).not.toHaveFocus();
});

test('after an update of the extension, asks to reload and offers to copy what was typed', async () => {
  const user = show();
  await user.click(screen.getByRole('button', { name: 'Note' }));
  const { id } = fakeBrowser.runtime;
  Object.assign(fakeBrowser.runtime, { id: undefined });
  library.writeNote = () => Promise.reject(new LibraryFailure('reload', ''));
  await user.keyboard('precious');
  expect(await screen.findByRole('alert')).toHaveTextContent('Reload this page');
  await user.click(screen.getByRole('button', { name: 'Copy the text' }));
  expect(await screen.findByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await navigator.clipboard.readText()).toBe('precious');
  Object.assign(fakeBrowser.runtime, { id });
});

test('a page that has no clipboard says so', async () => {
  const user = show();
  vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(undefined as never);
  await user.click(screen.getByRole('button', { name: 'More' }));
  await user.click(screen.getByRole('button', { name: 'Copy citation' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Only pages with https can copy.');
});

test('a key opens the note, once the controls are there', async () => {
  commands.send(host, 'note');
  show();
  expect(await screen.findByRole('textbox', { name: 'Note' })).toHaveFocus();
});

test('a key shows the abstract that the page’s data holds, and takes it away again', async () => {
  show({ paper: { ...paper, abstract: 'We put notes beside every line.' } });
  commands.send(host, 'abstract');
  expect(await screen.findByText('We put notes beside every line.')).toBeVisible();
  commands.send(host, 'abstract');
  await waitFor(() => expect(screen.queryByText('We put notes beside every line.')).not.toBeInTheDocument());
});

test('with shift, Save leaves the saving to the range', async () => {
  const ranges: boolean[] = [];
  const user = show({
    saveRange: async (withShift) => {
      ranges.push(withShift);
      return withShift;
    },
  });
  await user.keyboard('{Shift>}');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await user.keyboard('{/Shift}');
  expect(await library.find([paper.id])).toEqual({});
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('button', { name: 'Saved' })).toBeVisible();
  expect(ranges).toEqual([true, false]);
});

test('a hidden paper says that it is', async () => {
  show();
  await library.hide([[paper.id]]);
  expect(await screen.findByText('Hidden')).toBeVisible();
});

test('a paper that was seen on an earlier day says when, until it is saved', async () => {
  library.triageOf = async () => ({ today: 20_718, papers: { [paper.id]: { seenOn: 20_717 } } });
  await triage.refresh();
  const user = show();
  expect(screen.getByText(/^Seen .*21/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.queryByText(/^Seen/)).not.toBeInTheDocument());
});

test('More opens status, rating and tags; what is set there saves the paper and is shown on the row', async () => {
  const user = show();
  await user.click(screen.getByRole('button', { name: 'More', expanded: false }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Status' }), 'Reading');
  await user.click(screen.getByRole('radio', { name: '4 of 5 stars' }));
  await user.type(screen.getByRole('combobox', { name: 'Add a tag' }), 'margins{Enter}');
  expect(await screen.findByRole('button', { name: 'Remove tag margins' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Saved' })).toBeVisible();

  await user.click(screen.getByRole('button', { name: 'More', expanded: true }));
  expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
  expect(screen.getByText('Reading')).toBeVisible();
  expect(screen.getByRole('img', { name: '4 of 5 stars' })).toHaveTextContent(/^★★★★$/);
  expect(within(screen.getByRole('list', { name: 'Tags' })).getByText('margins')).toBeVisible();
});

test('a paper without marks shows none', async () => {
  await library.save(paper);
  show();
  expect(await screen.findByRole('button', { name: 'Saved' })).toBeVisible();
  expect(screen.queryByRole('img')).not.toBeInTheDocument();
  expect(screen.queryByRole('list')).not.toBeInTheDocument();
});

test('Escape closes the panel, keeps what was typed, and gives the focus back', async () => {
  const user = show();
  await user.click(screen.getByRole('button', { name: 'More' }));
  await user.type(screen.getByRole('combobox', { name: 'Add a tag' }), 'margins{Escape}');
  expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'More', expanded: false })).toHaveFocus();
  expect(await screen.findByText('margins')).toBeVisible();
});

test('a tag that cannot be saved when the panel closes is told of', async () => {
  library.mark = () => Promise.reject(new LibraryFailure('full', 'no room'));
  const user = show();
  await user.click(screen.getByRole('button', { name: 'More' }));
  await user.type(screen.getByRole('combobox', { name: 'Add a tag' }), 'margins{Escape}');
  expect(await screen.findByRole('alert')).toHaveTextContent('The disk is full');
});

test('unsaving a paper with marks offers undo, which brings them back', async () => {
  await library.mark({ paper, change: { rating: 4 } });
  const user = show();
  await user.click(await screen.findByRole('button', { name: 'Saved' }));
  expect(await screen.findByRole('status')).toHaveTextContent('Removed, with its marks.');
  expect(screen.queryByRole('img')).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByRole('img', { name: '4 of 5 stars' })).toBeVisible();
});

test('after an update of the extension, More asks to reload', async () => {
  const user = show();
  const { id } = fakeBrowser.runtime;
  Object.assign(fakeBrowser.runtime, { id: undefined });
  await user.click(screen.getByRole('button', { name: 'More' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Reload this page');
  expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
  Object.assign(fakeBrowser.runtime, { id });
});

test('More hides the paper, and shows it again', async () => {
  const user = show();
  await user.click(screen.getByRole('button', { name: 'More' }));
  await user.click(screen.getByRole('button', { name: 'Hide' }));
  expect(await screen.findByText('Hidden')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Show again' }));
  await waitFor(() => expect(screen.queryByText('Hidden')).not.toBeInTheDocument());
});

test('More copies a citation, and opens the abstract', async () => {
  const user = show({ paper: { ...paper, abstract: 'We put notes beside every line.' } });
  await user.click(screen.getByRole('button', { name: 'More' }));
  await user.click(screen.getByRole('button', { name: 'Copy citation' }));
  expect(await navigator.clipboard.readText()).toContain('Margins Matter: Notes Beside Every Line.');
  await user.click(screen.getByRole('button', { name: 'Abstract', expanded: false }));
  expect(screen.getByText('We put notes beside every line.')).toBeVisible();
});

test('a key opens the tags', async () => {
  show();
  commands.send(host, 'tag');
  expect(await screen.findByRole('combobox', { name: 'Add a tag' })).toHaveFocus();
});

test('a rule that applies is told as soon as it is known, and no longer than it applies', async () => {
  const { signal } = new AbortController();
  const settings = new LiveSettings(signal);
  const rules = new RuleMatches(settings, signal);
  rules.add([paper]);
  show({ rules });
  expect(screen.queryByText(/Follows/)).not.toBeInTheDocument();
  await act(() => settings.change({ rules: [{ id: '1', act: 'follow', field: 'author', text: 'Margin' }] }));
  expect(await screen.findByText('Follows: Ada Margin')).toBeVisible();
  await act(() => settings.change({ rules: [] }));
  await waitFor(() => expect(screen.queryByText(/Follows/)).not.toBeInTheDocument());
});
