import { expect, test, vi } from 'vitest';
import { PageTheme } from '../../../lib/page/theme';

function textOf(color: string): HTMLElement {
  const element = document.createElement('p');
  element.style.color = color;
  document.body.append(element);
  return element;
}

test.each([
  ['rgb(0, 0, 0)', 'light'],
  ['rgb(29, 41, 57)', 'light'],
  ['rgb(229, 231, 235)', 'dark'],
])('text in %s stands on a %s page', (color, theme) => {
  const page = new PageTheme();
  page.follow(textOf(color));
  expect(page.current).toBe(theme);
});

test.each([
  ['oklch(0.92 0.01 264)', 'dark'],
  ['oklch(0.21 0.034 264.665)', 'light'],
  ['lab(90 1 2)', 'dark'],
  ['color(display-p3 0.1 0.1 0.1)', 'light'],
])('colours in newer notations count too: %s is %s', (color, theme) => {
  const element = textOf('black');
  vi.spyOn(window, 'getComputedStyle').mockReturnValueOnce({ color } as CSSStyleDeclaration);
  const page = new PageTheme();
  page.follow(element);
  expect(page.current).toBe(theme);
});

test('follows the page when it changes', async () => {
  const controller = new AbortController();
  window.matchMedia ??= () => new EventTarget() as MediaQueryList;
  const sample = textOf('rgb(0, 0, 0)');
  const page = new PageTheme();
  page.follow(sample);
  page.watch(document, controller.signal);
  const heard = vi.fn();
  page.subscribe(heard);
  sample.style.color = 'rgb(255, 255, 255)';
  document.documentElement.classList.add('dark');
  await vi.waitFor(() => expect(page.current).toBe('dark'));
  expect(heard).toHaveBeenCalledOnce();
  controller.abort();
});
