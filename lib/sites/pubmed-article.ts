/**
 * PubMed's articles with their abstracts: one on a page, or several as results with `format=abstract`. Unproven: no
 * saved page was at hand; the same parts are described by many who read these pages between 2020 and 2026.
 */
import { identifierOf } from '../identity';
import type { PaperId } from '../paper';
import { describedUnder } from './described-page';
import { othersThan } from './linked-papers';
import { base, citationIn, queryOn, titleIn } from './pubmed-fields';
import { address, anyPresent, count, present, text } from './read';
import type { List, Reading } from './site';

/** Results with `format=abstract`. */
export const abstractList: List = {
  name: 'search results with abstracts',
  provenBy: 'unproven',
  example: 'https://pubmed.ncbi.nlm.nih.gov/?term=malaria&format=abstract',
  entry: 'article.article-overview',
  read: readOverview,
  anchor: headingOf,
};

/** Where an article is the only one, its page may have no element around it alone. */
export const articlePage: List = {
  name: 'the page of an article',
  provenBy: 'unproven',
  example: 'https://pubmed.ncbi.nlm.nih.gov/23193287/',
  entry: (page) => {
    const heading = headingOf(page);
    return heading && !heading.closest('article.article-overview') ? [heading] : [];
  },
  read: readPage,
  anchor: (heading) => heading,
};

/** The heading stands there twice, for wide and for narrow screens. */
function headingOf(part: ParentNode): Element | null {
  return part.querySelector('.full-view .heading-title, #full-view-heading h1') ?? part.querySelector('.heading-title');
}

function readOverview(article: Element): Reading | undefined {
  const heading = headingOf(article);
  const at = address(heading?.querySelector('a[href]')?.getAttribute('href'), base);
  const reading = readArticle(article, titleIn(heading), at ? identifierOf(at)?.id : undefined);
  const row = article.closest('.results-article') ?? article;
  return (
    reading &&
    present({
      ...reading,
      seen: anyPresent({
        list: queryOn(article.ownerDocument),
        position: count(text(row.querySelector('.search-result-position, .position-number'))),
      }),
    })
  );
}

function readPage(heading: Element): Reading | undefined {
  const page = heading.ownerDocument;
  const described = describedUnder(heading);
  const named = described ? [described.id, ...(described.aliases ?? [])] : [];
  const part = heading.closest('article, main') ?? page.body;
  const reading = readArticle(
    part,
    titleIn(heading),
    named.find((id) => id.startsWith('pmid:')),
  );
  if (!reading) return undefined;
  const links = anyPresent({ ...described?.links, ...reading.links });
  return present({
    ...described,
    ...reading,
    aliases: othersThan(reading.id, [...named, ...(reading.aliases ?? [])]),
    links,
  });
}

/** What is said of an article under its heading: nothing here is of those that it cites, or that are similar. */
function readArticle(part: ParentNode, title: string | undefined, known: PaperId | undefined): Reading | undefined {
  const heading = part.querySelector('.full-view') ?? part.querySelector('header') ?? part;
  const names = namesIn(heading.querySelector('.identifiers') ?? part.querySelector('.identifiers'));
  const id = names.find((name) => name.startsWith('pmid:')) ?? known;
  if (!id || !title) return undefined;
  const venue = text(heading.querySelector('.journal-actions-trigger, .citation-journal'))?.replace(/\.$/, '');
  const cited = text(heading.querySelector('.cit'));
  const dates = [cited, text(heading.querySelector('.secondary-date'))].filter(Boolean).join(' ');
  return present({
    id,
    aliases: othersThan(id, names),
    title,
    authors: authorsIn(heading.querySelector('.authors-list')),
    abstract: abstractIn(part),
    venue,
    ...citationIn(venue && cited ? `${venue}. ${cited}` : cited, dates),
    links: { abstract: `${base}/${id.slice('pmid:'.length)}/` },
  });
}

/** A number after its name, or a link. */
function namesIn(list: Element | null): PaperId[] {
  const number = text(list?.querySelector('.current-id'));
  const links = Array.from(list?.querySelectorAll('.identifier a[href]') ?? []);
  const addresses = links.map((link) => link.getAttribute('href') ?? '');
  return [`pmid:${number ?? ''}`, ...addresses].flatMap((name) => identifierOf(name)?.id ?? []);
}

function authorsIn(list: Element | null): string[] | undefined {
  const items = Array.from(list?.querySelectorAll('.authors-list-item') ?? []);
  const names = items.map((item) => text(item.querySelector('.full-name')));
  const known = names.flatMap((name) => name ?? []);
  const isWhole = known.length > 0 && known.length === names.length && !list?.textContent?.includes('…');
  return isWhole ? known : undefined;
}

/** Of several languages, the one that is shown. */
function abstractIn(part: ParentNode): string | undefined {
  const abstract = part.querySelector('.abstract-content.selected') ?? part.querySelector('.abstract-content');
  const paragraphs = Array.from(abstract?.querySelectorAll('p') ?? [], (paragraph) => text(paragraph));
  return paragraphs.filter(Boolean).join(' ') || undefined;
}
