/** The heading over a part of a list, where headings and entries are siblings. */

/**
 * Finds the last heading before an entry. Lists have thousands of entries, which are read in order: each looks back
 * only as far as one that has been asked for already.
 */
export function headedBy(headings: string): (entry: Element) => Element | undefined {
  const known = new WeakMap<Element, Element | undefined>();
  return (entry) => {
    let before = entry.previousElementSibling;
    while (before && !known.has(before) && !before.matches(headings)) before = before.previousElementSibling;
    const heading = before && known.has(before) ? known.get(before) : (before ?? undefined);
    known.set(entry, heading);
    return heading;
  };
}
