/**
 * ScienceDirect, a React app. Unproven: no saved page was at hand; the publisher's item identifiers in links, and the
 * classes named here, are as scrapers and reference managers of 2019 to 2026 found them.
 */
import { addressOf, doiId } from '../identity';
import type { PaperId } from '../paper';
import { othersThan, paperAt } from './linked-papers';
import { isoDate } from './metadata-article';
import { address, anyPresent, present, text } from './read';
import { articlePage, base, isArticlePage } from './sciencedirect-page';
import type { List, Reading, Site } from './site';
import { allNamesIn, allNamesOf, inHeadings, isFrontMatter, nameOfList, rowsOf, sectionOver } from './titled-rows';

const paperLink = 'a[href*="/science/article/"]';
const titleLinks = `${inHeadings(paperLink)}, a.result-list-title-link, a.article-content-title`;

const rows: List = {
  name: 'search results, issues',
  provenBy: 'unproven',
  example: 'https://www.sciencedirect.com/journal/artificial-intelligence/vol/299/suppl/C',
  entry: (page) =>
    isArticlePage(page) ? [] : rowsOf(page, titleLinks, base, '.ResultItem, .js-article-list-item, .js-article, li'),
  read: readRow,
  anchor: (row) => row.querySelector('.Authors, .js-article__item__authors') ?? headingIn(row),
};

/** ScienceDirect's lists and articles. */
export const sciencedirect: Site = {
  name: 'ScienceDirect',
  matches: [`${base}/*`],
  hydrates: true,
  expected:
    /^\/(?:search(?:\/advanced)?\?.|journal\/[^/]+\/(?:vol\/|articles-in-press)|science\/article\/(?:abs\/)?pii\/)/,
  lists: [rows, articlePage],
};

function readRow(row: Element): Reading | undefined {
  const link = linkIn(row);
  const id = paperAt(link, base)?.id;
  const title = text(link);
  if (!id || !title || isFrontMatter(title)) return undefined;
  const pdf = row.querySelector('a[href*="/pdfft"], a.pdf-download')?.getAttribute('href');
  return present({
    id,
    aliases: othersThan(id, [doiIn(row)]),
    title,
    authors: authorsIn(row),
    venue: text(row.querySelector('.subtype-srctitle-link, a[href*="/journal/"]')) ?? text(titleOfJournal(row)),
    published: dateIn(row),
    links: anyPresent({ abstract: addressOf(id), pdf: address(pdf, base) }),
    seen: anyPresent({
      list: nameOfList(row.ownerDocument, 'input[name="qs"]', / [-|] ScienceDirect.*$/),
      section: sectionOver(row, '[class*="js-section-level"]', titleLinks),
    }),
  });
}

function linkIn(row: Element): Element | null {
  return row.matches(titleLinks) ? row : row.querySelector(titleLinks);
}

function headingIn(row: Element): Element | null {
  const link = linkIn(row);
  return link?.closest('h2, h3, h4, h5, h6') ?? link;
}

/** It stands in an attribute of results, and, not shown, in the rows of an issue. */
function doiIn(row: Element): PaperId | undefined {
  const written = row.closest('[data-doi]')?.getAttribute('data-doi') ?? row.querySelector('[hidden]')?.textContent;
  return doiId(written ?? '');
}

function authorsIn(row: Element): string[] | undefined {
  const line = row.querySelector('.js-article__item__authors');
  return line ? allNamesOf(text(line), /,\s+/) : allNamesIn(row.querySelector('.Authors'), '.author');
}

function titleOfJournal(row: Element): Element | null {
  return row.ownerDocument.querySelector('.js-title-link, .js-title-text');
}

/** `Volume 1783, 15 May 2008`; `Available online 3 May 2026`. Volumes have numbers like years. */
function dateIn(row: Element): string | undefined {
  const line = text(row.querySelector('.srctitle-date-fields, .js-article-item-aip-date'));
  return isoDate(/(?:(?:\d{1,2} )?[A-Z][a-z]+ )?\d{4}$/.exec(line ?? '')?.[0]);
}
