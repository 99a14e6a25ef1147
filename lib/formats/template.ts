/**
 * Templates that users edit: `{{title}}` is filled in, `{{#note}}…{{/note}}` stands where there is a note, and
 * `{{title|yaml}}` is in the quotation marks that YAML wants. Nothing else: no code, no loops.
 */

export type Values = Record<string, string>;

const part = /\{\{([#/]?)([a-z]+)(\|yaml)?\}\}/g;

/** A template filled in. What it names that there is not stays as it is, so that a slip is seen. */
export function filledIn(template: string, values: Values): string {
  const text: string[] = [];
  /** Sections that are open, and whether they are shown. */
  const open: { name: string; isShown: boolean }[] = [];
  let end = 0;
  const isShown = () => open.every((section) => section.isShown);
  const add = (more: string) => {
    if (isShown()) text.push(more);
  };
  for (const match of template.matchAll(part)) {
    const [all, kind, name = '', isYaml] = match;
    add(template.slice(end, match.index));
    end = match.index + all.length;
    if (!Object.hasOwn(values, name)) add(all);
    else if (kind === '#') open.push({ name, isShown: values[name] !== '' });
    else if (kind === '/') {
      const index = open.findLastIndex((section) => section.name === name);
      if (index >= 0) open.length = index;
    } else add(isYaml ? yamlText(values[name] ?? '') : (values[name] ?? ''));
  }
  add(template.slice(end));
  return text.join('');
}

/** The names that a template uses and that there are not. */
export function unknownNames(template: string, known: Iterable<string>): string[] {
  const names = new Set(known);
  return [...new Set([...template.matchAll(part)].map(([, , name = '']) => name))].filter((name) => !names.has(name));
}

/** A text as YAML: JSON is YAML, but for signs that YAML takes for ends of lines. */
export function yamlText(text: string): string {
  return JSON.stringify(text.toWellFormed()).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
