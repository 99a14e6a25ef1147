/**
 * What a page about one paper says of it in its head: `citation_*` (Highwire), schema.org JSON-LD, COinS. What these
 * say is other people's: of any length, broken, or about something else.
 */
import { type Identifier, rankOf, webId } from '../identity';
import { type Article, schemeOf } from './metadata-article';
import { coinsArticles } from './metadata-coins';
import { jsonLdArticles } from './metadata-jsonld';
import { taggedArticle } from './metadata-tags';
import { anyPresent, present } from './read';
import type { Reading } from './site';

/** The one paper that a page is about; `undefined` where its metadata name none, or several. */
export function paperDescribedBy(page: Document, url: string = page.baseURI): Reading | undefined {
  const tagged = taggedArticle(page, url);
  // Several of one kind are a list, and one of another title than the page's is what it refers to.
  const coins = only(coinsArticles(page));
  const described = [tagged, only(jsonLdArticles(page, url)), coins && isShownOn(page, coins) ? coins : undefined];
  const articles = described.flatMap((article) => article ?? []).sort((a, b) => Number(names(b)) - Number(names(a)));
  const article = articles.reduce<Article | undefined>(merged, undefined);
  return article && readingOf(article);
}

/** What one description says, as a page's entry. */
export function readingOf(article: Article): Reading | undefined {
  const ids = oneOfEachScheme(article.ids).sort((a, b) => rankOf(a.id) - rankOf(b.id));
  const aliases = ids.slice(1, 21).map(({ id }) => id);
  const id = ids[0]?.id ?? (article.isPaper ? webAddressOf(article) : undefined);
  if (!id || !article.title) return undefined;
  const { abstractPage, pdf, html, title, authors, abstract, published, venue } = article;
  return present({
    id,
    aliases: aliases.length > 0 ? aliases : undefined,
    version: ids[0]?.version,
    title,
    authors,
    abstract,
    published,
    venue,
    links: anyPresent({ abstract: abstractPage, pdf, html }),
  });
}

function webAddressOf({ abstractPage, pdf }: Article) {
  const address = abstractPage ?? pdf;
  return address && webId(address);
}

/** The first of each scheme, which the more reliable source gave: a second one is another paper's. */
function oneOfEachScheme(ids: Identifier[]): Identifier[] {
  return ids.filter(({ id }, index) => ids.findIndex((other) => schemeOf(other) === schemeOf({ id })) === index);
}

function only(articles: Article[]): Article | undefined {
  return articles.length === 1 ? articles[0] : undefined;
}

/** It names a paper: the others only fill gaps. */
function names({ ids, isPaper }: Article): boolean {
  return isPaper || ids.length > 0;
}

function isShownOn(page: Document, { title }: Article): boolean {
  const shown = Array.from(page.querySelectorAll('h1, title'), (heading) => folded(heading.textContent ?? ''));
  return shown.some((heading) => heading.includes(folded(title)));
}

/** Fills the gaps of the more reliable description from another one of the same paper. */
function merged(known: Article | undefined, further: Article): Article {
  if (!known) return further;
  if (!isSame(known, further)) return known;
  return { ...further, ...present(known), ids: [...known.ids, ...further.ids] };
}

function isSame(a: Article, b: Article): boolean {
  const pairs = a.ids.flatMap((id) =>
    b.ids.filter((other) => schemeOf(other) === schemeOf(id)).map((other) => [id, other]),
  );
  if (pairs.some(([id, other]) => id?.id !== other?.id)) return false;
  // schema.org's headlines are cut after 110 characters.
  const [short = '', long = ''] = [folded(a.title), folded(b.title)].sort((x, y) => x.length - y.length);
  return pairs.length > 0 || !short || (long.startsWith(short) && (short.length === long.length || short.length > 60));
}

function folded(title = ''): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
