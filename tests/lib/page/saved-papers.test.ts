import { expect, test, vi } from 'vitest';
import type { Library } from '../../../lib/library/contract';
import { SavedPapers } from '../../../lib/page/saved-papers';
import { fakeLibrary } from '../../components/fake-library';
import { aPaper } from '../../papers';

const paper = aPaper();

test('asks once for all papers of a scan', async () => {
  const library = fakeLibrary();
  const find = vi.spyOn(library, 'find');
  await new SavedPapers(library).add(['arxiv:1', 'arxiv:2', 'arxiv:1']);
  expect(find.mock.calls).toEqual([[['arxiv:1', 'arxiv:2']]]);
});

test('does not ask for papers that the page does not show', async () => {
  const library = fakeLibrary();
  const savedPapers = new SavedPapers(library);
  await savedPapers.add([paper.id]);
  const find = vi.spyOn(library, 'find');
  await savedPapers.refresh(['arxiv:1']);
  expect(find).not.toHaveBeenCalled();
});

test('counts the saved papers on the page, each once, as entries come and go', async () => {
  const library = fakeLibrary();
  await library.save(paper);
  const savedPapers = new SavedPapers(library);
  await savedPapers.add([paper.id, 'arxiv:2']);
  await savedPapers.add([paper.id]);
  expect(savedPapers.count).toBe(1);
  savedPapers.drop(paper.id);
  expect(savedPapers.count).toBe(1);
  savedPapers.drop(paper.id);
  expect(savedPapers.count).toBe(0);
});

test('an old answer never lands after a new one', async () => {
  const answers: ((found: Awaited<ReturnType<Library['find']>>) => void)[] = [];
  const library = { ...fakeLibrary(), find: () => new Promise<never>((resolve) => answers.push(resolve as never)) };
  const savedPapers = new SavedPapers(library);
  const first = savedPapers.add([paper.id]);
  const second = savedPapers.refresh();
  await vi.waitFor(() => expect(answers).toHaveLength(1));
  answers[0]?.({ [paper.id]: { savedAt: 1, note: 'old' } });
  await first;
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  answers[1]?.({ [paper.id]: { savedAt: 1, note: 'new' } });
  await second;
  expect(savedPapers.get(paper.id)?.note).toBe('new');
});

test('goes on after a call that failed', async () => {
  const library = fakeLibrary();
  const savedPapers = new SavedPapers(library);
  vi.spyOn(library, 'find').mockRejectedValueOnce(new Error('gone'));
  await expect(savedPapers.add([paper.id])).rejects.toThrow('gone');
  await library.save(paper);
  await savedPapers.refresh();
  expect(savedPapers.count).toBe(1);
});
