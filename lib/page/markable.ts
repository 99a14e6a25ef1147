/** What of a selection can be highlighted, and of which paper. */
import type { Quote } from '../quote';
import { findPassage, quoteOf, rangeOf, spanOf } from './quote-ranges';
import type { Span } from './quote-search';
import { type RegionText, readRegion } from './region-text';
import { isPageOfPaper, regionOf } from './regions';
import type { Entry } from './watch';

export interface Markable {
  entry: Entry;
  quote: Quote;
  /** The words on the page. */
  range: Range;
}

/** More than any abstract has: whoever selects all has no passage in mind. */
const longest = 10_000;

/** The part of a selection that is in the text of an entry: of the first that has any. */
export function markableIn(selected: Range, all: Entry[]): Markable | undefined {
  for (const entry of all) {
    if (!entry.parts.some((part) => selected.intersectsNode(part))) continue;
    const text = readRegion(entry.parts);
    const markable = markableOf(entry, text, spanOf(selected, text));
    if (markable) return markable;
  }
  const entry = all.find((entry) => isPageOfPaper(entry, all));
  if (!entry) return undefined;
  const { elements, except } = regionOf(entry, all);
  const text = readRegion(elements, except);
  return markableOf(entry, text, inAbstract(spanOf(selected, text), text, entry));
}

/** On a page with much else, only of the abstract; where one does not know which that is, of everything. */
function inAbstract(span: Span | undefined, text: RegionText, { paper, parts, anchor }: Entry): Span | undefined {
  const isHeading = parts.includes(anchor);
  const [abstract] = paper.abstract ? findPassage(paper.abstract, text) : [];
  if (!abstract) return isHeading ? span : undefined;
  if (!span || span.end <= abstract.start || span.start >= abstract.end) return undefined;
  return { start: Math.max(span.start, abstract.start), end: Math.min(span.end, abstract.end) };
}

function markableOf(entry: Entry, text: RegionText, span: Span | undefined): Markable | undefined {
  const range = span && rangeOf(span, text);
  if (!range || span.end - span.start > longest) return undefined;
  return { entry, quote: quoteOf(span, text), range };
}
