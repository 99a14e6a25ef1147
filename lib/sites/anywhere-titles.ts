/** The best title at hand. */
import { identifierShown, rankOf } from '../identity';
import { blockOf, hasOnlyLabels, isItem, isOurs } from './anywhere-blocks';
import { isInProse } from './anywhere-label-place';
import { isLabel } from './anywhere-labels';
import type { Mention } from './anywhere-mentions';
import { isHeading, type Piece, piecesOf, wordsOf } from './anywhere-pieces';
import type { Spot } from './anywhere-spot';
import { cleaned, isHeadingOfOne, isSurelyTitle, isTitle, titleIn } from './anywhere-words';
import { text } from './read';

/** What a paper is called where it stands; what identifies it, where nothing else is certain. */
export function titleOf(spot: Spot): string {
  const title = linkedTitle(spot.mentions) ?? titleBeside(spot) ?? titleAbove(spot);
  return (title ?? nameOf(spot)).slice(0, 4000);
}

function nameOf({ ids, mentions }: Spot): string {
  const [best] = ids.toSorted((a, b) => rankOf(a.id) - rankOf(b.id));
  return best ? identifierShown(best.id) : (mentions[0]?.pdf ?? 'PDF');
}

export function linkedTitle(mentions: Mention[]): string | undefined {
  return (mentions.find(({ article }) => article) ?? mentions.find(({ title }) => title))?.title;
}

function titleBeside({ roots, line, above, all, mentions }: Spot): string | undefined {
  return titleAmong(line ?? piecesIn(roots, all), mentions, above);
}

/** The title that a block shows of its one paper. */
export function titleWithin(roots: Element[], mentions: Mention[]): string | undefined {
  return linkedTitle(mentions) ?? titleAmong(piecesIn(roots, mentions), mentions);
}

/** Whether a title is marked as one, or linked; otherwise it is the best guess from words. */
export function hasMarkedTitle(roots: Element[], mentions: Mention[]): boolean {
  if (linkedTitle(mentions)) return true;
  const marked = piecesIn(roots, mentions).filter(({ mark }) => mark === 'heading');
  return marked.some((piece) => isSurelyTitle(cleaned(piece.text) ?? ''));
}

function piecesIn(roots: Element[], mentions: Mention[]): Piece[] {
  return roots.flatMap((root) => [...piecesOf(root, mentions), { text: '\n' }]);
}

/** What is marked as a title; else the words before the first label; else what is emphasised; else the words behind. */
function titleAmong(pieces: Piece[], mentions: Mention[], above: Piece[] = []): string | undefined {
  const of = (...names: Piece['mark'][]) =>
    pieces.filter(({ mark }) => names.includes(mark)).flatMap((piece) => cleaned(piece.text) ?? []);
  const marked = of('heading').find(isHeadingOfOne) ?? of('strong', 'cite', 'link').find(isSurelyTitle);
  if (marked) return marked;
  const first = pieces.findIndex(({ mention }) => mention && mentions.includes(mention));
  const [mention] = mentions;
  if (!mention || isInProse(mention)) return of('em').find(isSurelyTitle);
  const before = wordsOf(pieces.slice(0, first));
  const emphasised = !isItem(blockOf(mention.element)) && cleaned(pieces.slice(0, first).findLast(isNoSign)?.text);
  if (emphasised && pieces.slice(0, first).findLast(isNoSign)?.mark && isSurelyTitle(emphasised)) return emphasised;
  // As mails have it, over several lines.
  const fields = wordsOf([...above, ...pieces]).matchAll(/^[ \t]*title:[ \t]*(\S.*(?:\n[ \t]+\S.*)*)/gim);
  const field = Array.from(fields).at(-1)?.[1];
  return cleaned(field) ?? titleIn(before) ?? of('em').find(isSurelyTitle) ?? titleBehind(pieces, first);
}

/** More than the signs, and the name of the scheme, that stand before an identifier. */
function isNoSign({ text }: Piece): boolean {
  return /\p{L}/u.test(text) && !isLabel(text);
}

/** `[PDF] Margins matter`; not where words stand before the label. */
function titleBehind(pieces: Piece[], first: number): string | undefined {
  if (/\p{L}{3}/u.test(wordsOf(pieces.slice(0, first)))) return undefined;
  const title = titleIn(wordsOf(pieces.slice(first + 1).filter(({ mention }) => !mention)));
  return title && isSurelyTitle(title) ? title : undefined;
}

/** The heading over the block, if it is of this block only; the line before, if the block has nothing but labels. */
function titleAbove({ roots, element, line, above, next }: Spot): string | undefined {
  if (line) return titleIn(linesRightAbove(above ?? []));
  const [block = element] = roots;
  // Headings over a list are of the list.
  if (isItem(block)) return undefined;
  const before = previousOf(block);
  if (!before) return undefined;
  const heading = headingIn(before);
  const title = cleaned(text(heading ?? before));
  if (!title || (!heading && !(hasOnlyLabels(block) && isSurelyTitle(title)))) return undefined;
  return isTitle(title) && !(next && stillUnder(block, next)) ? title : undefined;
}

/** Up to an empty line. */
function linesRightAbove(above: Piece[]): string {
  const lines = wordsOf(above).split('\n').slice(0, -1);
  return lines.slice(lines.findLastIndex((line) => !line.trim()) + 1).join('\n');
}

function previousOf(block: Element): Element | null {
  let before = block.previousElementSibling;
  while (before && (/^(?:hr|br)$/.test(before.localName) || isOurs(before))) before = before.previousElementSibling;
  return before;
}

function headingIn(element: Element): Element | null {
  if (isHeading(element)) return element;
  const first = element.firstElementChild;
  return first && isHeading(first) && element.childElementCount < 3 ? first : null;
}

/** The next paper stands under the same heading. */
function stillUnder(block: Element, next: Mention): boolean {
  let sibling = block.nextElementSibling;
  for (let step = 0; sibling && step < 30; step++, sibling = sibling.nextElementSibling) {
    if (headingIn(sibling)) return false;
    if (sibling.contains(next.element)) return true;
  }
  return false;
}
