/** The text of HTML, where there is no browser to read it: in a worker. Markup goes, and nothing of it is ever shown as such. */

const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
};

/** Text with entities resolved, once. */
export function withoutEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi,
    (all: string, decimal?: string, hex?: string, name?: string) => {
      if (name) return Object.hasOwn(named, name.toLowerCase()) ? (named[name.toLowerCase()] ?? all) : all;
      const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
        ? String.fromCodePoint(code)
        : '\ufffd';
    },
  );
}

/** The text of a note in HTML, its paragraphs and lines kept. */
export function textOfHtml(html: string): string {
  const lines = html
    .replace(/\s+/g, ' ')
    .replace(/<(?:script|style)\b/gi, '<')
    .replace(/<br\b[^<>]{0,200}>/gi, '\n')
    .replace(/<li\b[^<>]{0,200}>/gi, '\n- ')
    .replace(/<\/(?:p|div|h[1-6]|ul|ol|blockquote|pre)>/gi, '\n\n')
    .replace(/<\/?[a-z][^<>]{0,5000}>/gi, '');
  return withoutEntities(lines)
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
