/** From what is selected on a page to a quote, and from a quote to where its words stand on a page. */
import { contextLength, type Quote } from '../quote';
import { findQuote, type Letters, lettersOf, type Span } from './quote-search';
import type { Piece, RegionText } from './region-text';

/** What of the text of a region is in `range`, without spaces at its ends; `undefined` for none of it. */
export function spanOf(range: Range, { text, pieces }: RegionText): Span | undefined {
  let start: number | undefined;
  let end = 0;
  for (const piece of pieces) {
    if (!range.intersectsNode(piece.first) && !range.intersectsNode(piece.last)) continue;
    const isText = piece.offset !== undefined;
    const from = isText && piece.first === range.startContainer ? within(range.startOffset, piece) : 0;
    const to = isText && piece.first === range.endContainer ? within(range.endOffset, piece) : piece.length;
    if (to <= from) continue;
    start ??= piece.start + from;
    end = piece.start + to;
  }
  if (start === undefined) return undefined;
  const said = text.slice(start, end);
  const length = said.trim().length;
  const first = start + (said.length - said.trimStart().length);
  return length > 0 ? { start: first, end: first + length } : undefined;
}

function within(nodeOffset: number, { offset = 0, length }: Piece): number {
  return Math.min(Math.max(nodeOffset - offset, 0), length);
}

/** The quote of a stretch of a region's text. */
export function quoteOf({ start, end }: Span, { text }: RegionText): Quote {
  return {
    exact: text.slice(start, end),
    // No half of a sign outside the basic plane.
    prefix: text.slice(Math.max(0, start - contextLength), start).replace(/^[\uDC00-\uDFFF]/, ''),
    suffix: text.slice(end, end + contextLength).replace(/[\uD800-\uDBFF]$/, ''),
  };
}

/** Where a quote stands in a region: its place, and then its copies; nothing where it is not there. */
export function rangesOf(quote: Quote, region: RegionText): Range[] {
  return findQuote(lettersIn(region), quote).flatMap((span) => rangeOf(span, region) ?? []);
}

/** Where a passage of which only the words are known stands in the text of a region. */
export function findPassage(exact: string, region: RegionText): Span[] {
  return findQuote(lettersIn(region), { exact, prefix: '', suffix: '' });
}

const known = new WeakMap<RegionText, Letters>();

function lettersIn(region: RegionText): Letters {
  const letters = known.get(region) ?? lettersOf(region.text);
  known.set(region, letters);
  return letters;
}

/** A stretch of a region's text as a range of the page. */
export function rangeOf({ start, end }: Span, { pieces }: RegionText): Range | undefined {
  const first = pieceAt(start, pieces);
  const last = pieceAt(end - 1, pieces);
  const range = first?.first.ownerDocument?.createRange();
  if (!first || !last || !range) return undefined;
  if (first.offset === undefined) range.setStartBefore(first.first);
  else range.setStart(first.first, first.offset + start - first.start);
  if (last.offset === undefined) range.setEndAfter(last.last);
  else range.setEnd(last.last, last.offset + end - last.start);
  return range;
}

function pieceAt(index: number, pieces: Piece[]): Piece | undefined {
  let low = 0;
  let high = pieces.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle];
    if (!piece) return undefined;
    if (index < piece.start) high = middle - 1;
    else if (index >= piece.start + piece.length) low = middle + 1;
    else return piece;
  }
  return undefined;
}
