import { render, screen, within } from '@testing-library/react';
import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import { FormulaContext, NoteText } from '../../components/NoteText';
import { piecesOf } from '../../lib/note-markdown';
import { isPlain, loadReader, plainPieces } from '../../lib/note-reader';

function show(text: string): HTMLElement {
  const { container } = render(<NoteText text={text} />);
  return container.firstElementChild as HTMLElement;
}

/** Tags of all that is shown, without the box around it. */
const tags = (note: HTMLElement) => [...note.querySelectorAll('*')].map(({ localName }) => localName);

beforeAll(async () => {
  await loadReader();
});

test('a plain note is a paragraph', () => {
  show('read the proof');
  expect(screen.getByRole('paragraph')).toHaveTextContent(/^read the proof$/);
});

test('a line break is kept, and an empty line makes a paragraph', () => {
  const note = show('first\nsecond  \nthird\n\nfourth');
  expect([...note.children].map(({ textContent }) => textContent)).toEqual(['first\nsecond  \nthird', 'fourth']);
});

test('emphasis, code and headings; a heading is none of the page', () => {
  const note = show('## Idea\n*slow* **fast** `O(n)`');
  expect(screen.getByText('slow').localName).toBe('em');
  expect(screen.getByText('fast').localName).toBe('strong');
  expect(screen.getByText('O(n)').localName).toBe('code');
  expect(screen.getByText('Idea').localName).toBe('strong');
  expect(screen.queryByRole('heading')).toBeNull();
  expect(note).toHaveTextContent(/^Ideaslow fast O\(n\)$/);
});

test('lists in lists, quotations, rules and code', () => {
  const note = show('- a\n  1. b\n  2. c\n- d\n\n> quoted\n\n---\n\n```python\n  x = 1\n```');
  const [outer] = screen.getAllByRole('list') as [HTMLElement];
  expect(within(outer).getAllByRole('listitem')).toHaveLength(4);
  expect(note.querySelector('ul > li > ol')).toHaveTextContent('bc');
  expect(screen.getByText('quoted').closest('blockquote')).toBeVisible();
  expect(screen.getByRole('separator')).toBeVisible();
  expect(note.querySelector('pre')?.textContent).toBe('python\n  x = 1');
});

test('the numbers that somebody typed are kept; a year makes no list', () => {
  show('3) third\n7) seventh');
  expect(screen.getAllByRole('listitem').map((item) => (item as HTMLLIElement).value)).toEqual([3, 7]);
  expect(tags(show('2019. A good year.'))).toEqual(['p']);
  expect([...show('1. a\n1. b').querySelectorAll('li')].map((item) => item.hasAttribute('value'))).toEqual([
    false,
    false,
  ]);
});

test.each([
  ['[the code](https://code.example/a_b_c)', 'the code', 'https://code.example/a_b_c'],
  [
    'see https://code.example/__init__.py_x.',
    'https://code.example/__init__.py_x',
    'https://code.example/__init__.py_x',
  ],
  ['(https://wiki.example/Gloss_(note))', 'https://wiki.example/Gloss_(note)', 'https://wiki.example/Gloss_(note)'],
  ['见https://code.example/c。然后', 'https://code.example/c', 'https://code.example/c'],
  ['**https://code.example**', 'https://code.example', 'https://code.example'],
  ['<https://code.example/?a=1&b=2>', 'https://code.example/?a=1&b=2', 'https://code.example/?a=1&b=2'],
  ['<ada@code.example>', 'ada@code.example', 'mailto:ada@code.example'],
  ['[write](mailto:ada@code.example)', 'write', 'mailto:ada@code.example'],
])('%s is a link that tells nobody where it was', (text, name, address) => {
  show(text);
  const link = screen.getByRole('link', { name });
  expect(link).toHaveAttribute('href', address);
  expect(link).toHaveAttribute('target', '_blank');
  expect(link).toHaveAttribute('rel', 'noopener noreferrer');
});

