import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Formula } from '../../components/Formula';

async function shown(tex: string, isDisplay = false): Promise<Element> {
  const { container } = render(<Formula {...{ tex, isDisplay }} />);
  await expect.poll(() => container.querySelector('math, .hint')).not.toBeNull();
  return container;
}

test('a formula is MathML; its source is gone', async () => {
  const formula = await shown('\\frac{a}{b} + a_1*b_2*c');
  expect(formula.querySelector('math mfrac')).not.toBeNull();
  expect(formula.querySelector('math')?.getAttribute('display')).toBeNull();
  expect(screen.queryByText('$', { exact: false })).toBeNull();
});

test('letters have the styles that browsers know', async () => {
  const tex =
    '\\mathbb{ER1} \\mathcal{LX} \\mathbf{v\\Omega} \\mathfrak{gC} \\boldsymbol{\\alpha} \\mathtt{x} \\mathrm{d}';
  const formula = await shown(tex);
  const letters = [...formula.querySelectorAll('mi, mn')].map(({ textContent }) => textContent).join(' ');
  expect(letters).toBe('𝔼 ℝ 𝟙 ℒ 𝒳 𝐯 𝛀 𝔤 ℭ 𝜶 𝚡 d');
  expect([...formula.querySelectorAll('[mathvariant]')].map((element) => element.outerHTML)).toEqual([
    expect.stringContaining('mathvariant="normal"'),
  ]);
});

test('on lines of its own it is larger', async () => {
  const formula = await shown('\\sum_{i=1}^n i', true);
  expect(formula.querySelector('math')?.getAttribute('display')).toBe('block');
});

test.each([
  ['an open group', '\\frac{a'],
  ['an unknown command', '\\unknown'],
  ['a brace too many', '}'],
  ['a macro without end', '\\def\\x{\\x\\x}\\x'],
  ['too deep', '{'.repeat(4000)],
  ['too long', 'x'.repeat(6000)],
])('what is no formula stays as it was typed: %s', async (_, tex) => {
  const formula = await shown(tex);
  expect(screen.getByText('cannot be shown as a formula')).toBeVisible();
  expect(formula.querySelector('code')?.textContent).toBe(`$${tex}$`);
  expect(formula.querySelector('math')).toBeNull();
});

test.each([
  '\\href{javascript:alert(1)}{x}',
  '\\url{https://tracker.example}',
  '\\includegraphics{https://tracker.example/a.png}',
  '\\htmlStyle{position: fixed}{x}',
  '\\htmlData{x=y}{x}',
])('a formula leads nowhere, fetches nothing and styles nothing: %s', async (tex) => {
  const formula = await shown(tex);
  expect(formula.querySelector('[href], a, img, mglyph, [style], [data-x]')).toBeNull();
});

test('a formula that becomes another is shown anew', async () => {
  const { container, rerender } = render(<Formula tex="a" isDisplay={false} />);
  await expect.poll(() => container.querySelector('math mi')?.textContent).toBe('a');
  rerender(<Formula tex="b" isDisplay={false} />);
  await expect.poll(() => container.querySelector('math mi')?.textContent).toBe('b');
  rerender(<Formula tex="\frac{" isDisplay={false} />);
  expect(await screen.findByText('$\\frac{$')).toBeVisible();
});
