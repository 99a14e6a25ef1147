import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { CheckOptions } from '../../components/safety/CheckOptions';
import { db } from '../../lib/library/db';
import { library } from '../../lib/library/library';
import { tendIndex } from '../../lib/library/search-upkeep';
import { aPaper } from '../papers';
import { emptyLibrary } from './library';

const paper = aPaper();

beforeEach(async () => {
  await emptyLibrary();
  await library.writeNote({ paper, text: 'read the proof' });
  await tendIndex({ all: true });
});

test('a library in order is said to be so', async () => {
  render(<CheckOptions library={library} />);
  await userEvent.click(screen.getByRole('button', { name: 'Check the library' }));
  expect(await screen.findByText(/^All is well/)).toBeVisible();
  expect(screen.queryByRole('list')).toBeNull();
});

test('what is wrong is said in words, with what would be done; and is mended when asked', async () => {
  await db.aliases.delete(paper.id);
  render(<CheckOptions library={library} />);
  await userEvent.click(screen.getByRole('button', { name: 'Check the library' }));
  const item = await screen.findByRole('listitem');
  expect(item).toHaveTextContent('1 paper cannot be found by its identifier.');
  expect(item).toHaveTextContent(`They get it back. (${paper.id})`);
  expect(await db.aliases.count()).toBe(0);
  await userEvent.click(screen.getByRole('button', { name: 'Mend what can be mended' }));
  expect(await screen.findByText(/^All is well/)).toBeVisible();
  expect((await library.find([paper.id]))[paper.id]?.note).toBe('read the proof');
});

test('what cannot be mended without a loss is left alone', async () => {
  await db.noteVersions.add({ id: 'v', noteId: 'gone', text: 'old words', writtenAt: 1, replacedAt: 2 });
  render(<CheckOptions library={library} />);
  await userEvent.click(screen.getByRole('button', { name: 'Check the library' }));
  expect(await screen.findByRole('listitem')).toHaveTextContent('1 earlier version has no note.');
  expect(screen.queryByRole('button', { name: 'Mend what can be mended' })).toBeNull();
});
