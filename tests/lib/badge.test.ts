import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { followSavedOnPage } from '../../lib/badge';
import { SavedPapers } from '../../lib/page/saved-papers';
import { fakeLibrary } from '../components/fake-library';
import { aPaper } from '../papers';

const paper = aPaper();
let savedPapers: SavedPapers;
let sent: unknown[];
let end: AbortController;

beforeEach(async () => {
  sent = [];
  Object.assign(fakeBrowser.runtime, { sendMessage: async (message: unknown) => sent.push(message) });
  const library = fakeLibrary();
  await library.save(paper);
  savedPapers = new SavedPapers(library);
  end = new AbortController();
  followSavedOnPage(savedPapers, end.signal);
  await savedPapers.add([paper]);
});
afterEach(() => end.abort());

const pageShow = (persisted: boolean) => window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));

test('a number is told once, until there is another', async () => {
  await savedPapers.refresh();
  expect(sent).toEqual([{ savedOnPage: 1 }]);
  savedPapers.drop(paper.id);
  expect(sent.at(-1)).toEqual({ savedOnPage: 0 });
});

test('a page that comes back tells its number again: the browser has cleared it', () => {
  pageShow(false);
  expect(sent).toHaveLength(1);
  pageShow(true);
  expect(sent).toEqual([{ savedOnPage: 1 }, { savedOnPage: 1 }]);
});

test('an updated extension is told nothing', () => {
  vi.spyOn(fakeBrowser.runtime, 'id', 'get').mockReturnValue(undefined as never);
  pageShow(true);
  expect(sent).toHaveLength(1);
});
