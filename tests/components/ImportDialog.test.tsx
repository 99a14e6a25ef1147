import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ImportDialog } from '../../components/library/exchange/ImportDialog';
import type { ReadFile } from '../../lib/file-reader';
import type { FileRead, WholePaper } from '../../lib/formats/whole-paper';
import type { Library } from '../../lib/library/contract';
import { db } from '../../lib/library/db';
import { library } from '../../lib/library/library';
import { aPaper } from '../papers';
import { aNote, aWhole } from '../whole';
import { giveDialogs } from './dialogs';
import { emptyLibrary } from './library';

beforeEach(() => {
  giveDialogs();
  return emptyLibrary();
});

const mine = aPaper();
const other = aPaper({ id: 'arxiv:2609.00002', title: 'Columns' });

/** The window, where every file says this. */
function open(read: Partial<FileRead> | ReadFile, files?: File[], over: Partial<Library> = {}) {
  const readFile: ReadFile = typeof read === 'function' ? read : async () => ({ papers: [], unreadable: [], ...read });
  const close = vi.fn();
  render(<ImportDialog library={{ ...library, ...over }} {...{ readFile, files, close }} />);
  return { user: userEvent.setup(), close };
}

async function choose(user: ReturnType<typeof userEvent.setup>) {
  await user.upload(screen.getByLabelText('Choose a file'), new File(['…'], 'library.json'));
  await screen.findByRole('heading', { name: 'What would change' });
}

test('shows what would change before anything does, imports it, and undoes it', async () => {
  await library.writeNote({ paper: mine, text: 'mine' });
  const before = await db.notes.toArray();
  const { user, close } = open({ papers: [aWhole({ note: aNote('theirs') }), aWhole({ paper: other })] });
  await choose(user);
  await waitFor(() => expect(screen.getByRole('heading', { name: 'What would change' })).toHaveFocus());
  expect(screen.getByText('1 new paper')).toBeVisible();
  await user.click(screen.getByText('1 paper that you have, with something new'));
  expect(await screen.findByText('Changes: date saved, note.')).toBeVisible();
  const conflicts = screen.getByText('1 note that says something else here').closest('details');
  for (const text of ['mine', 'theirs', 'The note will have both, yours first.']) {
    expect(within(conflicts as HTMLElement).getByText(text)).toBeVisible();
  }
  expect(await db.notes.toArray()).toEqual(before);
  expect(await db.papers.count()).toBe(1);

  await user.click(screen.getByRole('button', { name: 'Import 2 papers' }));
  await screen.findByRole('heading', { name: 'Imported' });
  expect(screen.getByText('1 new paper')).toBeVisible();
  expect((await library.find([mine.id]))[mine.id]?.note).toBe('mine\n\ntheirs');
  await user.click(screen.getByRole('button', { name: 'Undo the import' }));
  await screen.findByRole('heading', { name: 'Undone' });
  expect(await db.notes.toArray()).toEqual(before);
  expect(await db.papers.count()).toBe(1);
  await user.click(
    within(screen.getByRole('heading', { name: 'Undone' }).parentElement as HTMLElement).getByText('Close'),
  );
  expect(close).toHaveBeenCalled();
});

test('what cannot be read is named, with its line and the reason', async () => {
  const unreadable = [{ line: 1234, reason: 'There is no title.', text: '@article{x' }];
  const { user } = open({ papers: [aWhole()], unreadable });
  await choose(user);
  expect(screen.getByText('1 part that cannot be read')).toBeVisible();
  expect(screen.getByText('Line 1,234 ·')).toBeVisible();
  expect(screen.getByText('There is no title.')).toBeVisible();
  expect(screen.getByText('@article{x')).toBeVisible();
});

