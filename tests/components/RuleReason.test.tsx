import { act, render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { EntryControls } from '../../components/EntryControls';
import { RuleReason } from '../../components/RuleReason';
import { RuleMatches } from '../../lib/page/rules';
import { SavedPapers } from '../../lib/page/saved-papers';
import { PageTheme } from '../../lib/page/theme';
import { compileRules, type Matches, type Rule } from '../../lib/rules';
import { LiveSettings } from '../../lib/settings';
import { aPaper } from '../papers';
import { fakeLibrary } from './fake-library';

const rule = (act: Rule['act'], text: string): Rule => ({ id: text, act, field: 'words', text });
const matchesOf = (title: string, ...rules: Rule[]) => compileRules(rules)(aPaper({ title })) as Matches;

test('says what it was that a rule found, in the words of the paper', () => {
  render(<RuleReason matches={matchesOf('Muted Pigments', rule('mute', 'pig*'))} />);
  expect(screen.getByText('Muted: Pigments')).toBeVisible();
});

test('where both are found, says why the paper is followed', () => {
  render(<RuleReason matches={matchesOf('Ink on paper', rule('mute', 'ink'), rule('follow', 'paper'))} />);
  expect(screen.getByText('Follows: paper')).toBeVisible();
  expect(screen.queryByText(/Muted/)).not.toBeInTheDocument();
});

test('says each reason once, and not more than a few', () => {
  const rules = ['a', 'a*', 'b', 'c', 'd'].map((text) => rule('follow', text));
  render(<RuleReason matches={matchesOf('a b c d', ...rules)} />);
  expect(screen.getByText('Follows: a, b, c, …')).toBeVisible();
});

test('a row shows the reason as soon as it is known, and no longer than it holds', async () => {
  const { signal } = new AbortController();
  const settings = new LiveSettings(signal);
  const rules = new RuleMatches(settings, signal);
  const library = fakeLibrary();
  const paper = aPaper();
  rules.add([paper]);
  render(
    <EntryControls {...{ paper, library, rules }} savedPapers={new SavedPapers(library)} theme={new PageTheme()} />,
  );
  expect(screen.queryByText(/Follows/)).not.toBeInTheDocument();
  await act(() => settings.change({ rules: [rule('follow', 'notes')] }));
  expect(await screen.findByText('Follows: Notes')).toBeVisible();
  await act(() => settings.change({ rules: [] }));
  await vi.waitFor(() => expect(screen.queryByText(/Follows/)).not.toBeInTheDocument());
});
