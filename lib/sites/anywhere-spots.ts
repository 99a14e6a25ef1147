/** Which blocks of a page are of one paper each, and which papers stand together in running text. */
import { standIn } from './anywhere-anchors';
import { areAlike, blockOf, hasOnlyLabels, isItem, isList, isWhole, withDescriptions } from './anywhere-blocks';
import { spotsInText } from './anywhere-inline';
import { hasPlace, isInLabelPlace } from './anywhere-label-place';
import { remembering } from './anywhere-memory';
import type { Mention } from './anywhere-mentions';
import { type Group, mainOf, papersAmong } from './anywhere-papers';
import type { Spot } from './anywhere-spot';
import { hasMarkedTitle, titleWithin } from './anywhere-titles';
import { amongPapers } from './anywhere-unnamed';

/** Some elements, and the mentions in them: from `from` on, before `to`. */
interface Block {
  roots: Element[];
  from: number;
  to: number;
}

/** More mentions, and more text, are never of one paper. */
const maxMentions = 30;
const maxLength = 4000;

/** All places of papers, given all mentions of a page in their order. */
export function spotsOf(all: Mention[]): Spot[] {
  const spots: Spot[] = [];
  const unnamed: Spot[] = [];
  divide({ roots: [], from: 0, to: all.length });
  return [...spots, ...amongPapers(unnamed, spots)];

  /** The blocks in a block, each on its own, and what stands in none of them. */
  function divide(whole: Block): void {
    const [only, ...more] = whole.roots;
    const direct: Mention[] = [];
    for (let index = whole.from; index < whole.to; ) {
      const unit = blockOf(mentionAt(index).element);
      if (unit === only && more.length === 0) {
        direct.push(mentionAt(index++));
        continue;
      }
      const block = blockAround(index, unit, whole);
      const mentions = mentionsOf(block);
      const papers = papersAmong(mentions);
      const paper = ownPaper(papers, block);
      if ((papers.length > 0 && !paper) || haveSeveralTitles(mentions, paper) || isTooLong(block)) divide(block);
      else add(block, mentions, paper);
      index = block.to;
    }
    if (only && direct.length > 0) spots.push(...spotsInText(only, direct));
  }

  function add(block: Block, mentions: Mention[], paper: Group | undefined): void {
    const { roots, to } = block;
    const own = mentions.filter((mention) => mention.ids.length === 0 || paper?.mentions.includes(mention));
    const stand = standIn(roots, own);
    const spot = { element: roots[0] as Element, ...stand, ids: paper?.ids ?? [], roots, mentions: own, all: mentions };
    (paper ? spots : unnamed).push({ ...spot, next: all[to] });
  }

  /** The highest block around a mention that is of this paper only, and one of several of its kind. */
  function blockAround(index: number, unit: Element, whole: Block): Block {
    const isPart = whole.roots.length > 1;
    let block = extended(isPart ? [unit] : withDescriptions(unit), { roots: [], from: index, to: index + 1 }, whole);
    let titled: Block | undefined;
    let around = isPart ? null : unit.parentElement;
    for (
      let level = 0;
      around && around !== whole.roots[0] && !isWhole(around);
      level++, around = around.parentElement
    ) {
      if (isItem(block.roots[0] as Element) && !lacksTitle(block)) break;
      const wide = extended([around], block, whole, maxMentions);
      if (!isOfOnePaper(wide, around)) break;
      const isLarger = around.localName === 'tr' || wide.to - wide.from > block.to - block.from;
      if (isList(around) || !(isLarger || hasBetterTitle(wide, block))) continue;
      if (isItem(around) || (hasLike(around, wide) && mentionsOf(block).every(isInLabelPlace))) block = wide;
      else if (level < 3 && /^(?:div|figure|header|hgroup|center)$/.test(around.localName) && hasOnlyLabels(unit))
        titled ??= titleWithin([around], mentionsOf(wide)) ? wide : undefined;
    }
    return titled && lacksTitle(block) ? titled : block;
  }

  function extended(roots: Element[], { from, to }: Block, whole: Block, most = all.length): Block {
    const isIn = (index: number) => roots.some((root) => root.contains(mentionAt(index).element));
    let [start, end] = [from, to];
    while (start > Math.max(whole.from, from - most) && isIn(start - 1)) start--;
    while (end < Math.min(whole.to, to + most) && isIn(end)) end++;
    return { roots, from: start, to: end };
  }

  function isOfOnePaper({ from, to }: Block, around: Element): boolean {
    if (to - from > maxMentions) return false;
    const mentions = all.slice(from, to);
    const papers = papersAmong(mentions);
    const paper = ownPaper(papers, { roots: [around], from, to });
    if (!paper) return papers.length === 0 && isShort(around);
    return !haveSeveralTitles(mentions, paper) && belongTogether(paper, around) && isShort(around);
  }

  /** The one paper that a block is about, if there is one. */
  function ownPaper(papers: Group[], block: Block): Group | undefined {
    if (papers.length < 2) return papers[0];
    const main = isOneOfMany(block) ? mainOf(papers) : undefined;
    const isReference = isItem(block.roots[0] as Element) && !papers.some(({ mentions }) => mentions.some(hasPlace));
    return isReference ? papers[0] : main;
  }

  function isOneOfMany(block: Block): boolean {
    const [root] = block.roots as [Element];
    return isItem(root) || (!/^(?:p|pre|blockquote)$/.test(root.localName) && hasLike(root, block));
  }

  function hasBetterTitle(wide: Block, block: Block): boolean {
    if (lacksTitle(block)) return true;
    // What is written in words may be spoken of under another title.
    if (mentionsOf(block).some(({ node }) => node)) return false;
    return !hasMark(block) && hasMark(wide);
  }

  /** Another one like it beside it has papers, too. */
  function hasLike(element: Element, { from, to }: Block): boolean {
    return [all[from - 1], all[to]].some((neighbour) => {
      const sibling = neighbour && childAround(element.parentElement, neighbour.element);
      return sibling && areAlike(sibling, element);
    });
  }

  function lacksTitle(block: Block): boolean {
    const mentions = mentionsOf(block);
    if (mentions.some(({ title }) => title)) return false;
    if (isItem(block.roots[0] as Element)) return block.roots.every(hasOnlyLabels);
    return !hasTitle(block.roots[0] as Element, block.roots, mentions);
  }

  function hasMark(block: Block): boolean {
    return isMarked(block.roots[0] as Element, block.roots, mentionsOf(block));
  }

  function mentionsOf({ from, to }: Block): Mention[] {
    return all.slice(from, to);
  }

  function mentionAt(index: number): Mention {
    return all[index] as Mention;
  }
}

