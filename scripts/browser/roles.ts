/** Finds what a user perceives: an element by its role and name, also inside open shadow roots. */

/** All of a name, or a pattern that it matches. */
export type Name = string | RegExp;
/** One step down: to an element by role and name, or by a selector. */
export type Step = { role: string; name?: Name } | { css: string };
/** A step that can be sent to a page. */
export type PlainStep = { role: string; exact?: string; pattern?: string; flags?: string } | { css: string };

/** Makes a step plain, so that it can be sent to a page. */
export function plain(step: Step): PlainStep {
  if ('css' in step) return step;
  const { role, name } = step;
  if (name === undefined) return { role };
  return typeof name === 'string' ? { role, exact: name } : { role, pattern: name.source, flags: name.flags };
}

/** Says a step as a person would: `button "Save"`. */
export function describe(step: Step): string {
  if ('css' in step) return step.css;
  const name = step.name instanceof RegExp ? String(step.name) : JSON.stringify(step.name);
  return step.name === undefined ? step.role : `${step.role} ${name}`;
}

/**
 * Runs in the page: all visible elements that the steps lead to, in document order; or, with `say`, what can be used
 * and read below them, as text. The browsers' own queries do not do: Firefox's do not look into shadow roots.
 */
export function findInPage(steps: PlainStep[], say = false): (Element | string)[] {
  const tags: Record<string, string> = {
    article: 'article',
    button: 'button',
    dialog: 'dialog',
    form: 'form',
    h1: 'heading',
    h2: 'heading',
    h3: 'heading',
    img: 'img',
    li: 'listitem',
    main: 'main',
    nav: 'navigation',
    ol: 'list',
    p: 'paragraph',
    progress: 'progressbar',
    output: 'status',
    select: 'combobox',
    summary: 'button',
    table: 'table',
    textarea: 'textbox',
    tr: 'row',
    ul: 'list',
  };
  const inputs: Record<string, string> = {
    button: 'button',
    checkbox: 'checkbox',
    file: 'button',
    number: 'spinbutton',
    radio: 'radio',
    search: 'searchbox',
    submit: 'button',
  };
  const usable = ['alert', 'button', 'checkbox', 'combobox', 'link', 'radio', 'searchbox', 'status', 'textbox'];

  const roleOf = (element: Element) => {
    const explicit = element.getAttribute('role');
    if (explicit) return explicit;
    if (element.localName === 'a') return element.hasAttribute('href') ? 'link' : 'generic';
    if (element.localName === 'section')
      return element.matches('[aria-label], [aria-labelledby]') ? 'region' : 'generic';
    if (element instanceof HTMLInputElement) return element.list ? 'combobox' : (inputs[element.type] ?? 'textbox');
    return tags[element.localName] ?? 'generic';
  };
  // What a field says is its value; the label around it says the rest.
  const silent = ['style', 'script', 'select', 'textarea'];
  const tidy = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
  const textOf = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
    if (!(node instanceof Element) || node.ariaHidden === 'true' || silent.includes(node.localName)) return '';
    if (node instanceof HTMLImageElement) return node.alt;
    const { display } = getComputedStyle(node);
    if (display === 'none') return '';
    const text = [...(node.shadowRoot ?? node).childNodes].map(textOf).join('');
    return display === 'inline' || display === 'contents' ? text : ` ${text} `;
  };
  const nameOf = (element: Element) => {
    const root = element.getRootNode() as Document | ShadowRoot;
    const ids = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
    const labels = 'labels' in element ? [...((element.labels as NodeListOf<Element> | null) ?? [])] : [];
    const field = element.matches('input, textarea, select');
    return (
      tidy(ids.map((id) => root.getElementById(id)?.textContent).join(' ')) ||
      tidy(element.getAttribute('aria-label')) ||
      tidy(labels.map(textOf).join(' ')) ||
      // By the letter a status or a list item has no name; a person still tells them by what they say.
      (field ? '' : tidy(textOf(element))) ||
      tidy(element.getAttribute('alt') ?? element.getAttribute('title') ?? element.getAttribute('placeholder'))
    );
  };
  const isVisible = (element: Element) => {
    let at: Element | null = element;
    while (at && at.ariaHidden !== 'true') at = at.parentElement ?? (at.getRootNode() as ShadowRoot).host ?? null;
    return at === null && isShown(element);
  };
  // What stands in the grid of its parent by its parts has no box of its own.
  const isShown = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true }) ||
    (element.parentElement !== null &&
      getComputedStyle(element).display === 'contents' &&
      isShown(element.parentElement));
  const below = (roots: Node[]): Element[] => {
    const all = new Set<Element>();
    const collect = (parent: Node) => {
      const { shadowRoot, children } = parent as Element;
      if (shadowRoot) collect(shadowRoot);
      for (const child of children) {
        all.add(child);
        collect(child);
      }
    };
    for (const root of roots) collect(root);
    return [...all];
  };
  const matcherOf = (step: PlainStep) => {
    if ('css' in step) return (element: Element) => element.matches(step.css);
    const { role, exact, pattern, flags } = step;
    const named = pattern === undefined ? undefined : new RegExp(pattern, flags);
    const hasName = (element: Element) =>
      exact === undefined ? (named?.test(nameOf(element)) ?? true) : nameOf(element) === exact;
    return (element: Element) => roleOf(element) === role && isVisible(element) && hasName(element);
  };

  let found: Node[] = [document];
  for (const step of steps) found = below(found).filter(matcherOf(step));
  if (!say) return found as Element[];
  return below(found)
    .filter((element) => usable.includes(roleOf(element)) && isVisible(element))
    .map((element) => `${roleOf(element)} "${nameOf(element)}"`);
}
