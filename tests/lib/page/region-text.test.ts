import { expect, test } from 'vitest';
import { readRegion } from '../../../lib/page/region-text';

function read(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  return readRegion([page.body]).text;
}

test.each([
  ['white space is one space', '<p>\n  Notes   help&nbsp;most\n</p>', 'Notes help most'],
  ['elements in a line do not part words', '<p>pre<b>fix</b>es<sup>2</sup></p>', 'prefixes2'],
  ['blocks do', '<h1>Title</h1><p>Abstract</p><div>Rest<br>end</div>', 'Title Abstract Rest end'],
  ['soft hyphens and the like are nothing', 'hyphen\u00ADat\u200Bed \u00AD word', 'hyphenated word'],
  ['scripts, styles and fields are no text', 'a<script>b</script><style>c</style><textarea>d</textarea> e', 'a e'],
  ['what is ours is no text', 'a<papergloss-entry>Save</papergloss-entry> b', 'a b'],
  ['a formula in TeX', 'in $O(n)$ steps', 'in $O(n)$ steps'],
  [
    'typeset by MathJax 2',
    'in <span class="MathJax_Preview"></span><span class="MathJax"><nobr>O(n)</nobr></span><script type="math/tex">O(n)</script> steps',
    'in $O(n)$ steps',
  ],
  [
    'typeset by KaTeX',
    'in <span class="katex"><span class="katex-mathml"><math><annotation encoding="application/x-tex">O(n)</annotation></math></span><span class="katex-html">O(n)</span></span> steps',
    'in $O(n)$ steps',
  ],
])('%s', (_, html, text) => {
  expect(read(html).trim()).toBe(text);
});

test('several elements are read one after the other, and others are left out', () => {
  const page = new DOMParser().parseFromString('<dt>[1]</dt><dd>One <q>not this</q></dd>', 'text/html');
  const [dt, dd, q] = page.querySelectorAll('dt, dd, q');
  if (!dt || !dd || !q) throw new Error('The page is another.');
  expect(readRegion([dt, dd], new Set([q])).text.trim()).toBe('[1] One');
});
