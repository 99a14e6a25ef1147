/** The words of a block in their order, with what marks them: where the links are, and where a title may be. */
import { isBlock, isOurs } from './anywhere-blocks';
import type { Mention } from './anywhere-mentions';
import { text } from './read';

export interface Piece {
  text: string;
  mark?: 'heading' | 'strong' | 'cite' | 'em' | 'link';
  mention?: Mention;
}

const lineEnd: Piece = { text: '\n' };

const marks = new Map<string, Piece['mark']>(
  Object.entries({ b: 'strong', strong: 'strong', cite: 'cite', q: 'cite', em: 'em', i: 'em', a: 'link' } as const),
);

/** `title`, `paper-title`, `PaperTitle`; not `subtitle`, `journal-title`. */
const titleClass =
  /(?:^|[\s_-])(?:(?:paper|article|entry|post|item|pub|publication|card|work|result)[\s_-]{0,2})?title(?:line|[\s_-]|$)|[a-z]Title\b/;
const noTitleClass = /sub-?title|(?:journal|venue|section|site|page|book|conf\w*|author|source)[\s_-]{0,2}title/i;

export function isHeading(element: Element): boolean {
  if (/^h[1-6]$/.test(element.localName)) return true;
  const name = element.getAttribute('class');
  if (name?.includes('itle') && titleClass.test(name) && !noTitleClass.test(name)) return true;
  return element.getAttribute('itemprop') === 'headline';
}

/** Those of an element, and of no part of it that `isOther`. */
export function piecesOf(root: Element, mentions: Mention[], isOther?: (part: Element) => boolean): Piece[] {
  const at = new Map<Node, Mention[]>();
  for (const mention of mentions) {
    const node = mention.node ?? mention.element;
    at.set(node, [...(at.get(node) ?? []), mention]);
  }
  const pieces: Piece[] = [];
  addFrom(root, root.closest('pre') !== null);
  return pieces;

  function holdsMention(node: Node): boolean {
    return at.has(node) || Array.from(node.childNodes).some(holdsMention);
  }

  function addFrom(parent: Element, isPlain: boolean, mark?: Piece['mark']): void {
    for (const node of parent.childNodes) {
      if (node.nodeType === 3) addWords(node, isPlain, mark);
      else if (node.nodeType === 1) addElement(node as Element, isPlain, mark);
    }
  }

  function addWords(node: Node, isPlain: boolean, mark?: Piece['mark']): void {
    const words = node.nodeValue ?? '';
    let from = 0;
    for (const mention of at.get(node) ?? []) {
      add(words.slice(from, mention.start), isPlain, mark);
      pieces.push({ text: words.slice(mention.start, mention.end), mention });
      from = mention.end ?? from;
    }
    add(words.slice(from), isPlain, mark);
  }

  function add(words: string, isPlain: boolean, mark?: Piece['mark']): void {
    const lines = isPlain ? words.split('\n') : [words.replace(/\s+/g, ' ')];
    for (const [index, line] of lines.entries()) {
      if (index > 0) pieces.push(lineEnd);
      if (line) pieces.push(mark ? { text: line, mark } : { text: line });
    }
  }

  function addElement(element: Element, isPlain: boolean, mark?: Piece['mark']): void {
    const name = element.localName;
    if (name === 'br') pieces.push(lineEnd);
    if (/^(?:br|script|style|noscript|template|svg)$/.test(name) || isOurs(element) || isOther?.(element)) return;
    const [mention] = at.get(element) ?? [];
    if (mention) {
      pieces.push({ text: element.textContent ?? '', mention });
      return;
    }
    const own = isHeading(element) ? 'heading' : marks.get(name);
    const breaks = isBlock(element) && name !== 'td';
    if (breaks) pieces.push(lineEnd);
    // A whole title at once, with its formulas and its emphasis, unless there is a paper in it.
    const isWhole = own && !mark && !holdsMention(element);
    if (isWhole) pieces.push({ text: text(element) ?? '', mark: own });
    else addFrom(element, isPlain || name === 'pre', mark ?? own);
    if (breaks) pieces.push(lineEnd);
    else if (name === 'td') pieces.push({ text: ' | ' });
  }
}

/** The lines of it, each with its end. */
export function linesOf(pieces: Piece[]): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const piece of pieces) {
    if (piece.text === '\n' && !piece.mention) lines.push([]);
    else lines.at(-1)?.push(piece);
  }
  return lines;
}

export function wordsOf(pieces: Piece[]): string {
  return pieces.map((piece) => piece.text).join('');
}
