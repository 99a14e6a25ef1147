import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quoteOf, rangeOf, rangesOf, spanOf } from '../../../lib/page/quote-ranges';
import { lettersOf } from '../../../lib/page/quote-search';
import { type RegionText, readRegion } from '../../../lib/page/region-text';
import type { Quote } from '../../../lib/quote';

function show(html: string): HTMLElement {
  const page = new DOMParser().parseFromString(html, 'text/html');
  document.body.replaceChildren(...page.body.childNodes);
  return document.body;
}

/** The quote of what is selected from the first to the last sign of `words`, which stand in one node. */
function select(words: string, region: HTMLElement): Quote {
  const walker = document.createTreeWalker(region, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const at = node.data.indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + words.length);
    return quote(range, region);
  }
  throw new Error(`“${words}” is not there.`);
}
function quote(range: Range, region: HTMLElement): Quote {
  const text = readRegion([region]);
  const span = spanOf(range, text);
  if (!span) throw new Error('Nothing of it is in the region.');
  return quoteOf(span, text);
}

const found = (quote: Quote, region: HTMLElement) => rangesOf(quote, readRegion([region])).map(String);
const letters = (text: string) => lettersOf(text).letters;

const abstract =
  'A note helps most where the reader is. We put notes beside the lines of a list of papers, and ask forty readers what they still know a week later. Readers with margins remember twice as much as readers with bookmarks.';

describe('a quote', () => {
  test('is what is selected, with what stands around it', () => {
    const region = show(`<h3>Margins</h3><p>${abstract}</p>`);
    expect(select('ask forty readers', region)).toEqual({
      exact: 'ask forty readers',
      prefix: ' lines of a list of papers, and ',
      suffix: ' what they still know a week lat',
    } satisfies Quote);
  });

  test('goes over elements and line breaks, and has no spaces at its ends', () => {
    const region = show('<p>Notes <b>help</b>\n  most </p><p>where the reader is.</p>');
    const range = document.createRange();
    range.setStart(region.querySelector('p')?.firstChild as Text, 5);
    range.setEnd(region.querySelectorAll('p')[1]?.firstChild as Text, 6);
    expect(quote(range, region)).toMatchObject({
      exact: 'help most where',
      prefix: 'Notes ',
      suffix: ' the reader is.',
    });
  });

  test('takes a formula as a whole, and by its source', () => {
    const region = show(
      '<p>folds in <span class="MathJax"><nobr><i>O</i></nobr></span><script type="math/tex">\\mathcal{O}(n)</script> steps</p>',
    );
    const range = document.createRange();
    range.setStart(region.querySelector('p')?.firstChild as Text, 6);
    range.setEnd(region.querySelector('i')?.firstChild as Text, 1);
    expect(quote(range, region).exact).toBe('in $\\mathcal{O}(n)$');
    const [there] = rangesOf(quote(range, region), readRegion([region]));
    expect(there?.intersectsNode(region.querySelector('nobr') as Element)).toBe(true);
  });
});

