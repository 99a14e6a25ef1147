/**
 * Europe PMC. Unproven: no saved page was at hand; the rows are as others describe them in 2026, and the page of an
 * article leans on the identifiers that stand under its heading.
 */
import type { PaperId } from '../paper';
import { base, bestFirst, isPatent, namedIn, recordAt } from './europepmc-fields';
import { articlePage, isArticlePage } from './europepmc-page';
import { othersThan } from './linked-papers';
import { isoDate } from './metadata-article';
import { address, anyPresent, present, text } from './read';
import type { List, Reading, Site } from './site';

const titleLink = '.citation-title a[href*="/article/" i]';

const results: List = {
  name: 'search results',
  provenBy: 'unproven',
  example: 'https://europepmc.org/search?query=malaria',
  entry: `[id^="search-results--"].citation:has(${titleLink}), .separated-list > li:has(${titleLink})`,
  read: readRow,
  anchor: (row) => row.querySelector('.citation-author-list') ?? row.querySelector('.citation-title'),
};

/** Europe PMC's search results and articles. */
export const europepmc: Site = {
  name: 'Europe PMC',
  matches: ['https://europepmc.org/*', 'https://www.europepmc.org/*'],
  hydrates: true,
  expected: /^\/(?:search\?.+|(?:article|abstract)\/\w+\/\w+)/i,
  lists: [results, articlePage],
};

function readRow(row: Element): Reading | undefined {
  const link = row.querySelector(titleLink);
  const href = link?.getAttribute('href');
  const title = text(link);
  // Similar articles stand beside an article, as rows of the same kind.
  if (!title || isPatent(href) || isArticlePage(row.ownerDocument)) return undefined;
  const ids = bestFirst([recordAt(href) ?? [], idsIn(row)].flat());
  const id = ids[0];
  if (!id) return undefined;
  return present({
    id,
    aliases: othersThan(id, ids),
    title,
    authors: authorsIn(row.querySelector('.citation-author-list')),
    venue: text(row.querySelector('a[href*="JOURNAL" i]')),
    published: isoDate(text(row.querySelector('[id^="citation--id--pub-date"]'))),
    links: anyPresent({
      abstract: address(href, base),
      pdf: address(row.querySelector('a[href*="pdf=render"]')?.getAttribute('href'), base),
    }),
    seen: present({ list: queryOn(row.ownerDocument) }),
  });
}

/** `PMID: …`, `PMCID: …`, each in an element of its own. */
function idsIn(row: Element): PaperId[] {
  return Array.from(row.querySelectorAll('[id^="citation--id--"]')).flatMap((element) => namedIn(element));
}

/** The names, where none is left out; groups are no links. */
function authorsIn(list: Element | null): string[] | undefined {
  const written = text(list);
  if (!written || /\bet al\b|…|\.\.\.|\+ ?\d|\bmore\b/i.test(written)) return undefined;
  const names = written.split(/\s*[,;]\s*/).map((name) => name.replace(/\.$/, ''));
  return names.filter(Boolean);
}

function queryOn(page: Document): string | undefined {
  const input = page.querySelector<HTMLInputElement>(
    '[role="search"] input, input[type="search"], input[name="query"]',
  );
  return (input?.value.trim() || text(page.querySelector('h1')))?.slice(0, 1000);
}
