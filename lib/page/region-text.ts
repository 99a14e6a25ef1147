/** The text of a part of the page on one line, and where on the page each piece of it stands. */
import { writtenInstead } from '../sites/read';
import { isOurs } from './hosts';

/** A stretch of the text: from `offset` on as it stands in the node `first`, or what the nodes `first` to `last` stand for. */
export interface Piece {
  start: number;
  length: number;
  first: Node;
  last: Node;
  offset?: number;
}

export interface RegionText {
  text: string;
  /** In their order. Spaces that stand for more than one sign, or for the end of a block, belong to none. */
  pieces: Piece[];
}

/** What breaks no line: all other elements stand apart from what is around them. */
const inline = new Set(
  'a abbr b bdi bdo cite code del dfn em font i ins kbd mark nobr q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** Their text is no text of the page. */
const mute = new Set(['select', 'svg', 'template', 'textarea', 'title']);

/** Signs that take no place, and white space. */
const gaps = /[\s\u00AD\u200B\u2060]+/g;
const onlyInvisible = /^[\u00AD\u200B\u2060\uFEFF]+$/;

/** Reads these elements, without those in `except`. Formulas are their source, however they are typeset. */
export function readRegion(region: Element[], except: ReadonlySet<Element> = new Set()): RegionText {
  const reader = new Reader(except);
  for (const element of region) reader.readElement(element);
  return reader;
}

class Reader implements RegionText {
  text = '';
  pieces: Piece[] = [];
  #except: ReadonlySet<Element>;
  /** A space belongs here, if anything follows. */
  #isApart = false;
  /** What MathJax has typeset; its source follows. */
  #typeset: Element | undefined;

  constructor(except: ReadonlySet<Element>) {
    this.#except = except;
  }

  readElement(element: Element): void {
    if (isOurs(element) || mute.has(element.localName) || this.#except.has(element)) return;
    const instead = writtenInstead(element);
    if (instead === undefined) {
      this.#readChildren(element);
    } else if (instead.trim() === '') {
      if (instead) this.#isApart = true;
      else if (element.getAttribute('class')?.includes('MathJax')) this.#typeset ??= element;
    } else {
      this.#add(instead, { first: this.#typeset ?? element, last: element });
      this.#typeset = undefined;
    }
  }

  #readChildren(element: Element): void {
    const isBlock = !inline.has(element.localName);
    this.#isApart ||= isBlock;
    for (const child of element.childNodes) {
      if (child.nodeType === Node.ELEMENT_NODE) this.readElement(child as Element);
      if (child.nodeType !== Node.TEXT_NODE) continue;
      this.#typeset = undefined;
      this.#add((child as Text).data, { first: child, last: child }, 0);
    }
    this.#isApart ||= isBlock;
  }

  /** Adds what `nodes` say; `offset` where it stands so in a node of text. */
  #add(said: string, nodes: Pick<Piece, 'first' | 'last'>, offset?: number): void {
    let from = 0;
    const take = (to: number) => {
      if (to <= from) return;
      if (this.#isApart && this.text !== '' && !this.text.endsWith(' ')) this.text += ' ';
      this.#isApart = false;
      const at = offset === undefined ? {} : { offset: offset + from };
      this.pieces.push({ ...nodes, ...at, start: this.text.length, length: to - from });
      this.text += said.slice(from, to);
    };
    for (const { 0: gap, index } of said.matchAll(gaps)) {
      if (gap === ' ' && index > from) continue;
      take(index);
      this.#isApart ||= !onlyInvisible.test(gap);
      from = index + gap.length;
    }
    take(said.length);
  }
}
