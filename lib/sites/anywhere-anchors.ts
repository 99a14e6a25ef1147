/** Where the controls of a block stand: below its title, or as its last line; in a row, in the cell of the title. */
import { isBlock } from './anywhere-blocks';
import { remembering } from './anywhere-memory';
import type { Mention } from './anywhere-mentions';
import { isHeading } from './anywhere-pieces';
import type { Spot } from './anywhere-spot';
import { cleaned, isHeadingOfOne, isSurelyTitle, isTitle } from './anywhere-words';
import { text } from './read';

type Stand = Pick<Spot, 'anchor' | 'controls'>;

/** The controls of the paper that has `roots` for itself. */
export function standIn(roots: Element[], mentions: Mention[]): Stand {
  const linked = mentions.find(({ title }) => title)?.element;
  const root = roots.find((part) => part.contains(linked ?? null)) ?? titledPart(roots);
  if (root.localName === 'tr') return { anchor: cellIn(root, linked), controls: 'inside' };
  if (/^h[1-6]$/.test(root.localName)) return { anchor: root, controls: 'below' };
  if (root.localName !== 'p' && root.localName !== 'li') {
    const heading = headingIn(root, linked);
    if (heading) return { anchor: heading, controls: 'below' };
  }
  return { anchor: root, controls: 'inside' };
}

function titledPart(roots: Element[]): Element {
  const [first] = roots as [Element];
  return (roots.length > 1 && roots.find(isTitled)) || first;
}

const isTitled = remembering((part) => isSurelyTitle(cleaned(text(part)?.slice(0, 390)) ?? ''));

function cellIn(row: Element, linked: Element | undefined): Element {
  const cell = linked?.closest('td, th');
  return cell && row.contains(cell) ? cell : (row.children[titledCell(row)] ?? row);
}

/** The number of the cell that holds the title; the last one, if none does. */
const titledCell = remembering((row) => {
  const titles = Array.from(row.children, (cell) => cleaned(text(cell)) ?? '');
  const sure = titles.findIndex(isSurelyTitle);
  const likely = sure < 0 ? titles.findIndex(isTitle) : sure;
  return likely < 0 ? titles.length - 1 : likely;
});

/** A heading that is a line of its own: a block behind it tears no text. */
function headingIn(root: Element, linked: Element | undefined): Element | undefined {
  if (linked) return headingAround(linked, root);
  const known = ownHeading(root);
  // The same words may stand in new elements.
  return known && !root.contains(known) ? firstHeading(root) : known;
}

const ownHeading = remembering(firstHeading);

function firstHeading(root: Element): Element | undefined {
  return Array.from(root.querySelectorAll('h1, h2, h3, h4, h5, h6, [class*="itle"], [itemprop="headline"]')).find(
    (part) => isHeading(part) && isBlock(part) && !part.closest('a') && isHeadingOfOne(cleaned(text(part)) ?? ''),
  );
}

function headingAround(link: Element, root: Element): Element | undefined {
  for (let part = link.parentElement; part && part !== root; part = part.parentElement) {
    if (isHeading(part) && isBlock(part)) return part;
  }
  return undefined;
}
