/** What was found out about an element holds as long as its words are the same: a page is looked at again and again. */
export function remembering<Found, Rest extends unknown[]>(
  find: (element: Element, ...rest: Rest) => Found,
): (element: Element, ...rest: Rest) => Found {
  const remembered = new WeakMap<Element, { content: string; found: Found }>();
  return (element, ...rest) => {
    const content = element.textContent ?? '';
    const known = remembered.get(element);
    if (known?.content === content) return known.found;
    const found = find(element, ...rest);
    remembered.set(element, { content, found });
    return found;
  };
}
