/** What arXiv's lists, search results and abstract pages write alike. */
import { arxivId, doiId, type Identifier } from '../identity';
import type { PaperId } from '../paper';
import { address, count, text } from './read';

/** All hosts of arXiv serve the same pages; a paper's links are the same wherever it was seen. */
export const base = 'https://arxiv.org';

/** The paper, and its version, that a link to one of its pages is of. */
export function paperOf(link: Element | null | undefined): Identifier | undefined {
  const [, number] = link?.getAttribute('href')?.split(/\/(?:abs|html)\/|[?#]/) ?? [];
  return number ? arxivId(number) : undefined;
}

/** The address of the first link under `folder`: `abs`, `pdf`, `html`. */
export function linkTo(folder: string, scope: Element | null): string | undefined {
  return address(scope?.querySelector(`a[href*="/${folder}/"]`)?.getAttribute('href'), base);
}

/** A text without its label (`Title:`), which older pages and other fields write in the same element. */
export function field(element: Element | null | undefined, label: RegExp): string | undefined {
  return text(element)?.replace(label, '').trimStart() || undefined;
}

/** The authors, if all of them are there; else how many there are, if that is said. */
export function authorsIn(element: Element | null): { authors?: string[]; authorCount?: number } {
  if (!element) return {};
  const links = Array.from(element.querySelectorAll('a'));
  // The switch of a long list is a link too; where there is one, the whole list is in the page, though hidden.
  const people = links.filter((link) => !link.getAttribute('href')?.startsWith('javascript:'));
  const authors = people.flatMap((link) => text(link) ?? []);
  if (authors.length === 0) return {};
  const rest =
    people.length < links.length
      ? null
      : /\bet al\b(?:\.?\s+\((\d[\d,]*) additional)?/i.exec(element.textContent ?? '');
  if (!rest) return { authors };
  const missing = count(rest[1]);
  return missing === undefined ? {} : { authorCount: authors.length + missing };
}

/** The codes in `Machine Learning (cs.LG); Statistics (stat.ML)`; the names where there are no codes. */
export function subjectsIn(element: Element | null): string[] | undefined {
  const names = field(element, /^Subjects?:/);
  if (!names) return undefined;
  const codes = Array.from(names.matchAll(/\(([a-z-]+(?:\.[A-Za-z-]+)?)\)/g), ([, code = '']) => code);
  return [...new Set(codes.length > 0 ? codes : names.split(/\s*;\s*/).filter(Boolean))];
}

/** The DOIs that an entry names beside the arXiv paper itself; some authors have put two into the one field. */
export function doisOf(links: Iterable<Element>, id: PaperId): PaperId[] | undefined {
  const written = Array.from(links).flatMap((link) => text(link)?.split(' ') ?? []);
  const others = new Set(written.flatMap((doi) => doiId(doi) ?? []).filter((doi) => doi !== id));
  return others.size > 0 ? [...others] : undefined;
}
