/**
 * The ACM Digital Library. Unproven: no saved page was at hand; the DOIs in links and the ARIA labels are as scrapers
 * and reference managers of 2020 to 2026 found them.
 */
import { addressOf } from '../identity';
import { base, isPaperPage, paperPage } from './acm-page';
import { paperAt } from './linked-papers';
import { isoDate } from './metadata-article';
import { address, anyPresent, day, present, text } from './read';
import type { List, Reading, Site } from './site';
import { allNamesIn, inHeadings, nameOfList, rowsOf, sectionOver } from './titled-rows';

/** Proceedings have a DOI of their own, and are no paper. */
const paperLink = 'a[href*="/doi/"]:not([href*="/doi/proceedings/"])';
const titleLinks = `${inHeadings(paperLink)}, .hlFld-Title ${paperLink}`;

const rows: List = {
  name: 'search results, proceedings, issues, publications of an author',
  provenBy: 'unproven',
  example: 'https://dl.acm.org/toc/jacm/2020/67/1',
  entry: (page) =>
    isPaperPage(page) ? [] : rowsOf(page, titleLinks, base, '.search__item, .issue-item-container, .issue-item'),
  read: readRow,
  anchor: (row) => authorListIn(row) ?? headingIn(row) ?? null,
};

/** ACM's lists and papers. */
export const acm: Site = {
  name: 'ACM Digital Library',
  matches: [`${base}/*`],
  expected:
    /^\/(?:action\/doSearch\?|toc\/|profile\/\d+\/publications|doi\/(?:(?:proceedings|abs|full|fullHtml|book)\/)?10\.)/,
  lists: [rows, paperPage],
};

function readRow(row: Element): Reading | undefined {
  const link = titleLinkIn(row);
  const id = paperAt(link, base)?.id;
  // Search results set several links beside each other in one title.
  const title = text(headingIn(row));
  if (!id || !title) return undefined;
  return present({
    id,
    title,
    authors: row.querySelector('.count-list, .removed-items-count') ? undefined : allNamesIn(authorListIn(row), 'li'),
    venue: venueIn(row),
    published: dateIn(row),
    links: anyPresent({
      abstract: address(link?.getAttribute('href'), base) ?? addressOf(id),
      pdf: address(row.querySelector('a[href*="/doi/pdf/"], a[href*="/doi/epdf/"]')?.getAttribute('href'), base),
    }),
    seen: anyPresent({
      list: nameOfList(row.ownerDocument, 'input[name="AllField"]', / [-|] ACM.*$/),
      section: sectionOver(row, '.toc__section, .table-of-content__section, section', titleLinks),
    }),
  });
}

function titleLinkIn(row: Element): Element | null {
  return row.matches(titleLinks) ? row : row.querySelector(titleLinks);
}

function headingIn(row: Element): Element | null | undefined {
  const link = titleLinkIn(row);
  return link?.closest('h2, h3, h4, h5, h6') ?? link;
}

function authorListIn(row: Element): Element | null {
  return row.querySelector('ul[aria-label*="author" i], ul.loa');
}

/** The proceedings or the issue that the row links to; some only name it. */
function venueIn(row: Element): string | undefined {
  const link = row.querySelector('a[href*="/doi/proceedings/"], a[href*="/toc/"], a[href*="/journal/"]');
  return text(link) ?? text(row.querySelector('.epub-section__title'));
}

/** `Published: 01 March 2021` in a tooltip, `March 2021` on the page. */
function dateIn(row: Element): string | undefined {
  const date = row.querySelector('.bookPubDate, [data-title^="Published" i]');
  return day(date?.getAttribute('data-title')) ?? isoDate(text(date));
}