/** The end of a long text is far from where it speaks of a paper. */
function isTooLong({ roots: [root] }: Block): boolean {
  return root !== undefined && (isWhole(root) || (!isItem(root) && !isShort(root)));
}

function childAround(parent: Element | null, element: Element): Element | undefined {
  let child: Element | null = element;
  while (child && child.parentElement !== parent) child = child.parentElement;
  return child ?? undefined;
}

/** Two titles that link to PDFs are two papers; which of them a label is of, nobody knows. */
function haveSeveralTitles(mentions: Mention[], paper: Group | undefined): boolean {
  if (paper?.isTitled) return false;
  return new Set(mentions.flatMap(({ title, pdf }) => (title && pdf ? title : []))).size > 1;
}

/**
 * Several identifiers in several blocks are of one paper, unless two of these blocks have words of their own, as two
 * paragraphs have.
 */
function belongTogether({ ids, mentions, isTitled }: Group, around: Element): boolean {
  const first = mentions.find(({ title }) => title) ?? mentions[0];
  const own = first && blockOf(first.element);
  const others = mentions.filter((mention) => !mention.ids.some(({ id }) => first?.ids.some((same) => same.id === id)));
  const units = new Set(others.map(({ element }) => blockOf(element)).filter((unit) => unit !== own));
  if (ids.length < 2 || units.size === 0) return true;
  const isKept = isItem(around) || (around.classList.length > 0 && !/^(?:article|section)$/.test(around.localName));
  if (isTitled && isKept) return true;
  const wordy = [...units].filter((unit) => !hasOnlyLabels(unit)).length;
  return wordy + (isTitled || !own || hasOnlyLabels(own) ? 0 : 1) < (isTitled ? 1 : 2);
}

const hasTitle = remembering(
  (block, roots: Element[], mentions: Mention[]) => isShort(block) && titleWithin(roots, mentions) !== undefined,
);
const isMarked = remembering(
  (block, roots: Element[], mentions: Mention[]) => isShort(block) && hasMarkedTitle(roots, mentions),
);

function isShort({ textContent }: Element): boolean {
  return (textContent ?? '').length < maxLength;
}