test.each([
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x]( javascript:alert(1))',
  '[x](\u0001javascript:alert(1))',
  '[x](java\tscript:alert(1))',
  '<javascript:alert(1)>',
  '[x](data:text/html,hello)',
  '[x](vbscript:x)',
  '[x](file:///etc/passwd)',
  '[x](/settings)',
  '[x](//evil.example)',
  '![x](javascript:alert(1))',
])('%s is no link, and shown as it was typed', (text) => {
  const note = show(text);
  expect(screen.queryByRole('link')).toBeNull();
  expect(note.textContent).toBe(text);
});

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<b>not bold</b> & &amp; &#65; &lt;',
  '<!-- not hidden -->',
  '<div>\n<a href="https://evil.example">x</a>\n</div>',
  '<style>* { display: none }</style>',
  '<math><mi xlink:href="javascript:alert(1)">x',
  '[1]: not a definition',
])('HTML is text: %s', (text) => {
  const note = show(text);
  expect(note.textContent?.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
  expect(tags(note).filter((tag) => !['p', 'a'].includes(tag))).toEqual([]);
});

test('an image is a link: nothing is fetched', () => {
  const note = show('![a figure](https://tracker.example/a.png) ![](https://tracker.example/b.png)');
  expect(tags(note)).toEqual(['p', 'a', 'a']);
  expect(screen.getByRole('link', { name: 'a figure' })).toHaveAttribute('href', 'https://tracker.example/a.png');
  expect(screen.getByRole('link', { name: 'https://tracker.example/b.png' })).toBeVisible();
});

test('an image in a link is its text: no link stands in another', () => {
  show('[![a figure](https://tracker.example/a.png)](https://code.example)');
  expect(screen.getByRole('link', { name: 'a figure' })).toHaveAttribute('href', 'https://code.example');
});

test('each block finds its direction', () => {
  const note = show('שלום עולם\n\nleft\n\n- שלום\n\n> שלום');
  const found = [...note.querySelectorAll('[dir="auto"]')];
  expect(found.map(({ localName, textContent }) => [localName, textContent])).toEqual([
    ['p', 'שלום עולם'],
    ['p', 'left'],
    ['li', 'שלום'],
    ['blockquote', 'שלום'],
  ]);
});

test('emphasis beside letters of scripts without spaces', () => {
  show('这是**重点**内容，*也是*');
  expect(screen.getByText('重点').localName).toBe('strong');
  expect(screen.getByText('也是').localName).toBe('em');
});

test('formulas are read as such, and stay as they were typed where none are shown', () => {
  const note = show('let $a_1*b_2*c$ be *so $x*y$ big*\n\n$$\na\n+ b\n$$');
  expect(note.textContent).toBe('let $a_1*b_2*c$ be so $x*y$ big$$\na\n+ b\n$$');
  expect(screen.getByText(/^so/).localName).toBe('em');
  expect(screen.queryByRole('list')).toBeNull();
});

test('formulas are shown by who can', () => {
  render(
    <FormulaContext value={({ tex, isDisplay }) => <kbd data-display={isDisplay}>{tex}</kbd>}>
      <NoteText text={'let $a_1*b_2*c$ be\n\n$$\n\\frac{a}{b}\n$$\n\nand \\$ and `$x$`, $y$.'} />
    </FormulaContext>,
  );
  const formulas = [...document.querySelectorAll('kbd')];
  expect(formulas.map(({ textContent }) => textContent)).toEqual(['a_1*b_2*c', '\n\\frac{a}{b}\n', 'y']);
  expect(formulas.map(({ dataset }) => dataset.display)).toEqual(['false', 'true', 'false']);
});

test.each(['costs $5 and $6', '$5/$6', 'US$ 5, CA$ 6', 'A$x and B$y', '$ x $', 'from $5\nto 6$', '\\$x$'])(
  'money is no formula: %s',
  (text) => {
    const formula = vi.fn(() => null);
    render(
      <FormulaContext value={formula}>
        <NoteText text={text} />
      </FormulaContext>,
    );
    expect(formula).not.toHaveBeenCalled();
  },
);

test('a book is shown as it was typed', () => {
  const book = '*word* '.repeat(150_000);
  const note = show(book);
  expect(tags(note)).toEqual(['p']);
  expect(note.textContent).toBe(book);
});

/** What Markdown is made of; without what may end a link or a language, which are not shown. */
const markup = ['*', '**', '_', '`', '~', '[', ']', '!', '<', '>', '#', '- ', '+ ', '> ', '1. ', '    ', '\n', '\n\n'];
const others = [
  '&',
  '\\',
  '$',
  '|',
  '=',
  '---',
  ' ',
  'a',
  '~~~',
  'ب',
  '漢',
  '𝛼',
  '7x',
  'word ',
  'https://x.example/',
  'www.',
  '@',
];
const anyNote = fc.array(fc.constantFrom(...markup, ...others), { maxLength: 60 }).map((parts) => parts.join(''));
/** But for the 1 that numbers a list. */
const letters = (text: string) => text.match(/\p{L}|(?!1)\p{N}/gu)?.join('') ?? '';

test('whatever is typed, every letter and digit of it is shown, in order', () => {
  fc.assert(
    fc.property(anyNote, (text) => {
      const { container, unmount } = render(<NoteText text={text} />);
      expect(letters(container.textContent ?? '')).toBe(letters(text));
      unmount();
    }),
    { numRuns: 1000 },
  );
});

test('what is taken for plain would be read as just that', () => {
  const plain = fc.array(fc.constantFrom(...others, '\n', '\n\n', '-', '1.', '!', '#', '>', ')'), { maxLength: 30 });
  fc.assert(
    fc.property(plain.map((parts) => parts.join('')).filter(isPlain), (text) => {
      const said = (pieces: { type: string; raw: string }[]) =>
        pieces.filter(({ type }) => type !== 'space').map(({ type, raw }) => [type, raw.trim()]);
      expect(said(plainPieces(text))).toEqual(said(piecesOf(text)));
    }),
    { numRuns: 500 },
  );
});

test('whatever is typed, there are only elements of text, and no address but those that are safe', () => {
  const known = 'p,strong,em,code,pre,small,ul,ol,li,blockquote,hr,a';
  const hostile = fc.array(
    fc.constantFrom(...markup, ...others, '](', ')', 'javascript:', '<img src=', '"', '```', '&#'),
    {
      maxLength: 60,
    },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        hostile.map((parts) => parts.join('')),
        fc.string({ unit: 'grapheme' }),
      ),
      (text) => {
        const { container, unmount } = render(<NoteText text={text} />);
        const note = container.firstElementChild as HTMLElement;
        expect([...note.querySelectorAll('*')].filter((element) => !element.matches(known))).toEqual([]);
        for (const { href } of note.querySelectorAll('a')) expect(href).toMatch(/^(https?|mailto):/);
        expect(note.querySelector('a a')).toBeNull();
        unmount();
      },
    ),
    { numRuns: 1000 },
  );
});
