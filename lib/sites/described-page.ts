/** The page of a paper, where its head and its heading both speak of it. */
import { paperDescribedBy } from './metadata';
import { text } from './read';
import type { Reading } from './site';

/**
 * What the head says, if it speaks of the paper in the heading: sites that change pages without a reload may leave
 * an earlier paper's head behind.
 */
export function describedUnder(heading: Element): Reading | undefined {
  const described = paperDescribedBy(heading.ownerDocument);
  return isSameTitle(described?.title, text(heading)) ? described : undefined;
}

/** The same words, whatever their case and signs; formulas and small capitals are written differently in a head. */
export function isSameTitle(one: string | undefined, other: string | undefined): boolean {
  const folded = foldedTitle(one);
  return folded !== '' && folded === foldedTitle(other);
}

function foldedTitle(title = ''): string {
  const plain = title.normalize('NFKC').toLowerCase();
  return plain.replace(/[^\p{L}\p{N}]+/gu, '') || plain.trim();
}

/** The first heading that says the title that the head has. */
export function describedHeadings(page: ParentNode, headings: string): Element[] {
  const title = page.querySelector('meta[name="citation_title" i]')?.getAttribute('content') ?? undefined;
  if (!title) return [];
  const heading = Array.from(page.querySelectorAll(headings)).find((heading) => isSameTitle(title, text(heading)));
  return heading ? [heading] : [];
}
