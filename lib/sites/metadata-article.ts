/** What the descriptions in a page's metadata have in common, and how their values are cleaned. */
import { doiId, type Identifier, identifierOf } from '../identity';
import { day, oneLine } from './read';

/** One article as one description has it. */
export interface Article {
  ids: Identifier[];
  /** It is a paper even without an identifier. */
  isPaper?: boolean;
  title?: string | undefined;
  authors?: string[] | undefined;
  abstract?: string | undefined;
  published?: string | undefined;
  venue?: string | undefined;
  abstractPage?: string | undefined;
  pdf?: string | undefined;
  html?: string | undefined;
}

export function schemeOf({ id }: Identifier): string {
  return id.slice(0, id.indexOf(':'));
}

/** Markup in metadata is somebody's mistake. Only known tags: `p < 0.05` is none. */
const tags = /<\/?(?:jats:)?(?:p|i|b|em|strong|sub|sup|span|div|br|sec|title|italic|bold)(?:\s[^<>]{0,200})?\/?>/gi;

/** A value on one line, without markup. */
export function plainText(raw: string | null | undefined, maxLength: number): string | undefined {
  if (!raw) return undefined;
  const line = oneLine(raw.slice(0, 4 * maxLength).replace(tags, ''));
  return line && line.length <= maxLength ? line : undefined;
}

/** All names, or none where one of them is missing, or stands for others. */
export function allNames(names: (string | undefined)[]): string[] | undefined {
  const known = names.flatMap((name) => name ?? []);
  const isWhole = known.length === names.length && known.length > 0 && known.length <= 20_000;
  return isWhole && !known.some((name) => /\bet\.? al\b|…$|\.\.\.$/i.test(name)) ? known : undefined;
}

/** An identifier as a page names it, where the name of its scheme may stand beside it. */
export function identifierNamed(value: string, scheme = ''): Identifier | undefined {
  const named = /\b(?:doi|arxiv|pmid|pmcid|openreview)\b/.exec(scheme.toLowerCase())?.[0];
  const written = value.trim().replace(/^info:(doi|pmid|arxiv)\//i, '$1:');
  if (named === 'doi') {
    const id = doiId(written);
    return id && { id };
  }
  // A bare number may be of anything.
  const says = /[:/]/.test(written) ? identifierOf(written) : undefined;
  return says ?? (named ? identifierOf(`${named}:${written}`) : undefined);
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A date as precise as it is written: `2024`, `2024/5`, `May 2024`, `2024-05-13T…`. */
export function isoDate(raw: string | undefined): string | undefined {
  const written = raw?.trim().slice(0, 100);
  if (!written) return undefined;
  const padded = written.replace(/[-/](\d)(?!\d)/g, '-0$1');
  const whole = day(padded);
  if (whole) return isYear(whole) ? whole : undefined;
  const year = /(?<!\d)\d{4}(?!\d)/.exec(padded)?.[0];
  if (!year || !isYear(year)) return undefined;
  const number = /^\d{4}[-/](\d{2})(?!\d)/.exec(padded)?.[1];
  const name = /^([a-z]{3})[a-z]*\.?,? \d{4}$/i.exec(padded)?.[1]?.toLowerCase() ?? '';
  const month = number ? Number(number) : months.indexOf(name) + 1;
  return month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, '0')}` : year;
}

/** Zeros and epochs fill empty fields. */
function isYear(date: string): boolean {
  return date >= '1500' && date < '2200' && date !== '1970-01-01';
}

/** The earliest, and of one day the most precise: what is online in May may be printed in June. */
export function firstOf(dates: (string | undefined)[]): string | undefined {
  const [first, ...others] = dates.flatMap((date) => date ?? []).sort();
  return others.filter((other) => first && other.startsWith(first))[0] ?? first;
}
