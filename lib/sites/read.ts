/** How texts, dates, counts and links are read from an element. Pure: nothing is changed, nothing is laid out. */

/** Nodes that are not what the author wrote: typeset formulas, scripts. Attribute selectors, because in quirks mode
 * class selectors ignore case, and arXiv marks its own texts with `mathjax`. */
const notWritten = 'script, noscript, style, br, math, [class*="MathJax"], mjx-container, .katex';

/** The text of an element on one line, formulas as their source between `$`; `undefined` where there is none. */
export function text(element: Element | null | undefined): string | undefined {
  if (!element) return undefined;
  const plain = !element.firstElementChild || !element.querySelector(notWritten);
  return oneLine(plain ? element.textContent : writtenIn(element));
}

/** The same text without line breaks and surplus spaces; `undefined` for an empty one. */
export function oneLine(raw: string | null | undefined): string | undefined {
  // Single spaces are most of them, and right already.
  return raw?.replace(/[^\S ]\s*| \s+/g, ' ').trim() || undefined;
}

function writtenIn(element: Element): string {
  return Array.from(element.childNodes, written).join('');
}

function written(node: Node): string {
  if (node.nodeType === 3) return node.nodeValue ?? '';
  if (node.nodeType !== 1) return '';
  return writtenInstead(node as Element) ?? writtenIn(node as Element);
}

/** What an element stands for, where that is not what is in it: the source of a formula, or nothing. */
export function writtenInstead(element: Element): string | undefined {
  const name = element.localName;
  if (name === 'br') return ' ';
  if (name === 'script')
    return /^math\/tex/.test(element.getAttribute('type') ?? '') ? formula(element.textContent) : '';
  if (name === 'noscript' || name === 'style') return '';
  if (name === 'math') return sourceOf(element);
  const className = element.getAttribute('class') ?? '';
  if (name === 'mjx-container' || /(?:^|\s)katex(?:\s|$)/.test(className)) return typesetFormula(element);
  // MathJax 2 keeps the source in a script beside what it has typeset.
  return className.includes('MathJax') ? '' : undefined;
}

/** KaTeX and MathJax 4 carry the source; MathJax 3 only a version for screen readers. */
function typesetFormula(element: Element): string {
  return sourceOf(element) ?? (element.querySelector('mjx-assistive-mml') ?? element).textContent ?? '';
}

/** Beside what is shown, where it was kept: LaTeXML has it in an attribute, too. */
function sourceOf(element: Element): string | undefined {
  const source =
    element.querySelector('annotation[encoding="application/x-tex"]')?.textContent ??
    element.querySelector('[data-latex]')?.getAttribute('data-latex') ??
    element.getAttribute('alttext');
  return source ? formula(source) : undefined;
}

function formula(source: string | null): string {
  return source ? `$${source.trim()}$` : '';
}

/** A link's address as a whole one; only http(s). */
export function address(href: string | null | undefined, base: string): string | undefined {
  if (!href) return undefined;
  // Most links, and 2,000 times three of them on one page.
  if (/^\/(?!\/)\S*$/.test(href)) return base + href;
  if (!URL.canParse(href, base)) return undefined;
  const url = new URL(href, base);
  return /^https?:$/.test(url.protocol) && url.href.length <= 4000 ? url.href : undefined;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The first day in a text, as `2026-06-29`: `29 Jun 2026`, `2 December, 2025`, `Nov 22, 2024`, `2026-06-29T…`, and
 * `22 Nov 17` as arXiv wrote until 2024. A day without a year (`Oct 6`) is none: the year would be guessed.
 */
export function day(raw: string | null | undefined): string | undefined {
  if (!raw) return undefined;
  const iso = /\b(\d{4})[-/](\d{2})[-/](\d{2})(?:T|\b)/.exec(raw);
  if (iso) return isoDay(iso[1], Number(iso[2]), iso[3]);
  const british = /\b(\d{1,2}) ([a-z]{3})[a-z]*\.?,? (\d{4}|\d{2})\b(?!:)/i.exec(raw);
  if (british) return isoDay(british[3], monthNumber(british[2]), british[1]);
  const american = /\b([a-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})\b/i.exec(raw);
  return american ? isoDay(american[3], monthNumber(american[1]), american[2]) : undefined;
}

function monthNumber(name = ''): number {
  return months.indexOf(name.toLowerCase()) + 1;
}

function isoDay(year = '', month = 0, dayOfMonth = ''): string | undefined {
  const date = Number(dayOfMonth);
  if (month < 1 || month > 12 || date < 1 || date > 31) return undefined;
  // The only two-digit years are arXiv's, and arXiv began in 1991.
  const fullYear = year.length === 2 ? (Number(year) > 90 ? `19${year}` : `20${year}`) : year;
  return `${fullYear}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** A count as it is printed: `7`, `1,204`. `1.2k` is none: which of a hundred numbers it was, the page does not say. */
export function count(raw: string | null | undefined): number | undefined {
  const digits = raw?.trim() ?? '';
  return /^\d{1,3}(?:,\d{3})+$|^\d{1,9}$/.test(digits) ? Number(digits.replaceAll(',', '')) : undefined;
}

type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The same object without what the page does not say. */
export function present<T extends object>(value: T): Present<T> {
  const said: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) if (part !== undefined) said[key] = part;
  return said as Present<T>;
}

/** The same, and `undefined` where nothing is left. */
export function anyPresent<T extends object>(value: T): Present<T> | undefined {
  const rest = present(value);
  return Object.keys(rest).length > 0 ? rest : undefined;
}
