/** Papers that nobody has given an identifier. */
import { areAlike } from './anywhere-blocks';
import type { Spot } from './anywhere-spot';
import { titleWithin } from './anywhere-titles';

/** A PDF that nobody has given an identifier is a paper where its neighbours are papers. */
export function amongPapers(unnamed: Spot[], spots: Spot[]): Spot[] {
  if (unnamed.length === 0) return [];
  const siblings = new Map<Element | null, Element[]>();
  for (const { element, line } of spots) {
    if (line) continue;
    const known = siblings.get(element.parentElement);
    if (known) known.push(element);
    else siblings.set(element.parentElement, [element]);
  }
  return unnamed.filter(({ element, roots, all }) => {
    const papers = siblings.get(element.parentElement) ?? [];
    let alike = 0;
    for (const paper of papers) {
      if (areAlike(paper, element)) alike++;
      if (alike > 1) return titleWithin(roots, all) !== undefined;
    }
    return false;
  });
}
