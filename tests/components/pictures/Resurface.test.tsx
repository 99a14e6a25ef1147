import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import Resurface from '../../../components/pictures/Resurface';
import { db } from '../../../lib/library/db';
import { library } from '../../../lib/library/library';
import type { LiveSettings } from '../../../lib/settings';
import { aPaper } from '../../papers';
import { chosen } from '../options';

const week = 7 * 86_400_000;
const old = aPaper({ id: 'arxiv:2609.00001', title: 'Saved and forgotten' });
const good = aPaper({ id: 'arxiv:2609.00002', title: 'Worth another look' });
let settings: LiveSettings;

beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
  await library.save(old);
  await library.mark({ paper: good, change: { status: 'read', rating: 5 } });
  settings = await chosen();
});

const later = (weeks: number) => Date.now() + weeks * week;
const strip = () => screen.findByRole('region', { name: 'From a while ago' });
const opener = () => screen.findByRole('button', { name: 'From a while ago' });

test('shows old papers with the reason to who looks, and opens them', async () => {
  const onOpen = vi.fn();
  const user = userEvent.setup();
  render(<Resurface {...{ settings, onOpen }} now={later(20)} />);
  expect(within(await strip()).queryByRole('listitem')).not.toBeInTheDocument();
  await user.click(await opener());
  const items = within(await strip()).getAllByRole('listitem');
  expect(items.map(({ textContent }) => textContent).toSorted()).toEqual([
    expect.stringMatching(/^Saved and forgotten unread since \w+ \d{4}$/),
    'Worth another look 5 of 5 stars',
  ]);
  await user.click(screen.getByRole('button', { name: old.title }));
  expect(onOpen).toHaveBeenCalledWith(old.id);
});

test('“Not now” puts them off for this week only, and can be taken back', async () => {
  const user = userEvent.setup();
  const { unmount } = render(<Resurface settings={settings} onOpen={() => {}} now={later(20)} />);
  await user.click(await opener());
  await user.click(screen.getByRole('button', { name: 'Not now' }));
  expect(await screen.findByText('Not this week.')).toBeVisible();
  expect(screen.queryByRole('listitem')).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Show again' })).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('button', { name: old.title })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Not now' }));
  await screen.findByText('Not this week.');
  unmount();

  render(
    <>
      <div data-testid="this week">
        <Resurface settings={settings} onOpen={() => {}} now={later(20)} />
      </div>
      <Resurface settings={settings} onOpen={() => {}} now={later(21)} />
    </>,
  );
  expect(await strip()).toBeVisible();
  expect(screen.getByTestId('this week')).toBeEmptyDOMElement();
});
