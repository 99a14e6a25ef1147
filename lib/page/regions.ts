/** Which part of the page is about an entry. */
import type { Entry } from './watch';

/** The elements in which the words of an entry may stand, and those among them which belong to others. */
export interface Region {
  elements: Element[];
  except: Set<Element>;
}

/**
 * The elements of the entry; where it is alone of its kind, on the page of one paper, the whole page without the other
 * entries: there, the entry is hardly more than the heading.
 */
export function regionOf(entry: Entry, all: Entry[]): Region {
  if (!isPageOfPaper(entry, all)) return { elements: entry.parts, except: new Set() };
  const others = all.filter((other) => other !== entry).flatMap(({ parts }) => parts);
  return { elements: [entry.host.ownerDocument.body], except: new Set(others) };
}

export function isPageOfPaper(entry: Entry, all: Entry[]): boolean {
  return entry.controls === 'below' && all.every((other) => other === entry || other.list !== entry.list);
}
