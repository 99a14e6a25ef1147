import { describe, expect, test } from 'vitest';
import { address, count, day, text } from '../../../lib/sites/read';

function element(html: string): Element {
  const found = new DOMParser().parseFromString(html, 'text/html').body.firstElementChild;
  if (!found) throw new Error('no element');
  return found;
}

describe('text', () => {
  test.each([
    ['on one line', '<p> Two\n   lines and a&nbsp;space </p>', 'Two lines and a space'],
    [
      'with highlighted words',
      '<p class="mathjax">On <span class="search-hit mathjax">margins</span>, again</p>',
      'On margins, again',
    ],
    ['with a line break', '<p>one<br>two</p>', 'one two'],
    ['with formulas not yet typeset', '<p>Of $\\sqrt{n}$ notes</p>', 'Of $\\sqrt{n}$ notes'],
    [
      'typeset by MathJax 2',
      '<p>Of <span class="MathJax_Preview">n</span><span class="MathJax" id="MathJax-Element-1-Frame"><span>√n</span></span><script type="math/tex">\\sqrt{n}</script> notes</p>',
      'Of $\\sqrt{n}$ notes',
    ],
    [
      'typeset by MathJax 2 with another renderer',
      '<p>Of <span class="mjx-chtml MathJax_CHTML"><span>√n</span></span><script type="math/tex; mode=display">\\sqrt{n}</script> notes</p>',
      'Of $\\sqrt{n}$ notes',
    ],
    [
      'typeset by MathJax 3, which keeps no source',
      '<p>Of <mjx-container><mjx-math><mjx-c></mjx-c></mjx-math><mjx-assistive-mml><math><msqrt><mi>n</mi></msqrt></math></mjx-assistive-mml></mjx-container> notes</p>',
      'Of n notes',
    ],
    [
      'typeset by MathJax 4',
      '<p>Of <mjx-container><mjx-math data-latex="\\sqrt{n}"></mjx-math></mjx-container> notes</p>',
      'Of $\\sqrt{n}$ notes',
    ],
    [
      'typeset by KaTeX',
      '<p>Of <span class="katex"><span class="katex-mathml"><math><semantics><mi>n</mi><annotation encoding="application/x-tex">\\sqrt{n}</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">√n</span></span> notes</p>',
      'Of $\\sqrt{n}$ notes',
    ],
    [
      'in MathML with its source',
      '<p>Of <math><semantics><mi>n</mi><annotation encoding="application/x-tex">\\sqrt{n}</annotation></semantics></math> notes</p>',
      'Of $\\sqrt{n}$ notes',
    ],
    [
      'in MathML of LaTeXML',
      '<p>Of <math alttext="n^2"><msup><mi>n</mi><mn>2</mn></msup></math> notes</p>',
      'Of $n^2$ notes',
    ],
    ['in MathML alone', '<p>Of <math><mi>n</mi></math> notes</p>', 'Of n notes'],
    ['without scripts', '<p>One<script>alert(1)</script><noscript>No JavaScript</noscript></p>', 'One'],
    ['that is empty', '<p> \n </p>', undefined],
  ])('%s', (_, html, expected) => {
    const node = element(html);
    const before = node.outerHTML;
    expect(text(node)).toBe(expected);
    expect(node.outerHTML).toBe(before);
  });

  test('in a page in quirks mode, where class selectors ignore case', () => {
    const html = '<p class="title mathjax">On <span class="search-hit mathjax">margins</span></p>';
    const page = new DOMParser().parseFromString(html, 'text/html');
    expect(page.compatMode).toBe('BackCompat');
    expect(text(page.querySelector('p'))).toBe('On margins');
  });

  test('of nothing', () => expect(text(null)).toBeUndefined());
});

test.each([
  ['29 Jun 2026', '2026-06-29'],
  ['Mon, 29 Jun 2026 (showing first 30 of 30 entries )', '2026-06-29'],
  ['Showing new listings for Tuesday, 22 September 2026', '2026-09-22'],
  ['2 December, 2025', '2025-12-02'],
  ['Nov 22, 2024', '2024-11-22'],
  ['Published on September 4, 2026', '2026-09-04'],
  ['2024-08-01T00:00:00.000Z', '2024-08-01'],
  ['2017/06/12', '2017-06-12'],
  ['Wed, 22 Nov 17', '2017-11-22'],
  ['Wed, 4 Feb 98', '1998-02-04'],
  ['Oct 6', undefined],
  ['6 October', undefined],
  ['December 2025', undefined],
  ['22 Nov 17:30', undefined],
  ['40 Jun 2026', undefined],
  ['2026-13-01', undefined],
  ['6 Foo 2026', undefined],
  ['', undefined],
])('the day in "%s" is %s', (raw, expected) => expect(day(raw)).toBe(expected));

test.each([
  ['7', 7],
  [' 1,204 ', 1204],
  ['0', 0],
  ['1.2k', undefined],
  ['-', undefined],
  ['1,20', undefined],
  ['', undefined],
])('the count in "%s" is %s', (raw, expected) => expect(count(raw)).toBe(expected));

test.each([
  ['/abs/2609.00001', 'https://arxiv.org/abs/2609.00001'],
  ['//example.com/x', 'https://example.com/x'],
  ['html/1', 'https://arxiv.org/html/1'],
  ['https://example.com', 'https://example.com/'],
  ['javascript:alert(1)', undefined],
  ['mailto:a@example.com', undefined],
  ['https://[', undefined],
  ['', undefined],
])('the address of "%s" is %s', (href, expected) => expect(address(href, 'https://arxiv.org')).toBe(expected));

// In quadratic time it would outlast the test's time.
test('long texts are read in linear time', () => {
  for (const part of ['1 a', 'a ', '1 ', ' \n', 'Jan 1 ', '1 Jan'])
    expect(() => day(part.repeat(100_000))).not.toThrow();
});
