/** The elements that a page is built of, told by their names: nothing is laid out. */
import { isLabel } from './anywhere-labels';
import { remembering } from './anywhere-memory';

const inline = new Set(
  `a abbr acronym b bdi bdo big button cite code data del dfn em font i img ins kbd label mark nobr q ruby s samp small
  span strike strong sub sup svg time tt u var wbr g-emoji picture source`.match(/\S+/g),
);

export function isBlock(element: Element): boolean {
  return !inline.has(element.localName);
}

/** What Papergloss itself has put there. */
export function isOurs(node: Node): boolean {
  return /^papergloss-/i.test(node.nodeName);
}

/** The block in which an element stands, or which it is. */
export function blockOf(element: Element): Element {
  let block = element;
  while (!isBlock(block) && block.parentElement) block = block.parentElement;
  return block;
}

/** One thing of many, by its name alone. */
export function isItem(element: Element): boolean {
  const name = element.localName;
  if (name === 'li' || name === 'tr' || name === 'dt') return true;
  const role = element.getAttribute('role');
  return role === 'listitem' || role === 'row';
}

/** Around many things: never one of them. */
export function isWhole({ localName }: Element): boolean {
  return /^(?:html|body|main)$/.test(localName);
}

export function isList({ localName }: Element): boolean {
  return /^(?:ul|ol|dl|table|tbody|thead|tfoot)$/.test(localName);
}

/** Siblings of one kind, such as the cards of a list; one may have a further class. */
export function areAlike(a: Element, b: Element): boolean {
  if (a.localName !== b.localName) return false;
  if (a.className === b.className) return true;
  const classes = Array.from(a.classList);
  return classes.length === 0 ? b.classList.length === 0 : classes.some((name) => b.classList.contains(name));
}

/** A term and its descriptions are one block of several elements; any other is one of itself. */
export function withDescriptions(block: Element): Element[] {
  if (block.localName !== 'dd' && block.localName !== 'dt') return [block];
  let term: Element | null = block;
  for (let step = 0; term && term.localName !== 'dt' && step < 10; step++) term = term.previousElementSibling;
  if (term?.localName !== 'dt') return [block];
  const parts = [term];
  for (let next = term.nextElementSibling; next && next.localName !== 'dt' && parts.length < 10; ) {
    if (next.localName === 'dd') parts.push(next);
    next = next.nextElementSibling;
  }
  return parts.includes(block) ? parts : [block];
}

/** Nothing stands in it but `[arXiv] [PDF] | DOI: 10.5555/…`. */
export const hasOnlyLabels = remembering((block) => {
  const words = block.textContent?.trim() ?? '';
  if (words.length > 200) return false;
  const parts = words.split(/[|·•,;()[\]{}\n\t]|\s[-–—/]\s|\s{2,}|:\s/);
  return parts.every((part) => !part.trim() || isLabel(part));
});
