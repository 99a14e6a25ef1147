import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Calendar } from '../../../components/pictures/Calendar';
import { calendarOf } from '../../../lib/pictures/calendar';
import { aRow, now, on } from './rows';

const rows = [
  aRow({ savedAt: on(6, 3) }),
  aRow({ savedAt: on(6, 3), status: 'read', statusAt: on(6, 4) }),
  aRow({ savedAt: on(11, 2), status: 'reading', statusAt: on(11, 3) }),
  aRow({ savedAt: on(2, 29, 2024) }),
];

function show() {
  const onFilter = vi.fn();
  render(<Calendar {...{ days: calendarOf(rows), onFilter, now }} />);
  return { onFilter, user: userEvent.setup() };
}
const day = (name: RegExp) => screen.getByRole('button', { name });

test('each day on which something happened is a button that says what, and finds it', async () => {
  const { onFilter, user } = show();
  await user.click(day(/June 3, 2026: 2 saved$/));
  expect(onFilter).toHaveBeenLastCalledWith('saved:2026-06-03');
  await user.click(day(/June 4, 2026: 1 read$/));
  expect(onFilter).toHaveBeenLastCalledWith('read:2026-06-04');
  expect(screen.queryByRole('button', { name: /November 3/ })).not.toBeInTheDocument();
  expect(screen.getByText('3 saved, 1 read.')).toBeVisible();
});

test('the days are one stop of the Tab key: the latest', async () => {
  const { onFilter, user } = show();
  await user.tab();
  await user.tab();
  await user.tab();
  expect(day(/November 2/)).toHaveFocus();
  await user.keyboard('{Home}');
  expect(day(/June 3/)).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(onFilter).toHaveBeenCalledWith('saved:2026-06-03');
  await user.tab();
  expect(document.body).toHaveFocus();
  await user.tab({ shift: true });
  expect(day(/June 3/)).toHaveFocus();
});

test('another year is chosen', async () => {
  const { user } = show();
  expect(screen.queryByRole('button', { name: /2024/ })).not.toBeInTheDocument();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Which days' }), '2024');
  expect(day(/February 29, 2024: 1 saved$/)).toBeVisible();
  expect(screen.queryByRole('button', { name: /2026:/ })).not.toBeInTheDocument();
});

test('the table has the same, and finds the same', async () => {
  const { onFilter, user } = show();
  await user.click(screen.getByRole('button', { name: 'Table', pressed: false }));
  const table = screen.getByRole('table', { name: 'Saved and read, by day' });
  const cells = within(table)
    .getAllByRole('row')
    .map((row) => [...row.children].map(({ textContent }) => textContent));
  expect(cells).toEqual([
    ['Day', 'Saved', 'Read'],
    ['November 2, 2026', '1', '0'],
    ['June 4, 2026', '0', '1'],
    ['June 3, 2026', '2', '0'],
  ]);
  await user.click(day(/June 4, 2026: 1 read/));
  expect(onFilter).toHaveBeenCalledWith('read:2026-06-04');
  expect(screen.queryByRole('group')).not.toBeInTheDocument();
});