describe('is found', () => {
  const passage = 'Readers with margins remember twice as much as readers with bookmarks.';
  const marked = () => select(passage, show(`<p>${abstract}</p>`));

  test.each([
    ['with other white space', `<p>${abstract.replaceAll(' ', '\n   ')}</p>`],
    ['in other elements', `<p>${abstract.replaceAll(' margins ', ' <i>mar</i><b>gins</b> ')}</p>`],
    ['with soft hyphens', `<p>${abstract.replaceAll('mem', 'm\u00ADem\u00AD')}</p>`],
    [
      'with our controls in the middle',
      `<p>${abstract.replace(' twice', '<papergloss-entry>Note</papergloss-entry> twice')}</p>`,
    ],
  ])('%s, to the letter', (_, html) => {
    const [there] = found(marked(), show(html));
    expect(letters(there?.replace('Note', '') ?? '')).toBe(letters(passage));
  });

  test.each([
    ['with other signs', 'Readers with “margins” remember twice – as much as readers with bookmarks!'],
    ['in another spelling', 'Readers with margin notes remember 2 times as much as readers with book marks.'],
    ['with something missing', 'Readers with margins remember as much as readers with bookmarks.'],
    ['with something more', 'Readers with margins remember (twice) as much [3] as all readers with bookmarks.'],
  ])('%s, nearly', (_, words) => {
    const [there] = found(
      marked(),
      show(`<h1>Another page</h1><p>${abstract.replace(passage, words)}</p><footer>End</footer>`),
    );
    expect(there).toMatch(/^\W{0,2}Readers with .* book ?marks/);
  });

  test('in each copy, where a long one stands there twice', () => {
    const quote = marked();
    expect(found(quote, show(`<p>… ${passage} More</p><p hidden>${abstract} Less</p>`))).toEqual([passage, passage]);
  });

  test('once, where other sentences have the same words', () => {
    const text = 'Large language models write. We ask large language models to read, and large language models refuse.';
    const quote = select('large language models to', show(`<p>${text}</p>`));
    const phrase = { ...quote, exact: 'large language models', suffix: ' to read, and' };
    expect(found(phrase, show(`<p>${text}</p>`))).toEqual(['large language models']);
    expect(found(phrase, show(`<p>${text}</p><p hidden>${text}</p>`))).toHaveLength(2);
  });

  test('not in what is another text', () => {
    const other =
      'Folding of paper takes a steady hand and a table. We fold in linear time, and sometimes we unfold it, too.';
    expect(found(marked(), show(`<p>${other}</p>`))).toEqual([]);
    expect(found(marked(), show(''))).toEqual([]);
  });
});

describe('a short quote', () => {
  test('is found by the words around it', () => {
    const region = show('<p>a line is a line is a line</p>');
    const text = region.querySelector('p')?.firstChild as Text;
    const range = document.createRange();
    range.setStart(text, 12);
    range.setEnd(text, 16);
    const [there, other] = rangesOf(quote(range, region), readRegion([region]));
    expect(there?.startOffset).toBe(12);
    expect(other).toBeUndefined();
  });

  test('is found where it shares letters with others of its kind', () => {
    const region = show('<p>the zoooom of a lens</p>');
    const text = region.querySelector('p')?.firstChild as Text;
    for (const start of [5, 6, 7]) {
      const range = document.createRange();
      range.setStart(text, start);
      range.setEnd(text, start + 2);
      expect(rangesOf(quote(range, region), readRegion([region])).map(({ startOffset }) => startOffset)).toEqual([
        start,
      ]);
    }
  });

  test('is found however often it was there before', () => {
    const region = show(`<p>${'a b '.repeat(200)}and a c</p>`);
    const text = region.querySelector('p')?.firstChild as Text;
    const range = document.createRange();
    range.setStart(text, 804);
    range.setEnd(text, 805);
    expect(rangesOf(quote(range, region), readRegion([region])).map(({ startOffset }) => startOffset)).toEqual([804]);
  });

  test('is not found without them', () => {
    const marked = select('line', show('<p>a line of text</p>'));
    expect(found(marked, show('<p>online and linear</p>'))).toEqual([]);
    const nearly = select('short lines of it', show('<p>we write short lines of it today</p>'));
    expect(found(nearly, show('<p>there are shorter lines of id</p>'))).toEqual([]);
  });
});

