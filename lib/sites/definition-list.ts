/** Papers in a `dl`: a `dt` for each, and what more there is to say in the `dd`s up to the next one. */

/** The `dd`s of a `dt`. Nothing else belongs between them, but extensions put things there. */
export function detailsOf(dt: Element): Element[] {
  const details: Element[] = [];
  for (let next = dt.nextElementSibling; next && next.localName !== 'dt'; next = next.nextElementSibling) {
    if (next.localName === 'dd') details.push(next);
  }
  return details;
}

/** All elements of such an entry. */
export function withDetails(dt: Element): Element[] {
  return [dt, ...detailsOf(dt)];
}
