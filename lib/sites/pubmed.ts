/** PubMed: search results with and without abstracts, and the page of an article. */
import { identifierOf } from '../identity';
import type { PaperId } from '../paper';
import { othersThan } from './linked-papers';
import { abstractList, articlePage } from './pubmed-article';
import { base, citationIn, doiIn, journalIn, queryOn, titleIn } from './pubmed-fields';
import { address, anyPresent, count, present, text } from './read';
import type { List, Reading, Site } from './site';

const searchResults: List = {
  name: 'search results',
  provenBy: 'a real page',
  example: 'https://pubmed.ncbi.nlm.nih.gov/?term=malaria',
  // Similar articles, beside an article, are items of a list, not articles.
  entry: 'article.full-docsum, article:has(a.docsum-title)',
  read: readResult,
  anchor: (result) => result.querySelector('a.docsum-title'),
};

/** PubMed's results and articles. */
export const pubmed: Site = {
  name: 'PubMed',
  matches: [`${base}/*`],
  expected: /^\/(?:\?(?:.*&)?term=[^&]|\d+\/?(?:$|\?))/,
  lists: [searchResults, abstractList, articlePage],
};

function readResult(result: Element): Reading | undefined {
  const link = result.querySelector('a.docsum-title');
  const at = address(link?.getAttribute('href'), base);
  const id = at && identifierOf(at)?.id;
  const title = titleIn(link);
  if (!id || !title) return undefined;
  const citation = text(result.querySelector('.full-journal-citation, .docsum-journal-citation'));
  const { venue, rest } = journalIn(citation);
  return present({
    id,
    aliases: othersThan(id, [doiIn(citation), ...namedIn(result)]),
    title,
    authors: authorsIn(text(result.querySelector('.full-authors, .docsum-authors'))),
    venue,
    ...citationIn(citation, rest),
    links: anyPresent({ abstract: at }),
    seen: present({
      list: queryOn(result.ownerDocument),
      position: count(text(result.querySelector('.position-number'))),
    }),
  });
}

/** `PMID: …`, `PMCID: …`, each in an element of its own. */
function namedIn(result: Element): (PaperId | undefined)[] {
  const parts = Array.from(result.querySelectorAll('.citation-part'), (part) => text(part) ?? '');
  return parts.map((part) => (/^PMC?ID:/.test(part) ? identifierOf(part)?.id : undefined));
}

/** `Hagger MS`, `Mazara K Jr`, `Petrov IuA`. */
const person = /^\S.* (?:\p{Lu}\p{Ll}?-?){1,5}(?: (?:Jr|Sr|[2-5](?:nd|rd|th)|I{2,3}|IV))?$/u;

/**
 * Names with initials between commas; groups after semicolons, with commas of their own. Long lists are cut with `…`.
 */
function authorsIn(line: string | undefined): string[] | undefined {
  if (!line || /…|\.\.\.|\bet al\b|^\[/.test(line)) return undefined;
  const [people = '', ...groups] = line.replace(/\.$/, '').split(/; ?/);
  const names = people.split(', ');
  // A comma in something else than a list of people cannot be told from one between two.
  return names.length === 1 || names.every((name) => person.test(name)) ? [...names, ...groups] : undefined;
}
