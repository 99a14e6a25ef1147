/** What Springer's and Nature's pages have in common, above all the page of an article. Unproven: see springer.ts. */
import { identifierOf, webId } from '../identity';
import { describedHeadings, describedUnder } from './described-page';
import { othersThan } from './linked-papers';
import { address, present, text } from './read';
import type { List, Reading } from './site';
import { allNamesIn } from './titled-rows';

/** The page of one article or chapter, on either site. */
export function articlePage(example: List['example']): List {
  return {
    name: 'the page of an article',
    provenBy: 'unproven',
    example,
    entry: (page) => (isArticlePage(page) ? describedHeadings(page, 'h1') : []),
    read: readPage,
    anchor: (heading) => heading,
  };
}

/** What an article recommends is no list; pages of books and journals have no such address. */
export function isArticlePage(page: ParentNode): boolean {
  const at = page.querySelector('link[rel="canonical"], meta[property="og:url"]');
  const own = at?.getAttribute('href') ?? at?.getAttribute('content') ?? '';
  return /\/(?:articles|article|chapter|protocol|referenceworkentry)\/[^/]/.test(own);
}

function readPage(heading: Element): Reading | undefined {
  const described = describedUnder(heading);
  const title = text(heading);
  if (!described?.id.startsWith('doi:') || !title) return undefined;
  const page = heading.ownerDocument;
  return present({
    ...described,
    // The oldest articles on Nature have addresses that do not hold their DOI: lists name them by the address.
    aliases: othersThan(described.id, [...(described.aliases ?? []), ownNameOf(page)]),
    title,
    authors: authorsOn(page, described.authors?.length) ?? described.authors,
    abstract: abstractOn(page) ?? described.abstract,
  });
}

function ownNameOf(page: Document) {
  const href = page.querySelector('link[rel="canonical"]')?.getAttribute('href');
  const at = address(href, 'https://www.nature.com');
  return at?.includes('/articles/') && !identifierOf(at) ? webId(at) : undefined;
}

/** The head has surnames first. Of very many, the page shows only some, until it is asked. */
function authorsOn(page: Document, count: number | undefined): string[] | undefined {
  const list = page.querySelector('.c-article-author-list, [data-test="authors-list"]');
  const names = Array.from(list?.querySelectorAll('[data-test="author-name"]') ?? [], (name) => text(name));
  const known = names.flatMap((name) => name ?? []);
  return known.length > 0 && known.length === count ? known : undefined;
}

function abstractOn(page: Document): string | undefined {
  const paragraphs = page.querySelectorAll('#Abs1-content p, [data-title="Abstract"] .c-article-section__content p');
  return Array.from(paragraphs, withoutReferences).filter(Boolean).join(' ') || undefined;
}

/** Numbers of references stand raised in the abstract, right after words. */
function withoutReferences(paragraph: Element): string | undefined {
  if (!paragraph.querySelector('sup a')) return text(paragraph);
  const copy = paragraph.cloneNode(true) as Element;
  for (const numbers of copy.querySelectorAll('sup:has(a)')) numbers.remove();
  return text(copy);
}

/** All authors on a card; where it is marked as truncated, some may be left out. */
export function authorsInCard(card: Element): string[] | undefined {
  const list = card.querySelector('[data-test="author-list"], [data-test="authors"], .c-author-list, .app-author-list');
  if (!list || list.matches('[class*="truncated"]') || list.querySelector('[class*="truncated"]')) return undefined;
  return allNamesIn(list, list.querySelector('[itemprop="name"]') ? '[itemprop="name"]' : 'li');
}
