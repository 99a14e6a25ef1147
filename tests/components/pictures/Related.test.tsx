import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import Related from '../../../components/pictures/Related';
import { db } from '../../../lib/library/db';
import { library } from '../../../lib/library/library';
import type { PaperId } from '../../../lib/paper';
import { aPaper } from '../../papers';

const folding = aPaper({ id: 'arxiv:2609.00001', title: 'Protein folding with graph networks' });
const graphs = aPaper({ id: 'arxiv:2609.00002', title: 'Graph networks, protein by protein' });
const knots = aPaper({ id: 'arxiv:2609.00003', title: 'Knots untied' });

beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
  for (const paper of [folding, graphs, knots]) await library.save(paper);
});

async function show(id: PaperId) {
  const [onOpen, onFilter] = [vi.fn(), vi.fn()];
  const { rerender } = render(<Related {...{ id, onOpen, onFilter }} />);
  return { onOpen, onFilter, rerender, user: userEvent.setup() };
}

test('shows the nearest papers with the words that made the match; they open, and the words are found', async () => {
  const { onOpen, onFilter, user } = await show(folding.id);
  const region = screen.getByRole('region', { name: 'Related papers' });
  await user.click(await within(region).findByRole('button', { name: graphs.title }));
  expect(onOpen).toHaveBeenCalledWith(graphs.id);
  expect(within(region).getAllByRole('listitem')).toHaveLength(1);
  await user.click(within(region).getByRole('button', { name: 'Find “protein”' }));
  expect(onFilter).toHaveBeenCalledWith('protein');
});

test('says so when there is none; a paper that was saved meanwhile is compared too', async () => {
  const { rerender } = await show(knots.id);
  expect(await screen.findByText('No other saved paper is like this one.')).toBeVisible();
  const ropes = aPaper({ id: 'arxiv:2609.00004', title: 'Knots of rope' });
  await library.save(ropes);
  rerender(<Related id={ropes.id} onOpen={() => {}} onFilter={() => {}} />);
  expect(await screen.findByRole('button', { name: knots.title })).toBeVisible();
});
