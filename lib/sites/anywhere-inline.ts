/** Papers that stand together in running text, or one a line: each has its controls at its last link. */
import { isList } from './anywhere-blocks';
import { hasPlace } from './anywhere-label-place';
import type { Mention } from './anywhere-mentions';
import { type Group, papersAmong } from './anywhere-papers';
import { linesOf, type Piece, piecesOf } from './anywhere-pieces';
import type { Spot } from './anywhere-spot';

/** Lines above a link in which its title may be. */
const maxAbove = 12;

/** The places of the papers that stand in `block` itself, and in no block of it. */
export function spotsInText(block: Element, all: Mention[]): Spot[] {
  const isOther = (part: Element) => isList(part) || /^(?:li|blockquote|pre)$/.test(part.localName);
  const lines = linesOf(piecesOf(block, all, isOther));
  const parts = new Map<string, Part>();
  let above: Piece[][] = [];
  for (const line of lines) {
    const mentions = line.flatMap(({ mention }) => mention ?? []);
    const papers = papersAmong(mentions);
    const ownParts = papers.length > 1 ? partsOf(line, papers) : [[...line]];
    for (const [index, paper] of papers.entries()) {
      const key = paper.ids[0]?.id ?? '';
      const known = parts.get(key);
      // Named again further down: between the two stands what is said of it.
      if (known) {
        known.mentions.push(...paper.mentions);
        known.line.push({ text: '\n' }, ...above.flatMap(withEnd));
        continue;
      }
      parts.set(key, { ...paper, line: ownParts[index] ?? [], above: above.slice(-maxAbove).flatMap(withEnd) });
    }
    above = papers.length > 0 ? [] : [...above.slice(1 - 4 * maxAbove), line];
  }
  const used = new Set<Element>();
  return Array.from(parts.values(), (part) => spotOf(block, all, part)).filter((spot) => {
    const isFree = spot && !used.has(spot.element);
    if (spot) used.add(spot.element);
    return isFree;
  }) as Spot[];
}

interface Part extends Group {
  line: Piece[];
  above: Piece[];
}

function withEnd(line: Piece[]): Piece[] {
  return [...line, { text: '\n' }];
}

/** For each paper of a line the part from the paper before to the one behind. */
function partsOf(line: Piece[], papers: Group[]): Piece[][] {
  const owner = new Map(papers.flatMap((paper, index) => paper.mentions.map((mention) => [mention, index])));
  const spans = papers.map(() => ({ first: -1, last: -1, start: 0, end: line.length }));
  let before = -1;
  for (const [at, { mention }] of line.entries()) {
    const index = mention && owner.get(mention);
    const span = index === undefined ? undefined : spans[index];
    if (!span || index === undefined) continue;
    if (span.first < 0) span.first = at;
    if (index !== before) {
      const previous = spans[before];
      if (previous) [previous.end, span.start] = [at, span.first === at ? previous.last + 1 : span.start];
      before = index;
    }
    span.last = at;
  }
  return spans.map(({ start, end }) => line.slice(start, end));
}

function spotOf(block: Element, all: Mention[], { ids, mentions, line, above }: Part): Spot | undefined {
  const anchor = mentions.filter(hasPlace).at(-1)?.element;
  if (!anchor) return undefined;
  return { element: anchor, anchor, controls: 'inline', ids, mentions, roots: [block], all, line, above };
}
