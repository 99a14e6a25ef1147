/** How a mention stands among words: as labels do, or as a word of a sentence. */
import { blockOf, isBlock, isOurs } from './anywhere-blocks';
import { isLabel } from './anywhere-labels';
import type { Mention } from './anywhere-mentions';

/** Before an identifier in words, these are part of its name. */
const namesOfNumbers =
  /(?:\b(?:preprint|arxiv|corr|e-?print|doi|pmid|pmcid|pubmed|id|identifier|(?:available|preprint|posted) (?:at|on|as)|via))$/i;

/** Words that are as well of a sentence: `in this paper`. */
const general =
  /^\W*(?:a|an|the|this|that|our|my|his|her|their|new|recent|see|here|paper|article|preprint|study|work|report|link|book|thesis|post|more|details|\s)*\W*$/i;

/**
 * It stands as labels do: `[PDF]`, `Venue 2026. PDF / arXiv`; not as a word of a sentence, where what "this paper" is
 * may be another one: `as shown in this paper by`.
 */
export function isInLabelPlace(mention: Mention): boolean {
  const { element, node, article, title } = mention;
  const content = element.textContent ?? '';
  // In brackets of its own, or a picture.
  if (article || (!node && !title && (/^\s*[[(]/.test(content) || !/\p{L}/u.test(content)))) return true;
  const before = beside(mention, 'previousSibling').trimEnd();
  if (!/\p{L}$/u.test(before) || namesOfNumbers.test(before)) return true;
  const after = beside(mention, 'nextSibling').trimStart();
  if (after !== '') return !/^[\p{L}\p{N}.,;:?!'’]/u.test(after);
  return !/^(?:p|blockquote)$/.test(blockOf(element).localName) || content.length > 80 || !general.test(content);
}

/** The words beside it in its block; none where the block ends, a bar where another label or a line stands. */
function beside({ element, node, start, end }: Mention, side: 'previousSibling' | 'nextSibling'): string {
  const isBefore = side === 'previousSibling';
  const data = node?.nodeValue ?? '';
  const own = isBefore ? data.slice(0, start) : data.slice(end);
  if (node && own.trim()) return own;
  let at: Node | null = node ?? element;
  for (let step = 0; at && step < 20; step++) {
    const next: Node | null = at[side];
    if (next?.nodeType === 3 && next.nodeValue?.trim()) return next.nodeValue;
    if (next?.nodeType === 1 && !isOurs(next)) {
      const content = next.textContent?.trim() ?? '';
      if (/^(?:BR|A)$/i.test(next.nodeName) && isLabel(content)) return '|';
      if (isBlock(next as Element) || (content && isLabel(content))) return '|';
      if (content) return content;
    }
    at = next ?? (at.parentElement && !isBlock(at.parentElement) ? at.parentElement : null);
  }
  return '';
}

/** A word of a sentence. */
export function isInProse(mention: Mention): boolean {
  if (!isInLabelPlace(mention)) return true;
  // `In arXiv:2609.00001 they …`
  return (
    /^(?:p|blockquote)$/.test(blockOf(mention.element).localName) && /^\s+\p{Ll}/u.test(beside(mention, 'nextSibling'))
  );
}

/** Words that are no element of their own have no place for controls: among several papers, these get none. */
export function hasPlace({ element, node }: Mention): boolean {
  return !node || !isBlock(element);
}
