/** Which parts of a page count: what is said there, not what surrounds it on every page of a site. */

/** Parts of a page that are about the site, or that are being written, or programs. */
const elsewhere = `nav, footer:not(blockquote > footer), [role="navigation"], [role="menu"], [role="menubar"],
  [role="contentinfo"], noscript, template, textarea, select, option, [contenteditable]:not([contenteditable="false"]),
  [role="textbox"], [hidden]:not([hidden="until-found"], [role="tabpanel"])`;

/** Old sites have the whole page in a form. */
const ownForm = 'form:not(:has(h1, main, article, li, tr))';

/** Whether what stands in an element counts. Decided once for each, and its parents, because many have the same. */
export function placeFilter(further = ''): (parent: Element | null) => boolean {
  const known = new Map<Element, boolean>();
  const outside = further ? `${elsewhere}, ${further}` : elsewhere;
  const counts = (parent: Element | null): boolean => {
    if (!parent) return true;
    let isIn = known.get(parent);
    if (isIn === undefined) {
      const isOut = parent.matches(outside) || (parent.localName === 'form' && parent.matches(ownForm));
      isIn = !isOut && counts(parent.parentElement);
      known.set(parent, isIn);
    }
    return isIn;
  };
  return counts;
}
