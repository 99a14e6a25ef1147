/** Where something can stand over a list without getting into its layout. */
import type { Entry } from './watch';

/** Elements between whose children nothing else may stand. */
const wholes = 'ul, ol, dl, table, thead, tbody, tr';

/** The element before which a bar over these entries stands. `undefined` where there is no list. */
export function placeOver(entries: Entry[]): Element | undefined {
  // What the site has just thrown out stands nowhere.
  const parts = entries.flatMap(({ parts: [part] }) => (part?.isConnected ? part : []));
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last || first === last) return undefined;
  const range = first.ownerDocument.createRange();
  range.setStartBefore(first);
  range.setEndAfter(last);
  const around = range.commonAncestorContainer;
  if (!(around instanceof Element)) return undefined;
  let place: Element = isLaidOut(around) ? around : childWith(around, first);
  // In a row of columns a bar would be one more column.
  while (place.parentElement && place.parentElement !== first.ownerDocument.body && isInRow(place.parentElement)) {
    place = place.parentElement;
  }
  return place;
}

/** Whether the children of an element are laid out in a way of its own. */
function isLaidOut(element: Element): boolean {
  return element.matches(wholes) || /flex|grid/.test(getComputedStyle(element).display);
}

function isInRow(parent: Element): boolean {
  if (parent.matches(wholes)) return true;
  const { display, flexDirection } = getComputedStyle(parent);
  return display.includes('grid') || (display.includes('flex') && !flexDirection.startsWith('column'));
}

function childWith(ancestor: Element, inside: Element): Element {
  let child = inside;
  while (child.parentElement && child.parentElement !== ancestor) child = child.parentElement;
  return child;
}

/** How a divider stands in the first part of an entry, above all else in it; where that lays out its children in a row, over it. */
export function dividerStyle(part: Element): string {
  const { display, flexDirection } = getComputedStyle(part);
  const isRow = display.includes('flex') && !flexDirection.startsWith('column');
  if (isRow) return 'position: absolute !important; display: block !important;';
  return 'display: block !important; grid-column: 1 / -1 !important;';
}