test('a file that cannot be read at all changes nothing, and says so', async () => {
  const { user } = open(async () => {
    throw new Error('It is cut off in the middle.');
  });
  await choose(user);
  expect(screen.getByRole('alert')).toHaveTextContent('There is nothing in it to import.');
  expect(screen.getByText('It is cut off in the middle.')).toBeVisible();
  expect(screen.queryByRole('button', { name: /^Import/ })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Another file' }));
  expect(screen.getByRole('textbox', { name: 'Text, addresses or identifiers' })).toBeVisible();
});

test('a file that says nothing new is not imported', async () => {
  await library.save(mine);
  const [record] = await db.papers.toArray();
  const { user } = open({ papers: [aWhole({ savedAt: record?.savedAt ?? 0 })] });
  await choose(user);
  expect(screen.getByText('Your library has all of it. Nothing would change.')).toBeVisible();
  expect(screen.queryByRole('button', { name: /^Import/ })).toBeNull();
});

test('script-shaped titles are text', async () => {
  const title = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
  const { user } = open({ papers: [aWhole({ paper: { ...other, title } })] });
  await choose(user);
  await user.click(screen.getByText('1 new paper'));
  expect(await screen.findByText(title)).toBeVisible();
  expect(document.querySelector('dialog :is(img, script)')).toBeNull();
});

test('what is pasted is read, and what was dropped at once', async () => {
  const asked: string[] = [];
  const readFile: ReadFile = async ({ file, name }) => {
    asked.push(`${name}: ${await file.text()}`);
    return { papers: [aWhole()], unreadable: [] };
  };
  const { user } = open(readFile, [new File(['dropped'], 'a.bib'), new File(['too'], 'b.bib')]);
  await screen.findByRole('heading', { name: 'What would change' });
  await user.click(screen.getByRole('button', { name: 'Another file' }));
  await user.type(screen.getByRole('textbox'), 'arxiv:2609.00001{Control>}{Enter}{/Control}');
  await screen.findByRole('heading', { name: 'What would change' });
  expect(asked).toEqual(['a.bib: dropped', 'b.bib: too', 'Pasted text: arxiv:2609.00001']);
});

test('a long import shows how far it is, and can be stopped; what was imported is whole', async () => {
  const papers = Array.from({ length: 120 }, (_, i): WholePaper => {
    const id = `arxiv:2609.1${String(i).padStart(4, '0')}` as const;
    return aWhole({ paper: aPaper({ id, title: `Paper ${i}` }), note: aNote(`note ${i}`) });
  });
  let goOn = () => {};
  const gate = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const { user } = open({ papers }, undefined, {
    importBatch: async (batch) => {
      if (batch.batch > 0) await gate;
      return library.importBatch(batch);
    },
  });
  await choose(user);
  await user.click(screen.getByRole('button', { name: 'Import 120 papers' }));
  await screen.findByText('50 of 120');
  expect(screen.getByRole('progressbar', { name: 'Papers imported' })).toHaveAttribute('value', '50');
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  goOn();
  await screen.findByText(/^Stopped\./);
  const count = await db.papers.count();
  expect(count).toBeLessThan(120);
  expect(await db.notes.count()).toBe(count);
});

test('an import whose page was closed is there to be undone', async () => {
  const importId = crypto.randomUUID();
  await library.importBatch({ importId, name: 'half.json', batch: 0, papers: [aWhole()] });
  const { user } = open({});
  expect(await screen.findByText(/half\.json.*stopped in the middle/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Undo the import of half.json' }));
  await screen.findByRole('heading', { name: 'Undone' });
  expect(await db.papers.count()).toBe(0);
});

test('bookmarks are read with the user’s leave only, and only those that are papers', async () => {
  const getTree = vi.fn(async () => [
    {
      title: '',
      children: [
        { title: '[2609.00001] Margins Matter', url: 'https://arxiv.org/abs/2609.00001v2', dateAdded: 5 },
        { title: 'Margins Matter', url: 'https://arxiv.org/pdf/2609.00001', dateAdded: 3 },
        { title: 'News', url: 'https://example.org/news' },
        { title: 'Folder', children: [{ title: 'A script', url: 'javascript:alert(1)' }] },
      ],
    },
  ]);
  let leave = false;
  Object.assign(fakeBrowser, {
    bookmarks: { getTree },
    permissions: { request: async () => leave, remove: async () => true },
  });
  const { user } = open({});
  await user.click(screen.getByRole('button', { name: 'Look through my bookmarks' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('bookmarks stay unread');
  expect(getTree).not.toHaveBeenCalled();
  leave = true;
  await user.click(screen.getByRole('button', { name: 'Look through my bookmarks' }));
  await screen.findByRole('heading', { name: 'What would change' });
  await user.click(screen.getByRole('button', { name: 'Import 1 paper' }));
  await waitFor(async () => expect(await db.papers.toArray()).toHaveLength(1));
  expect((await db.papers.toArray())[0]).toMatchObject({ paper: { title: 'Margins Matter' }, savedAt: 3 });
});
