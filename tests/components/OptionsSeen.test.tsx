import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { SeenOptions } from '../../components/SeenOptions';
import { db } from '../../lib/library/db';
import { library } from '../../lib/library/library';
import { chosen } from './options';

const today = () => Math.floor((Date.now() - new Date().getTimezoneOffset() * 60_000) / 86_400_000);

beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
  const ages = [0, 10, 40, 100, 400];
  await db.seen.bulkPut(ages.map((age) => ({ id: `arxiv:${age}` as const, first: 0, last: today() - age })));
});

const open = async (...settings: Parameters<typeof chosen>) => {
  const live = await chosen(...settings);
  render(<SeenOptions settings={live} library={library} />);
  await screen.findByText(/^5 identifiers of papers are remembered/);
  return { live, user: userEvent.setup() };
};
const choose = (what: string) =>
  userEvent.selectOptions(screen.getByRole('combobox', { name: 'What to forget' }), what);
const remembered = async () => (await db.seen.toArray()).map(({ id }) => id).toSorted();

test.each([
  ['Not seen for 30 days', 3, ['arxiv:0', 'arxiv:10']],
  ['Not seen for 90 days', 2, ['arxiv:0', 'arxiv:10', 'arxiv:40']],
  ['Not seen for 365 days', 1, ['arxiv:0', 'arxiv:10', 'arxiv:100', 'arxiv:40']],
  ['Everything', 5, []],
])('%s is forgotten with a second click', async (what, count, rest) => {
  const { user } = await open();
  await choose(what);
  const forget = screen.getByRole('button', { name: 'Forget' });
  await user.click(forget);
  await waitFor(() => expect(forget).toHaveAccessibleName(`Really forget ${count}?`));
  expect(screen.getByText('Press again to forget. There is no way back.')).toHaveRole('status');
  expect(await remembered()).toHaveLength(5);
  await user.click(forget);
  expect(await screen.findByText(count === 1 ? '1 is forgotten.' : `${count} are forgotten.`)).toHaveRole('status');
  expect(await remembered()).toEqual(rest);
  expect(forget).toHaveAccessibleName('Forget');
});

test.each(['Escape', 'leaving the button', 'another choice'])('%s takes the first click back', async (how) => {
  const { user } = await open();
  await user.click(screen.getByRole('button', { name: 'Forget' }));
  expect(await screen.findByRole('button', { name: 'Really forget 3?' })).toBeVisible();
  if (how === 'Escape') await user.keyboard('{Escape}');
  else if (how === 'leaving the button') await user.tab();
  else await choose('Everything');
  expect(screen.getByRole('button', { name: 'Forget' })).toBeVisible();
  expect(await remembered()).toHaveLength(5);
});

test('where nothing is that old, it says so', async () => {
  await db.seen.where('last').below(today()).delete();
  const live = await chosen();
  render(<SeenOptions settings={live} library={library} />);
  await screen.findByText(/^One identifier of a paper is remembered/);
  await userEvent.click(screen.getByRole('button', { name: 'Forget' }));
  expect(await screen.findByText('Nothing is as old as that.')).toHaveRole('status');
});

test('what could not be forgotten is told', async () => {
  const { user } = await open();
  vi.spyOn(library, 'forgetSeen').mockRejectedValueOnce(new Error('gone'));
  await choose('Everything');
  await user.click(screen.getByRole('button', { name: 'Forget' }));
  await user.click(await screen.findByRole('button', { name: 'Really forget 5?' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('gone');
  expect(await remembered()).toHaveLength(5);
});

test('sites on which something is hidden or shown are listed, and taken back', async () => {
  const { live, user } = await open({ hideSeen: ['arXiv', 'blog.example'], showHidden: ['arXiv'] });
  const hiding = within(screen.getByRole('list', { name: 'Papers seen before are not shown on' }));
  expect(hiding.getAllByRole('listitem')).toHaveLength(2);
  await user.click(hiding.getByRole('button', { name: 'Take back: show papers seen before on arXiv' }));
  expect(await screen.findByText('Papers seen before are shown on arXiv.')).toHaveRole('status');
  await user.click(screen.getByRole('button', { name: 'Take back: hide hidden papers on arXiv' }));
  expect(await screen.findByText('Hidden papers are not shown on arXiv.')).toHaveRole('status');
  expect(live.current).toMatchObject({ hideSeen: ['blog.example'], showHidden: [] });
  expect(screen.queryByRole('list', { name: 'Hidden papers are shown on' })).not.toBeInTheDocument();
});

test('where no site has a choice of its own, none is listed', async () => {
  await open();
  expect(screen.queryByRole('list')).not.toBeInTheDocument();
});
