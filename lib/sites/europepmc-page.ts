/** Europe PMC's page of one article. Unproven, as its lists are: see europepmc.ts. */
import type { PaperId } from '../paper';
import { describedUnder, isSameTitle } from './described-page';
import { base, bestFirst, isPatent, namedIn, recordAt } from './europepmc-fields';
import { othersThan } from './linked-papers';
import { anyPresent, present, text } from './read';
import type { List, Reading } from './site';

export const articlePage: List = {
  name: 'the page of an article',
  provenBy: 'unproven',
  example: 'https://europepmc.org/article/MED/28052061',
  entry: 'h1',
  read: readPage,
  anchor: (heading) => heading,
};

const abstractPart = '[id^="article--abstract"], #eng-abstract';

/** An article has its abstract, or its own address in the head. */
export function isArticlePage(page: Document): boolean {
  if (page.querySelector(abstractPart)) return true;
  return addressesOf(page).some((at) => recordAt(at)) && isOfThisPage(page, text(page.querySelector('h1')));
}

function readPage(heading: Element): Reading | undefined {
  const page = heading.ownerDocument;
  const title = text(heading);
  const addresses = isOfThisPage(page, title) ? addressesOf(page) : [];
  if (!title || heading !== page.querySelector('h1') || !isArticlePage(page) || addresses.some(isPatent))
    return undefined;
  const described = describedUnder(heading);
  const records = addresses.flatMap((at) => recordAt(at) ?? []);
  const fromHead = described ? [described.id, ...(described.aliases ?? [])] : [];
  const ids = bestFirst([...records, ...namedIn(partUnder(heading)), ...fromHead]);
  const id = ids[0];
  const record = ids.map(pageOf).find(Boolean);
  if (!id) return undefined;
  return present({
    ...described,
    id,
    aliases: othersThan(id, ids),
    title,
    abstract: abstractOn(page) ?? described?.abstract,
    links: anyPresent({ ...described?.links, abstract: record ?? described?.links?.abstract }),
  });
}

/** Where pages change without a reload, the head may still be an earlier one's. */
function isOfThisPage(page: Document, title: string | undefined): boolean {
  const tab = text(page.querySelector('title'))?.replace(/ [-–|] (?:Abstract|Article|Preprint|Europe PMC)\b.*$/, '');
  return [tab, contentOf(page, 'og:title'), contentOf(page, 'citation_title')].some((name) => isSameTitle(name, title));
}

function addressesOf(page: Document): string[] {
  const canonical = page.querySelector('link[rel="canonical"]')?.getAttribute('href');
  return [canonical, contentOf(page, 'og:url')].flatMap((at) => at || []);
}

function contentOf(page: Document, name: string): string | undefined {
  return page.querySelector(`meta[name="${name}"], meta[property="${name}"]`)?.getAttribute('content') ?? undefined;
}

/** The part of the page around the heading that ends before the abstract: what is named there is this article. */
function partUnder(heading: Element): Element {
  let part = heading;
  for (let around = heading.parentElement; around && !isWhole(around); around = around.parentElement) part = around;
  return part;
}

function isWhole(part: Element): boolean {
  return /^(?:main|body|html)$/.test(part.localName) || part.querySelector(abstractPart) !== null;
}

function abstractOn(page: Document): string | undefined {
  const part = page.querySelector('#article--abstract--content, #eng-abstract');
  return text(part)?.replace(/^Abstract\s*/, '') || undefined;
}

/** The page that is named like the record. */
function pageOf(id: PaperId): string | undefined {
  const colon = id.indexOf(':');
  const source = { pmid: 'MED', pmcid: 'PMC' }[id.slice(0, colon)];
  const value = id.slice(colon + 1);
  if (source) return `${base}/article/${source}/${value}`;
  return value.startsWith('europepmc.org/') ? `https://${value}` : undefined;
}
