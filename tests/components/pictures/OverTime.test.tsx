import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { OverTime } from '../../../components/pictures/OverTime';
import { overTime } from '../../../lib/pictures/over-time';
import { aRow } from './rows';

const rows = [
  aRow({ venue: 'NeurIPS', year: 2023, tags: ['graphs', 'to “cite”'] }),
  aRow({ venue: 'NeurIPS', year: 2023, tags: ['graphs'] }),
  aRow({ venue: 'ICML', year: 2025 }),
  aRow({}),
];

function show(others: typeof rows = []) {
  const onFilter = vi.fn();
  const all = [...rows, ...others];
  render(<OverTime all={{ venue: overTime(all, 'venue'), tag: overTime(all, 'tag') }} onFilter={onFilter} />);
  return { onFilter, user: userEvent.setup() };
}
const button = (name: string) => screen.getByRole('button', { name });

test('a bar says venue, year and number, and finds these papers', async () => {
  const { onFilter, user } = show();
  await user.click(button('NeurIPS, 2023: 2 papers'));
  expect(onFilter).toHaveBeenLastCalledWith('venue:"NeurIPS" year:2023');
  await user.click(button('NeurIPS 2 papers'));
  expect(onFilter).toHaveBeenLastCalledWith('venue:"NeurIPS"');
  await user.click(button('No venue, No year: 1 paper'));
  expect(onFilter).toHaveBeenLastCalledWith('-has:venue -has:year');
  expect(screen.queryByRole('button', { name: /ICML, 2023/ })).not.toBeInTheDocument();
});

test('by tag, the same', async () => {
  const { onFilter, user } = show();
  await user.selectOptions(screen.getByRole('combobox', { name: 'By what' }), 'Tag');
  await user.click(button('graphs, 2023: 2 papers'));
  expect(onFilter).toHaveBeenLastCalledWith('tag:"graphs" year:2023');
  await user.click(button('to “cite” 1 paper'));
  expect(onFilter).toHaveBeenLastCalledWith('tag:"to cite"');
});

test('the table has every bar, and finds the same', async () => {
  const { onFilter, user } = show();
  const bars = screen.getAllByRole('button', { name: /, .*: / }).map((bar) => bar.getAttribute('aria-label'));
  await user.click(button('Table'));
  const table = screen.getByRole('table', { name: 'Papers over the years' });
  const cells = within(table)
    .getAllByRole('row')
    .map((row) => [...row.children].map(({ textContent }) => textContent));
  expect(cells).toEqual([
    ['Venue', 'Papers', '2023', '2024', '2025', 'No year'],
    ['NeurIPS', '2', '2', '0', '0', '0'],
    ['ICML', '1', '0', '0', '1', '0'],
    ['No venue', '1', '0', '0', '0', '1'],
  ]);
  expect(
    within(table)
      .getAllByRole('button', { name: /, .*: / })
      .map((cell) => cell.getAttribute('aria-label')),
  ).toEqual(bars);
  await user.click(button('ICML, 2025: 1 paper'));
  expect(onFilter).toHaveBeenCalledWith('venue:"ICML" year:2025');
});

test('of many venues, the largest are shown until all are asked for', async () => {
  const { user } = show(Array.from({ length: 20 }, (_, i) => aRow({ venue: `Venue ${i + 1} of many`, year: 2024 })));
  expect(screen.queryByRole('button', { name: 'Venue 20 of many 1 paper' })).not.toBeInTheDocument();
  await user.click(button('Show all 23'));
  expect(button('Venue 20 of many 1 paper')).toBeVisible();
  await user.click(button('Show fewer'));
  expect(button('NeurIPS 2 papers')).toBeVisible();
});
