/** How Google Scholar writes authors, venues and years, and how it names papers. */
import { arxivId, identifierOf } from '../identity';
import type { Paper, PaperId } from '../paper';
import { present } from './read';

/** The same on all hosts. */
export const base = 'https://scholar.google.com';

export function named(value: string | null | undefined): PaperId | undefined {
  return identifierOf(`scholar:${value ?? ''}`)?.id;
}

/**
 * A profile names its works in its own way; but the list of what cites one of them (`cites=5577…`) is of the number
 * that search results name it by. There it is written in letters: eight bytes, the lowest first, and a nine.
 */
export function clusterAt(href: string | null | undefined): PaperId | undefined {
  const number = /[?&]cites=(\d{1,20})(?:&|$)/.exec(href ?? '')?.[1];
  if (!number || BigInt(number) >= 1n << 64n) return undefined;
  const bytes = Array.from({ length: 8 }, (_, byte) => Number((BigInt(number) >> BigInt(8 * byte)) & 255n));
  const letters = btoa(String.fromCharCode(...bytes, 9));
  return named(letters.replaceAll('+', '-').replaceAll('/', '_'));
}

/** Names as they are written, with initials; none where the list is cut, at its start, in its middle, or at its end. */
export function namesIn(list = ''): string[] | undefined {
  const names = list.split(', ');
  return list && !/…|\.\.\./.test(list) ? names : undefined;
}

/**
 * `A Author, B Author… - Venue, 2010 - host`. Authors, venue, year and host may each be missing; a venue may hold a
 * dash.
 */
export function bylineIn(line = ''): Pick<Paper, 'authors' | 'venue' | 'published'> {
  const parts = line.split(/\s[-–]\s/);
  const dated = parts.findIndex((part) => /(?:^|, )(?:1[5-9]|20|21)\d\d$/.test(part));
  const published = parts[dated]?.slice(-4);
  // No name has a digit.
  const first = dated === 0 || /\d/.test(parts[0] ?? '') ? undefined : parts[0];
  const venue = parts
    .slice(first === undefined ? 0 : 1, dated + 1)
    .join(' - ')
    .replace(/(?:^|, )\d{4}$/, '');
  // One part alone may be anything.
  return present({ authors: parts.length > 1 ? namesIn(first) : undefined, venue: whole(venue), published });
}

/** A name that is not cut. */
export function whole(name: string | undefined): string | undefined {
  return name && !/…|\.\.\.$/.test(name) ? name.slice(0, 1000) : undefined;
}

/** `arXiv preprint arXiv:2609.00001`, `arXiv e-prints, arXiv: 2609.00001`, `arXiv preprint hep-th/9901001`. */
export function arxivIn(venue: string | undefined): PaperId | undefined {
  const [, number] = /\barXiv(?:: ?| preprint (?=[a-z-]+(?:\.[A-Z]{2})?\/\d))(\S+?)(?:,|$)/.exec(venue ?? '') ?? [];
  return number ? arxivId(`arXiv:${number}`)?.id : undefined;
}

/** `Journal of Margins 47 (8), 735-748`: pages and volume are not its name. A year at the end may be: `Margins 2026`. */
export function venueOf(line: string | undefined): string | undefined {
  const name = whole(line)
    ?.replace(/, [a-z]?\d+(?:[-–][a-z]?\d+)?$/i, '')
    .replace(/ (?!(?:1[89]|20)\d\d$)\d{1,4}(?: \([^()]*\))?$/, '');
  return name || undefined;
}
