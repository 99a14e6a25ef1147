import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { KeyOptions } from '../../components/KeyOptions';
import { keyActions } from '../../lib/keys';
import { chosen } from './options';

const open = async (...settings: Parameters<typeof chosen>) => {
  const live = await chosen(...settings);
  render(<KeyOptions settings={live} />);
  return { live, user: userEvent.setup() };
};
const change = (name: string) => screen.getByRole('button', { name: `Change: ${name}` });
const keyFor = (name: string) =>
  within(screen.getByRole('rowheader', { name }).closest('tr') as HTMLElement).getAllByRole('cell')[0]?.textContent;
const said = (text: string) => screen.findByText(text, { selector: '[role="status"]' });

test('every action is there, with its key', async () => {
  await open({ keyMap: { hide: 'h', cite: '' } });
  expect(screen.getAllByRole('rowheader')).toHaveLength(keyActions.length);
  expect([keyFor('Next paper'), keyFor('Hide, or show again'), keyFor('Copy the citation')]).toEqual([
    'j',
    'h',
    'none',
  ]);
});

test('the next key that is pressed is the new one, and the focus comes back', async () => {
  const { live, user } = await open();
  await user.click(change('Next paper'));
  expect(screen.getByRole('textbox', { name: 'New key: Next paper' })).toHaveFocus();
  await user.keyboard('i');
  expect(await said('Next paper: i.')).toBeVisible();
  expect(keyFor('Next paper')).toBe('i');
  expect(live.current.keyMap).toEqual({ next: 'i' });
  expect(change('Next paper')).toHaveFocus();
  await user.keyboard('{Enter}j');
  expect(await said('Next paper: j.')).toBeVisible();
  expect(live.current.keyMap).toEqual({});
});

test('a capital is another key', async () => {
  const { live, user } = await open();
  await user.click(change('Next paper'));
  await user.keyboard('{Shift>}J{/Shift}');
  await said('Next paper: J.');
  expect(live.current.keyMap).toEqual({ next: 'J' });
});

test('Escape leaves the key as it is', async () => {
  const { live, user } = await open();
  await user.click(change('Next paper'));
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  expect(change('Next paper')).toHaveFocus();
  expect(live.current.keyMap).toEqual({});
});

test.each([
  ['{Control>}i{/Control}', /belong to the browser/],
  ['{Alt>}i{/Alt}', /belong to the browser/],
  ['{Meta>}i{/Meta}', /belong to the browser/],
  ['{Enter}', /use of its own/],
  [' ', /use of its own/],
  ['{ArrowDown}', /use of its own/],
  ['{F2}', /use of its own/],
])('%s is refused, and another can be pressed', async (keys, why) => {
  const { live, user } = await open();
  await user.click(change('Next paper'));
  await user.keyboard(keys);
  expect(screen.getByRole('alert')).toHaveTextContent(why);
  expect(live.current.keyMap).toEqual({});
  await user.keyboard('i');
  await said('Next paper: i.');
});

test('a key that is in use can be swapped', async () => {
  const { live, user } = await open();
  await user.click(change('Next paper'));
  await user.keyboard('s');
  expect(screen.getByRole('alert')).toHaveTextContent('s is the key of “Save, or remove”.');
  expect(live.current.keyMap).toEqual({});
  await user.click(screen.getByRole('button', { name: 'Swap their keys' }));
  expect(await said('Next paper: s. Save, or remove: j.')).toBeVisible();
  expect(live.current.keyMap).toEqual({ next: 's', save: 'j' });
  expect(change('Next paper')).toHaveFocus();
});

test('or left, or another one taken instead', async () => {
  const { live, user } = await open();
  await user.click(change('Next paper'));
  await user.keyboard('s');
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(live.current.keyMap).toEqual({});
  await user.click(change('Next paper'));
  await user.keyboard('si');
  await said('Next paper: i.');
  expect(live.current.keyMap).toEqual({ next: 'i' });
});

test('its own key again is no news', async () => {
  const { live, user } = await open();
  await user.click(change('Next paper'));
  await user.keyboard('j');
  await said('Next paper: j.');
  expect(live.current.keyMap).toEqual({});
});

test('an action can have no key, whose key is then free; swapping with it leaves none', async () => {
  const { live, user } = await open();
  await user.click(screen.getByRole('button', { name: 'No key: Save, or remove' }));
  expect(await said('Save, or remove: no key.')).toBeVisible();
  expect(change('Save, or remove')).toHaveFocus();
  await user.click(change('Next paper'));
  await user.keyboard('s');
  await said('Next paper: s.');
  await user.click(change('Save, or remove'));
  await user.keyboard('k');
  await user.click(screen.getByRole('button', { name: 'Swap their keys' }));
  expect(await said('Save, or remove: k. Previous paper: no key.')).toBeVisible();
  expect(live.current.keyMap).toEqual({ next: 's', save: 'k', previous: '' });
});

test('all can be as usual again, and that can be undone', async () => {
  const { live, user } = await open({ keyMap: { next: 'i', save: '' } });
  await user.click(screen.getByRole('button', { name: 'All keys as usual' }));
  expect(await said('All keys are as usual.')).toBeVisible();
  expect(live.current.keyMap).toEqual({});
  expect(screen.queryByRole('button', { name: 'All keys as usual' })).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await said('Undone.');
  expect(live.current.keyMap).toEqual({ next: 'i', save: '' });
});
