/** Lists of publishers: most rows have their title in a heading, which links to the paper. Classes come and go. */
import { cardsOf } from './linked-papers';
import { oneLine, text } from './read';

/** Such links, but not those beside a list, to what others have read. */
export function inHeadings(...links: string[]): string {
  return links
    .map((link) => `:is(h2, h3, h4, h5, h6) ${link}:not(:is(aside, nav, footer, [role="complementary"]) *)`)
    .join(', ');
}

/** One element per paper: the row, if it is one of the known ones, or the largest block of which no link leads to another. */
export function rowsOf(page: ParentNode, links: string, base: string, known: string): Element[] {
  return cardsOf(page, links, base).map((card) => {
    const link = card.matches(links) ? card : card.querySelector(links);
    const row = link?.closest(known);
    return row && card.contains(row) ? row : card;
  });
}

/** Covers, boards and tables of contents have numbers and pages too. */
export function isFrontMatter(title: string): boolean {
  return frontMatter.test(title);
}

const frontMatter =
  /^\W*(?:(?:front|back|inside|outside) (?:\w+ )?(?:cover|matter)|(?:table of )?contents(?: list)?|(?:half[- ])?title page.*|copyright(?: page| notice)?|blank page|author index|editorial board|[\w ]+ publication information)\W*$/i;

/** The heading over the part of a list in which a row stands. */
export function sectionOver(row: Element, parts: string, titleLinks: string): string | undefined {
  const heading = row.closest(parts)?.querySelector('h2, h3, h4');
  const isTitle = !heading || row.contains(heading) || heading.querySelector(titleLinks);
  return isTitle ? undefined : text(heading)?.slice(0, 1000);
}

/** All names in a list, or none where some are left out. */
export function allNamesIn(list: Element | null | undefined, names: string): string[] | undefined {
  if (!list || isCut(list.textContent)) return undefined;
  return written(Array.from(list.querySelectorAll(names), (name) => text(name)));
}

/** The same of names in one line of text. */
export function allNamesOf(line: string | undefined, separator: RegExp): string[] | undefined {
  return !line || isCut(line) ? undefined : written(line.split(separator));
}

/** `A. Quill, …, D. Inkpen`, `(+2)`, `et al.`, `View all authors`. */
export function isCut(names: string | null | undefined): boolean {
  return /…|\.\.\.|\bet al\b|\+ ?\d|\ball \d* ?authors\b|\b(?:\d+|and|&|see|show|view|load) +more\b|\bmore authors\b|\bothers\b/i.test(
    names ?? '',
  );
}

function written(names: (string | undefined)[]): string[] | undefined {
  const known = names.flatMap((name) => oneLine(name?.replace(/^[\s,;&]+|[\s,;&]+$/g, '')) ?? []);
  const authors = known.filter((name) => !/:$/.test(name));
  return authors.length > 0 ? authors : undefined;
}

/** What was searched for, or the heading of a list. */
export function nameOfList(page: Document, query: string, title: RegExp): string | undefined {
  const asked = page.querySelector<HTMLInputElement>(query)?.value.trim();
  const heading = text(page.querySelector('h1')) ?? text(page.querySelector('title'))?.replace(title, '');
  return (asked || heading)?.slice(0, 1000);
}
