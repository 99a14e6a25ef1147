/** Notes made to be slow to read, or to overflow. What they look like is in tests/components/NoteText.test.tsx. */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { piecesOf } from '../../lib/note-markdown';
import { type Piece, piecesIn } from '../../lib/note-pieces';
import { isPlain, plainPieces } from '../../lib/note-reader';

/** The longest note that is read as Markdown: see below. */
const longest = 20_000;

const filled = (run: string) => run.repeat(longest / run.length);

/**
 * 20,000² is 400 million steps: if the time grew with the square of the length, these ten readings would take half a
 * minute, and run into the limit. Each of these was as slow before it was bounded.
 */
test.each([
  '1*_',
  '*[_1',
  '1[*',
  '*a **b ',
  '_www.',
  'www._',
  '_http://',
  '<>',
  '[',
  '![',
  '[a](',
  '](',
  '<a ',
  'x <!A ',
  'x <? ',
  '> ',
  '- ',
  '1. a\n',
  '`a ``b ',
  '$',
  '$$a ',
  'https://a.example/(',
  'https://a.example..',
  '\\[',
])('a note full of %j', { timeout: 20_000 }, (run) => {
  const note = filled(run);
  for (let times = 0; times < 10; times++) piecesOf(note);
});

test('a note full of anything: read without surprise, and not deeper than an element can stand', {
  timeout: 60_000,
}, () => {
  const warn = vi.spyOn(console, 'warn');
  const marks = [
    'a',
    ' ',
    '\n',
    '*',
    '_',
    '`',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '!',
    '- ',
    '1. ',
    '#',
    '\\',
    '$',
    '"',
    '=',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...marks), { minLength: 1, maxLength: 6 }), (run) => {
      expect(depthOf(piecesOf(filled(run.join(''))))).toBeLessThan(60);
    }),
    { numRuns: 150 },
  );
  expect(warn).not.toHaveBeenCalled();
});

test('longer ones are not read', () => {
  expect([isPlain('*'.repeat(longest)), isPlain('*'.repeat(longest + 1))]).toEqual([false, true]);
});

test.each([100_000, 1_000_000])('%i characters are shown as they were typed', (length) => {
  const note = '*[_1'.repeat(length / 4);
  expect(isPlain(note)).toBe(true);
  expect(plainPieces(note)).toMatchObject([{ type: 'paragraph', text: note, tokens: [{ type: 'text', text: note }] }]);
});

function depthOf(pieces: Piece[]): number {
  return Math.max(0, ...pieces.map((piece) => 1 + depthOf(childrenOf(piece))));
}

function childrenOf(piece: Piece): Piece[] {
  return piece.type === 'list' ? piece.items : piecesIn(piece);
}
