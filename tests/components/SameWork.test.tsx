import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { PaperList } from '../../components/PaperList';
import { db } from '../../lib/library/db';
import { library } from '../../lib/library/library';
import { aPaper } from '../papers';

const preprint = aPaper();
const published = aPaper({ id: 'doi:10.1000/margins', published: '2027', venue: 'Journal of Margins' });

beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
  await library.writeNote({ paper: preprint, text: 'read the proof' });
  await library.writeNote({ paper: published, text: 'cited in chapter 2' });
});

async function review() {
  const user = userEvent.setup();
  render(<PaperList library={library} open={() => {}} />);
  await user.click(await screen.findByText('1 pair of saved papers may be one work'));
  return { user, pair: within(await screen.findByRole('list', { name: 'Same work?' })) };
}

const saved = () => within(screen.getByRole('list', { name: 'Saved papers' }));
const titles = () => saved().getAllByRole('heading', { level: 2 });

test('shows both papers, their notes, and why they may be one', async () => {
  const { pair } = await review();
  expect(pair.getByText('arXiv, Machine Learning · arXiv:2609.00001')).toBeVisible();
  expect(pair.getByText('Journal of Margins, arXiv · doi:10.1000/margins')).toBeVisible();
  expect(pair.getByText('read the proof')).toBeVisible();
  expect(pair.getByText('cited in chapter 2')).toBeVisible();
  expect(pair.getByText('Same title; same first author, Ada Margin; 2026 and 2027.')).toBeVisible();
});

test('merges, and undoes it', async () => {
  const { user, pair } = await review();
  await user.click(pair.getByRole('button', { name: 'Same work, merge' }));
  await waitFor(() => expect(titles()).toHaveLength(1));
  expect(saved().getByText('read the proof')).toBeVisible();
  expect(saved().getByText('cited in chapter 2')).toBeVisible();
  expect(saved().getByText(/Also Journal of Margins, arXiv, doi:10.1000\/margins/)).toBeVisible();
  await waitFor(() => expect(screen.queryByText(/may be one work/)).toBeNull());
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(titles()).toHaveLength(2));
  expect(await screen.findByText(/may be one work/)).toBeVisible();
});

test('splits a merged paper much later', async () => {
  await library.merge([preprint.id, published.id]);
  const user = userEvent.setup();
  render(<PaperList library={library} open={() => {}} />);
  await user.click(await screen.findByRole('button', { name: 'Split again' }));
  await waitFor(() => expect(titles()).toHaveLength(2));
  expect(screen.getByText(`“${published.title}” is a paper of its own again.`)).toBeVisible();
});

test('leaves two works alone, and asks again when that is undone', async () => {
  const { user, pair } = await review();
  await user.click(pair.getByRole('button', { name: 'Two works' }));
  await waitFor(() => expect(screen.queryByText(/may be one work/)).toBeNull());
  await waitFor(() => expect(titles()).toHaveLength(2));
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('1 pair of saved papers may be one work')).toBeVisible();
});

test('says on which page two identifiers stood together', async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
  await library.save(preprint);
  await library.save({ ...published, title: 'Another title' });
  await library.sight([aPaper({ aliases: [published.id], seen: { site: 'DBLP', url: 'https://dblp.org/' } })]);
  const { pair } = await review();
  expect(pair.getByText('Stood as one entry on DBLP, under arXiv:2609.00001, doi:10.1000/margins.')).toBeVisible();
});
