import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { RuleReason } from '../../components/RuleReason';
import { compileRules, type Matches, type Rule } from '../../lib/rules';
import { aPaper } from '../papers';

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
