import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { HabitOptions } from '../../components/HabitOptions';
import { chosen } from './options';

const open = async (...settings: Parameters<typeof chosen>) => {
  const live = await chosen(...settings);
  const habits = ['keys', 'seen', 'bar', 'highlights', 'near', 'resurface'] as const;
  render(<HabitOptions title="On lists" habits={habits} settings={live} />);
  return { live, user: userEvent.setup() };
};

test.each([
  ['Keys', 'keys', /Stores which keys/],
  ['Seen before', 'seen', /Stores the papers’ identifiers/],
  ['Bar over the list', 'bar', /Stores on which sites/],
  ['Highlights', 'highlights', /Stores them, a few words around them/],
  ['From a while ago', 'resurface', /Stores in which week/],
] as const)(
  '%s can be switched off and on again, says what it stores, and what was done',
  async (name, setting, stores) => {
    const { live, user } = await open();
    const habit = screen.getByRole('switch', { name });
    expect(habit).toBeChecked();
    expect(habit).toHaveAccessibleDescription(stores);
    await user.click(habit);
    expect(await screen.findByText(`Off: ${name}.`)).toHaveRole('status');
    expect(habit).not.toBeChecked();
    expect(live.current[setting]).toBe(false);
    await user.keyboard(' ');
    expect(await screen.findByText(`On: ${name}.`)).toBeVisible();
    expect(live.current[setting]).toBe(true);
  },
);

test('what was switched off before is off', async () => {
  await open({ bar: false });
  expect(screen.getByRole('switch', { name: 'Bar over the list' })).not.toBeChecked();
});

test('what could not be saved is told, and stays as it was', async () => {
  const { user } = await open();
  vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('no room'));
  await user.click(screen.getByRole('switch', { name: 'Keys' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('no room');
  expect(screen.getByRole('switch', { name: 'Keys' })).toBeChecked();
});

test('that rows say what is near is off until it is wanted', async () => {
  const { live, user } = await open();
  const near = screen.getByRole('switch', { name: 'Near what you saved' });
  expect(near).not.toBeChecked();
  expect(near).toHaveAccessibleDescription(/stores nothing/);
  await user.click(near);
  expect(await screen.findByText('On: Near what you saved.')).toHaveRole('status');
  expect(live.current.near).toBe(true);
});
