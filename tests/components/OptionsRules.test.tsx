import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { RuleOptions } from '../../components/RuleOptions';
import type { Rule } from '../../lib/rules';
import { chosen } from './options';

const ada: Rule = { id: '1', act: 'follow', field: 'author', text: 'Ada Margin' };
const survey: Rule = { id: '2', act: 'mute', field: 'words', text: 'survey' };
const numbered = (count: number) =>
  Array.from({ length: count }, (_, n): Rule => ({ ...survey, id: `${n}`, text: `word ${n}` }));

const open = async (...rules: Rule[]) => {
  const live = await chosen({ rules });
  render(<RuleOptions settings={live} />);
  return { live, user: userEvent.setup() };
};
const form = () => within(screen.getByRole('form', { name: 'New rule' }));
const text = () => form().getByRole('textbox', { name: 'What to look for' });
const rulesShown = () => screen.queryAllByRole('listitem').map((item) => item.querySelector('bdi')?.textContent);
const said = (words: string) => screen.findByText(words, { selector: '[role="status"]' });

test('a rule is added by keyboard alone, and the next one can be typed', async () => {
  const { live, user } = await open();
  await user.selectOptions(form().getByRole('combobox', { name: 'Follow or mute' }), 'Mute');
  await user.selectOptions(form().getByRole('combobox', { name: 'By what' }), 'subject');
  expect(text()).toHaveAccessibleDescription(/A code, such as cs.LG/);
  await user.type(text(), ' cs.CR {Enter}');
  expect(await said('Added: Mute, subject: cs.CR.')).toBeVisible();
  expect(live.current.rules).toEqual([
    { id: expect.stringMatching(/^[\da-f-]{36}$/), act: 'mute', field: 'subject', text: 'cs.CR' },
  ]);
  expect(text()).toHaveFocus();
  expect(text()).toHaveValue('');
  await user.keyboard('cs.DB');
  await user.click(form().getByRole('button', { name: 'Add' }));
  await said('Added: Mute, subject: cs.DB.');
  expect(rulesShown()).toEqual(['cs.DB', 'cs.CR']);
});

test.each([
  ['follow', 'author', 'margin, ada', '“Ada Margin” is followed already. Edit that rule instead.'],
  ['mute', 'author', 'Ada Margin', '“Ada Margin” is followed already. Edit that rule instead.'],
  ['follow', 'words', '"SURVEY"', '“survey” is muted already. Edit that rule instead.'],
  ['follow', 'words', ' * ', 'Write what to look for, with a letter or a digit in it.'],
])('%s %s %s is refused', async (act, field, typed, why) => {
  const { live, user } = await open(ada, survey);
  await user.selectOptions(
    form().getByRole('combobox', { name: 'Follow or mute' }),
    act === 'follow' ? 'Follow' : 'Mute',
  );
  await user.selectOptions(form().getByRole('combobox', { name: 'By what' }), field);
  await user.type(text(), `${typed}{Enter}`);
  expect(screen.getByRole('alert')).toHaveTextContent(why);
  expect(text()).toBeInvalid();
  expect(text()).toHaveFocus();
  expect(live.current.rules).toEqual([ada, survey]);
  await user.keyboard('s');
  expect(screen.getByRole('alert')).toBeEmptyDOMElement();
  expect(text()).toBeValid();
});

test('a rule is edited in its place', async () => {
  const { live, user } = await open(ada, survey);
  await user.click(screen.getByRole('button', { name: 'Edit: Follow, author: Ada Margin' }));
  const edited = within(screen.getByRole('form', { name: 'Edit: Ada Margin' }));
  const field = edited.getByRole('textbox', { name: 'What to look for' });
  expect(field).toHaveFocus();
  await user.clear(field);
  await user.selectOptions(edited.getByRole('combobox', { name: 'By what' }), 'words');
  await user.type(field, 'Survey{Enter}');
  expect(edited.getByRole('alert')).toHaveTextContent('“survey” is muted already.');
  await user.type(field, 's{Enter}');
  expect(await said('Saved: Follow, words: Surveys.')).toBeVisible();
  expect(live.current.rules).toEqual([{ ...ada, field: 'words', text: 'Surveys' }, survey]);
  expect(screen.getByRole('button', { name: 'Edit: Follow, words: Surveys', expanded: false })).toHaveFocus();
});

test('to save a rule as it is is no duplicate; Escape changes nothing', async () => {
  const { live, user } = await open(ada);
  const edit = screen.getByRole('button', { name: 'Edit: Follow, author: Ada Margin' });
  await user.click(edit);
  await user.keyboard('{Enter}');
  await said('Saved: Follow, author: Ada Margin.');
  await user.click(edit);
  await user.keyboard('x{Escape}');
  expect(screen.queryByRole('form', { name: 'Edit: Ada Margin' })).not.toBeInTheDocument();
  expect(edit).toHaveFocus();
  expect(live.current.rules).toEqual([ada]);
});

test('what was removed comes back to its place', async () => {
  const { live, user } = await open(survey, ada);
  await user.click(screen.getByRole('button', { name: 'Remove: Mute, words: survey' }));
  expect(await said('Removed: Mute, words: survey.')).toBeVisible();
  expect(live.current.rules).toEqual([ada]);
  expect(screen.getByRole('button', { name: 'Undo' })).toHaveFocus();
  await user.keyboard('{Enter}');
  await said('Undone.');
  expect(live.current.rules).toEqual([survey, ada]);
});

test('a few rules need no search', async () => {
  await open(...numbered(10));
  expect(screen.queryByRole('searchbox')).not.toBeInTheDocument();
});

test('among 200 rules one is found, and removed', async () => {
  const { live, user } = await open(...numbered(200));
  await user.type(screen.getByRole('searchbox', { name: 'Find a rule' }), 'WÓRD 17');
  expect(rulesShown()).toEqual(['word 17', ...Array.from({ length: 10 }, (_, n) => `word 17${n}`)]);
  expect(await said('11 of 200')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Remove: Mute, words: word 175' }));
  await said('10 of 199');
  expect(live.current.rules.map(({ text }) => text)).not.toContain('word 175');
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await said('11 of 200');
  expect(live.current.rules[175]?.text).toBe('word 175');
});
