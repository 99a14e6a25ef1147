import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { CopyAs } from '../../components/CopyAs';
import { library } from '../../lib/library/library';
import { aPaper } from '../papers';
import { emptyLibrary } from './library';

test('a paper is copied as BibTeX, as a link, as a citation', async () => {
  const user = userEvent.setup();
  render(<CopyAs paper={aPaper({ published: '2026-09-01' })} />);
  const button = screen.getByRole('button', { name: 'Copy as…' });
  expect(screen.queryByRole('button', { name: 'BibTeX' })).toBeNull();
  await user.click(button);
  await user.click(await screen.findByRole('button', { name: 'BibTeX' }));
  expect(await screen.findByText('Copied: BibTeX.')).toBeVisible();
  expect(await navigator.clipboard.readText()).toMatch(/^@\w+\{margin2026margins,[\s\S]*eprint = \{2609\.00001\}/);
  await user.click(screen.getByRole('button', { name: 'Markdown link' }));
  await screen.findByText('Copied: Markdown link.');
  expect(await navigator.clipboard.readText()).toBe(
    '[Margins Matter: Notes Beside Every Line](https://arxiv.org/abs/2609.00001)',
  );
  await user.click(screen.getByRole('button', { name: 'APA' }));
  await screen.findByText('Copied: APA.');
  expect(await navigator.clipboard.readText()).toMatch(/^Margin, A\., & Müller, B\. \(2026/);
  await user.click(button);
  expect(button).toHaveAttribute('aria-expanded', 'false');
  expect(screen.queryByRole('button', { name: 'BibTeX' })).toBeNull();
});

test('of two papers that would have the same BibTeX key, the later one has another', async () => {
  await emptyLibrary();
  const [first, second] = [1, 2].map((n) => aPaper({ id: `arxiv:2609.0000${n}`, published: '2026-09-01' }));
  await library.saveAll([first, second].filter((paper) => paper !== undefined));
  const user = userEvent.setup();
  render(<CopyAs paper={second ?? aPaper()} />);
  await user.click(screen.getByRole('button', { name: 'Copy as…' }));
  await user.click(await screen.findByRole('button', { name: 'BibLaTeX' }));
  expect(await screen.findByText('Copied: BibLaTeX.')).toBeVisible();
  expect(await navigator.clipboard.readText()).toMatch(/^@\w+\{margin2026marginsa,/);
});
