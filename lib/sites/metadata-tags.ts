/** `citation_*` of Highwire, which Google Scholar asks for, and those that others use: Dublin Core, PRISM, bepress. */
import { arxivId, doiId, type Identifier, identifierOf } from '../identity';
import { type Article, allNames, firstOf, identifierNamed, isoDate, plainText } from './metadata-article';
import { address } from './read';

type Values = (name: string) => string[];

/** More than this is no head of a page. The longest are lists of references, which are not read. */
const maxTags = 50_000;

/** The article that a page's `meta` elements are about, if there is one. */
export function taggedArticle(page: Document, url: string): Article | undefined {
  const values = valuesIn(page);
  const first = (...names: string[]) => names.flatMap(values)[0];
  const citationTitle = plainText(first('citation_title', 'bepress_citation_title'), 4000);
  const title = citationTitle ?? plainText(first('dc.title', 'dcterms.title', 'prism.title'), 4000);
  if (!title) return undefined;

  const addressed = (...names: string[]) => address(first(...names)?.trim(), originOf(url));
  const ownPage = canonicalOf(page, url) ?? addressed('og:url');
  const abstractPage = addressed(
    'citation_abstract_html_url',
    'bepress_citation_abstract_html_url',
    'citation_public_url',
  );
  const pdf = addressed('citation_pdf_url', 'bepress_citation_pdf_url');
  const html = addressed('citation_fulltext_html_url', 'citation_full_html_url');
  const ids = [...idsIn(values), ...[abstractPage, html, pdf, citationTitle && ownPage].flatMap((at) => idAt(at))];
  return {
    ids,
    isPaper: Boolean(citationTitle),
    title,
    authors: authorsIn(values),
    abstract: plainText(first('citation_abstract', 'dcterms.abstract', 'dc.description.abstract'), 100_000),
    published: firstOf(dateNames.map((name) => isoDate(first(name)))),
    venue: plainText(first(...venueNames), 1000),
    abstractPage: abstractPage ?? ownPage,
    pdf,
    html,
  };
}

function valuesIn(page: Document): Values {
  const found = new Map<string, string[]>();
  for (const meta of Array.from(page.getElementsByTagName('meta')).slice(0, maxTags)) {
    const name = (meta.getAttribute('name') ?? meta.getAttribute('property'))?.trim().toLowerCase();
    const content = meta.getAttribute('content')?.trim();
    if (!name || !content || name === 'citation_reference') continue;
    const known = found.get(name);
    if (known) known.push(content);
    else found.set(name, [content]);
  }
  return (name) => found.get(name) ?? [];
}

const dateNames = [
  'citation_publication_date',
  'citation_online_date',
  'citation_date',
  'citation_year',
  'bepress_citation_date',
  'prism.publicationdate',
  'dc.date',
  'dc.date.issued',
  'dcterms.issued',
];

const venueNames = [
  'citation_journal_title',
  'bepress_citation_journal_title',
  'citation_conference_title',
  'citation_conference',
  'citation_inbook_title',
  'citation_technical_report_institution',
  'bepress_citation_technical_report_institution',
  'citation_dissertation_institution',
  'bepress_citation_dissertation_institution',
  'prism.publicationname',
  'citation_publisher',
];

function idsIn(values: Values): Identifier[] {
  const dois = ['citation_doi', 'bepress_citation_doi', 'prism.doi'].flatMap(values).flatMap((doi) => doiId(doi) ?? []);
  const others = ['dc.identifier', 'dc.identifier.doi', 'dcterms.identifier'].flatMap(values);
  return [
    ...dois.map((id) => ({ id })),
    ...values('citation_arxiv_id').flatMap((number) => arxivId(number) ?? []),
    ...values('citation_pmid').flatMap((number) => identifierOf(`pmid:${number}`) ?? []),
    ...values('citation_pmcid').flatMap((number) => identifierOf(`pmcid:${number}`) ?? []),
    ...others.flatMap((named) => identifierNamed(named) ?? []),
  ];
}

function idAt(at: string | undefined): Identifier[] {
  const identifier = at ? identifierOf(at) : undefined;
  return identifier ? [identifier] : [];
}

const authorNames = [
  'citation_author',
  'bepress_citation_author',
  'citation_authors',
  'dc.creator',
  'dc.contributor.author',
];

/** Of the first kind that names any. Some sites write all names into one value. */
function authorsIn(values: Values): string[] | undefined {
  const written = authorNames.map(values).find((names) => names.length > 0) ?? [];
  const names = written.flatMap((name) =>
    name.includes(';') ? name.split(';').filter((part) => part.trim()) : [name],
  );
  return allNames(names.map((name) => plainText(name, 1000)));
}

function canonicalOf(page: Document, url: string): string | undefined {
  const canonical = page.querySelector('link[rel~="canonical" i][href]')?.getAttribute('href');
  return address(canonical?.trim(), originOf(url));
}

/** Where the page has no address of its own (in a test, in an archive), links without a host lead nowhere. */
function originOf(url: string): string {
  return /^https?:/.test(url) && URL.canParse(url) ? new URL(url).origin : 'https://invalid';
}
