import { describe, expect, test, vi } from 'vitest';
import type { Library } from '../../../lib/library/contract';
import { SavedPapers } from '../../../lib/page/saved-papers';
import type { PaperId } from '../../../lib/paper';
import { fakeLibrary } from '../../components/fake-library';
import { aPaper } from '../../papers';

const paper = aPaper();

test('asks once for all papers of a scan', async () => {
  const library = fakeLibrary();
  const find = vi.spyOn(library, 'find');
  await new SavedPapers(library).add([aPaper({ id: 'arxiv:1' }), aPaper({ id: 'arxiv:2' }), aPaper({ id: 'arxiv:1' })]);
  expect(find.mock.calls).toEqual([[['arxiv:1', 'arxiv:2']]]);
});

test('does not ask for papers that the page does not show', async () => {
  const library = fakeLibrary();
  const savedPapers = new SavedPapers(library);
  await savedPapers.add([paper]);
  const find = vi.spyOn(library, 'find');
  await savedPapers.refresh(['arxiv:1']);
  expect(find).not.toHaveBeenCalled();
});

test('counts the saved papers on the page, each once, as entries come and go', async () => {
  const library = fakeLibrary();
  await library.save(paper);
  const savedPapers = new SavedPapers(library);
  await savedPapers.add([paper, aPaper({ id: 'arxiv:2' })]);
  await savedPapers.add([paper]);
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
  const first = savedPapers.add([paper]);
  const second = savedPapers.refresh();
  await vi.waitFor(() => expect(answers).toHaveLength(1));
  answers[0]?.({ [paper.id]: { id: paper.id, savedAt: 1, note: 'old' } });
  await first;
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  answers[1]?.({ [paper.id]: { id: paper.id, savedAt: 1, note: 'new' } });
  await second;
  expect(savedPapers.get(paper.id)?.note).toBe('new');
});

test('goes on after a call that failed', async () => {
  const library = fakeLibrary();
  const savedPapers = new SavedPapers(library);
  vi.spyOn(library, 'find').mockRejectedValueOnce(new Error('gone'));
  await expect(savedPapers.add([paper])).rejects.toThrow('gone');
  await library.save(paper);
  await savedPapers.refresh();
  expect(savedPapers.count).toBe(1);
});

describe('a paper with several identifiers', () => {
  const both = aPaper({ id: 's2:1', aliases: ['arxiv:1', 'doi:1'] });
  const savedAs = (id: PaperId) => ({ id, savedAt: 1 });

  test('is saved under any of them', async () => {
    const library = fakeLibrary();
    vi.spyOn(library, 'find').mockResolvedValue({ 'arxiv:1': savedAs('arxiv:1') });
    const savedPapers = new SavedPapers(library);
    await savedPapers.add([both]);
    expect(savedPapers.get('s2:1')).toEqual(savedAs('arxiv:1'));
    expect(library.find).toHaveBeenCalledWith(['s2:1', 'arxiv:1', 'doi:1']);
  });

  test('is asked for anew when it changed under another of them', async () => {
    const library = fakeLibrary();
    const savedPapers = new SavedPapers(library);
    await savedPapers.add([both]);
    const find = vi.spyOn(library, 'find');
    await savedPapers.refresh(['doi:1']);
    expect(find).toHaveBeenCalledTimes(1);
  });

  test('the library is told, once, of those that it does not know', async () => {
    const library = fakeLibrary();
    vi.spyOn(library, 'find').mockResolvedValue({ 'arxiv:1': savedAs('arxiv:1') });
    const sight = vi.spyOn(library, 'sight');
    const savedPapers = new SavedPapers(library);
    await savedPapers.add([both, aPaper({ id: 'arxiv:2', aliases: ['doi:2'] })]);
    await savedPapers.refresh();
    expect(sight.mock.calls).toEqual([[[both]]]);
  });

  test('the library is told nothing where it knows all of them, or none', async () => {
    const library = fakeLibrary();
    const sight = vi.spyOn(library, 'sight');
    const savedPapers = new SavedPapers(library);
    await savedPapers.add([both]);
    const record = savedAs('arxiv:1');
    vi.spyOn(library, 'find').mockResolvedValue({ 's2:1': record, 'arxiv:1': record, 'doi:1': record });
    await savedPapers.refresh();
    expect(sight).not.toHaveBeenCalled();
  });
});
