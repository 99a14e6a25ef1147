import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { WhySaved } from '../../components/WhySaved';
import type { Sighting } from '../../lib/paper';

const url = 'https://huggingface.co/papers';

/** The twelfth of November 2026, as the machine's own language has it. */
function dateHere(parts: Intl.DateTimeFormatOptions): string {
  return new Date(Date.UTC(2026, 10, 12)).toLocaleDateString(undefined, { year: 'numeric', timeZone: 'UTC', ...parts });
}

test.each<[string, Partial<Sighting>]>([
  [
    `Hugging Face, Daily Papers, ${dateHere({ day: 'numeric', month: 'long' })}, 3rd, 47 upvotes, 1 comment`,
    { list: 'Daily Papers', date: '2026-11-12', position: 3, counts: { upvotes: 47, comments: 1 } },
  ],
  [
    `Hugging Face, Machine Learning, Cross submissions, ${dateHere({ month: 'long' })}, 11th, cross-listed`,
    {
      list: 'Machine Learning',
      section: 'Cross submissions',
      date: '2026-11',
      position: 11,
      announcement: 'cross-list',
    },
  ],
  ['Hugging Face, 2026, 22nd, 2 stars', { date: '2026', position: 22, counts: { stars: 2 } }],
  ['Hugging Face', {}],
])('%s', (text, about) => {
  render(<WhySaved seen={{ site: 'Hugging Face', url, ...about }} />);
  expect(screen.getByText(text)).toBeVisible();
});