describe('whatever the text', () => {
  const word = fc.stringMatching(/^[a-zäöπ$]{1,9}$/);
  const words = fc.array(word, { minLength: 30, maxLength: 120 });
  /** What may part words, and what may stand in them. */
  const gap = fc.constantFrom(' ', ' ', ' ', '\n', ' \n\t ', '\u00A0', '\u00AD ');

  /** Puts words into a page, in nodes and with gaps as the numbers say. */
  const put = (words: string[], gaps: string[], cuts: number[]) => {
    const region = document.createElement('div');
    let at: Node = region.appendChild(document.createElement('p'));
    words.forEach((word, i) => {
      const cut = cuts[i % cuts.length] ?? 0;
      if (cut === 1) at = (at.nodeName === 'B' ? region : at).appendChild(document.createElement('b'));
      if (cut === 2) at = region.appendChild(document.createElement('p'));
      if (cut === 3) at.appendChild(document.createElement('papergloss-entry')).textContent = 'Save';
      at.appendChild(document.createTextNode(`${word}${gaps[i % gaps.length]}`));
    });
    document.body.replaceChildren(region);
    return region;
  };
  const layout = fc.record({
    gaps: fc.array(gap, { minLength: 1, maxLength: 20 }),
    cuts: fc.array(fc.nat(8), { minLength: 1, maxLength: 20 }),
  });
  const part = fc.tuple(fc.nat(), fc.nat());

  /** A stretch of the region's text. */
  const stretchOf = (region: HTMLElement, [a, b]: [number, number], atLeast: number) => {
    const text = readRegion([region]);
    const length = text.text.length;
    const start = a % Math.max(1, length - atLeast);
    const end = Math.min(length, start + atLeast + (b % length));
    return { text, start, end };
  };

  test('what is quoted is found where it was', () => {
    fc.assert(
      fc.property(words, layout, part, (words, { gaps, cuts }, at) => {
        const region = put(words, gaps, cuts);
        const { text, start, end } = stretchOf(region, at, 1);
        const selected = rangeIn(text, start, end);
        const span = selected && spanOf(selected, text);
        if (!span) return;
        const [there] = rangesOf(quoteOf(span, text), text);
        expect(there && spanOf(there, text)).toEqual(span);
      }),
    );
  });

  test('and where the same words are laid out differently', () => {
    fc.assert(
      fc.property(words, layout, layout, part, (words, one, other, at) => {
        const { text, start, end } = stretchOf(put(words, one.gaps, one.cuts), at, 40);
        const marked = quoteOf({ start, end }, text);
        const region = readRegion([put(words, other.gaps, other.cuts)]);
        const [there] = rangesOf(marked, region);
        const span = there && spanOf(there, region);
        expect(span && letters(region.text.slice(span.start, span.end))).toBe(letters(marked.exact));
      }),
    );
  });

  test('and where some letters are others', () => {
    fc.assert(
      fc.property(words, layout, part, fc.array(part, { maxLength: 5 }), (words, { gaps, cuts }, at, edits) => {
        const { text, start, end } = stretchOf(put(words, gaps, cuts), at, 60);
        const marked = quoteOf({ start, end }, text);
        const changed = [...text.text];
        for (const [where, how] of edits) changed[where % changed.length] = ['', 'X', 'YZ'][how % 3] ?? '';
        const region = readRegion([put([changed.join('')], [''], [0])]);
        const [there] = rangesOf(marked, region);
        const span = there && spanOf(there, region);
        if (!span) throw new Error('It was not found.');
        const difference = letters(region.text.slice(span.start, span.end)).length - letters(marked.exact).length;
        expect(Math.abs(difference)).toBeLessThanOrEqual(10);
        expect(Math.abs(span.start - start)).toBeLessThanOrEqual(20);
      }),
    );
  });

  test('nothing throws, and what is found is in the text', () => {
    const any = fc.string({ unit: 'binary', maxLength: 80 });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 10 }), any, any, any, (texts, exact, prefix, suffix) => {
        const region = readRegion([put(texts, [' '], [0, 2])]);
        for (const range of rangesOf({ exact, prefix, suffix }, region)) {
          expect(range.collapsed).toBe(false);
          expect(document.body.contains(range.commonAncestorContainer)).toBe(true);
        }
      }),
    );
  });

  test.each([
    ['one letter over and over', 'a'.repeat(100_000), `${'a'.repeat(700)}b${'a'.repeat(700)}`],
    ['a word over and over', 'margin '.repeat(14_000), `${'margin '.repeat(20)}and ${'margin '.repeat(200)}`],
    ['another text', abstract.repeat(450), 'Folding of paper takes a steady hand and a table. '.repeat(60)],
    ['a short word', 'line by line '.repeat(8000), 'line'],
    ['nearly a word', 'lines by liners '.repeat(6000), 'line byline rs'],
  ])('100 kB are no trouble: %s', (_, text, exact) => {
    const region = readRegion([put([text], [''], [0])]);
    expect(() => rangesOf({ exact, prefix: 'before it ', suffix: ' after it' }, region)).not.toThrow();
  });
});

/** The range of a stretch that begins and ends with a letter. */
function rangeIn(text: RegionText, start: number, end: number): Range | undefined {
  const said = text.text.slice(start, end);
  const first = start + (said.length - said.trimStart().length);
  return rangeOf({ start: first, end: first + said.trim().length }, text);
}
