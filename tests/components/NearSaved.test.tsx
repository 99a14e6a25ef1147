import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { EntryControls } from '../../components/EntryControls';
import type { Library, NearPaper } from '../../lib/library/contract';
import { InZotero } from '../../lib/page/in-zotero';
import { NearPapers } from '../../lib/page/near-papers';
import { RowCommands } from '../../lib/page/row-commands';
import { RuleMatches } from '../../lib/page/rules';
import { SavedPapers } from '../../lib/page/saved-papers';
import { PageTheme } from '../../lib/page/theme';
import { Triage } from '../../lib/page/triage';
import { LiveSettings } from '../../lib/settings';
import { aPaper } from '../papers';
import { fakeLibrary } from './fake-library';

const paper = aPaper();
const found: NearPaper[] = [
  { id: 'arxiv:2609.00002', title: 'Notes on margins', words: ['margin', 'note'] },
  { id: 'doi:10.5555/x?y', title: 'Margins matter', words: ['margin'] },
];

/** A row, of whose paper the library tells that these are near. */
async function show(near: NearPaper[], about: Partial<Library> = {}) {
  const library: Library = {
    ...fakeLibrary((ids) => savedPapers.refresh(ids)),
    near: async () => (near.length > 0 ? { [paper.id]: near } : {}),
    ...about,
  };
  const savedPapers = new SavedPapers(library);
  const { signal } = new AbortController();
  const settings = new LiveSettings(signal);
  const triage = new Triage(library, settings, () => 'https://arxiv.org/list/cs.LG/new');
  const inZotero = new InZotero(settings);
  const nearPapers = new NearPapers(library);
  const others = { rules: new RuleMatches(settings, signal), commands: new RowCommands(), theme: new PageTheme() };
  await savedPapers.add([paper]);
  render(
    <EntryControls
      {...{ paper, library, savedPapers, triage, inZotero, nearPapers, ...others }}
      host={document.createElement('div')}
      saveRange={async () => false}
    />,
  );
  return { library, savedPapers, nearPapers, user: userEvent.setup() };
}

const button = () => screen.queryByRole('button', { name: /^near/ });

afterEach(() => vi.restoreAllMocks());

test('the row says how many are near once that is known; pressed, which and by which words; Escape closes it', async () => {
  const { nearPapers, user } = await show(found);
  expect(button()).not.toBeInTheDocument();
  await nearPapers.add([paper]);
  await waitFor(() => expect(button()).toHaveAccessibleName('near 2 that you saved'));
  expect(button()).toHaveAttribute('aria-expanded', 'false');
  button()?.focus();
  await user.keyboard('{Enter}');
  const items = within(screen.getByRole('list')).getAllByRole('listitem');
  expect(items.map(({ textContent }) => textContent)).toEqual([
    'Notes on marginsboth say: margin, note',
    'Margins matterboth say: margin',
  ]);
  await user.tab();
  expect(screen.getByRole('button', { name: 'Notes on margins' })).toHaveFocus();
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('list')).not.toBeInTheDocument();
  expect(button()).toHaveFocus();
  await user.keyboard('{Enter}{Escape}');
  expect(screen.queryByRole('list')).not.toBeInTheDocument();
});

test('one of them opens in the library', async () => {
  const { nearPapers, user } = await show(found);
  const send = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue();
  await nearPapers.add([paper]);
  await user.click(await screen.findByRole('button', { name: /^near/ }));
  await user.click(screen.getByRole('button', { name: 'Margins matter' }));
  const url = expect.stringMatching(/\/library\.html\?paper=doi%3A10\.5555%2Fx%3Fy$/);
  expect(send).toHaveBeenCalledWith({ openTab: { url, behind: false } });
});

test('of what is saved, or near nothing, it says nothing', async () => {
  const { library, nearPapers, user } = await show(found);
  await nearPapers.add([paper]);
  await waitFor(() => expect(button()).toBeVisible());
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByRole('button', { name: 'Saved' });
  expect(button()).not.toBeInTheDocument();
  expect(await library.find([paper.id])).toHaveProperty([paper.id]);
});

test('a paper that is near nothing has no such button', async () => {
  const { nearPapers } = await show([]);
  await nearPapers.add([paper]);
  expect(button()).not.toBeInTheDocument();
});

test('it is asked once for each paper, and for all of a scan at once', async () => {
  const near = vi.fn<Library['near']>(async () => ({}));
  const { nearPapers } = await show([], { near });
  const other = aPaper({ id: 'arxiv:2609.00009' });
  await nearPapers.add([paper, other]);
  await nearPapers.add([other]);
  await nearPapers.add([]);
  expect(near.mock.calls).toEqual([[[paper, other]]]);
});
