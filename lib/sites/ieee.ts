/**
 * IEEE Xplore, an Angular app. Unproven: no saved page was at hand; the article numbers in links and the names of the
 * app's own elements are as scrapers of 2020 to 2026 found them.
 */
import { addressOf } from '../identity';
import { documentPage, isDocumentPage } from './ieee-page';
import { othersThan, paperAt } from './linked-papers';
import { address, anyPresent, present, text } from './read';
import type { List, Reading, Site } from './site';
import { allNamesOf, inHeadings, isFrontMatter, nameOfList, rowsOf } from './titled-rows';

const base = 'https://ieeexplore.ieee.org';

const titleLinks = `${inHeadings('a[href*="/document/"]')}, a.result-item-title[href*="/document/"]`;

const results: List = {
  name: 'search results, proceedings, issues',
  provenBy: 'unproven',
  example: 'https://ieeexplore.ieee.org/xpl/tocresult.jsp?isnumber=6472238',
  entry: (page) =>
    isDocumentPage(page)
      ? []
      : rowsOf(page, titleLinks, base, 'xpl-results-item, xpl-issue-results-items, .List-results-items'),
  read: readRow,
  anchor(row) {
    const heading = headingIn(row);
    return heading?.parentElement?.querySelector('xpl-authors-name-list, p.author') ?? heading;
  },
};

/** IEEE Xplore's lists and documents. */
export const ieee: Site = {
  name: 'IEEE Xplore',
  matches: [`${base}/*`],
  expected:
    /^\/(?:(?:abstract\/)?document\/\d|search\/searchresult\.jsp\?|xpl\/(?:conhome\/\d+\/proceeding|tocresult\.jsp|mostRecentIssue\.jsp))/,
  lists: [results, documentPage],
};

function readRow(row: Element): Reading | undefined {
  const heading = headingIn(row);
  const link = heading?.matches('a') ? heading : heading?.querySelector('a[href*="/document/"]');
  const id = paperAt(link, base)?.id;
  const title = text(link);
  if (!id || !title) return undefined;
  const authors = allNamesOf(text(row.querySelector('xpl-authors-name-list, p.author')), /;/);
  if (!authors && isFrontMatter(title)) return undefined;
  return present({
    id,
    aliases: othersThan(id, [paperAt(row.querySelector('a[href*="doi.org/10."]'), base)?.id]),
    title,
    authors,
    venue: text(row.querySelector('.description a[href*="/xpl/"], a[href*="/conhome/"], a[href*="punumber="]')),
    published: yearIn(row),
    links: anyPresent({
      abstract: addressOf(id),
      pdf: address(row.querySelector('a[href*="/stamp/stamp.jsp"]')?.getAttribute('href'), base),
    }),
    seen: anyPresent({
      list: nameOfList(row.ownerDocument, 'xpl-typeahead-migr input, input[type="search"]', / [-|] IEEE.*$/),
    }),
  });
}

/** A row holds its title twice, for wide and for narrow screens: the one that is shown. */
function headingIn(row: Element): Element | null {
  const links = row.matches(titleLinks) ? [row] : Array.from(row.querySelectorAll(titleLinks));
  const link = links.find((link) => links.length > 1 && link.checkVisibility?.()) ?? links[0];
  return link?.closest('h2, h3, h4, h5, h6') ?? link ?? null;
}

/** `Year: 2026`, `| Year: 2026`, `Publication Year: 2026, Page(s): 1-8`. */
function yearIn(row: Element): string | undefined {
  for (const part of row.querySelectorAll('.description span, .publisher-info-container span')) {
    const year = /^\W*(?:Publication )?Year:\s*(\d{4})\b/.exec(text(part) ?? '')?.[1];
    if (year) return year;
  }
  return undefined;
}
