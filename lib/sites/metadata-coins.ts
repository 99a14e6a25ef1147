/** COinS: an article's data in the `title` of an empty `span`. Wikipedia has one for every reference. */
import { type Article, allNames, identifierNamed, isoDate, plainText } from './metadata-article';
import { address } from './read';

/** Selects them. */
export const coins = 'span.Z3988[title]';

/** The articles that a page describes so, each of them once. */
export function coinsArticles(page: ParentNode): Article[] {
  const spans = Array.from(page.querySelectorAll(coins)).slice(0, 50);
  const titles = new Set(spans.map((span) => span.getAttribute('title') ?? ''));
  return [...titles].flatMap((title) => coinsArticle(title) ?? []);
}

/** The article that one of them describes; `undefined` for a book, a web page. */
export function coinsArticle(context: string): Article | undefined {
  if (context.length > 100_000) return undefined;
  const values = new URLSearchParams(context);
  const first = (...keys: string[]) => keys.map((key) => values.get(key)).find(Boolean) ?? undefined;
  const genre = first('rft.genre') ?? '';
  const isAlone = /dissertation|preprint|report/.test(`${genre} ${first('rft_val_fmt')}`);
  const title = plainText(first('rft.atitle') ?? (isAlone ? first('rft.title') : undefined), 4000);
  if (!title || genre === 'unknown') return undefined;
  const names = values.getAll('rft_id').slice(0, 50);
  return {
    ids: [...names, ...values.getAll('rft.doi')].flatMap((name) => identifierNamed(name) ?? []),
    title,
    authors: authorsIn(values),
    published: isoDate(first('rft.date')),
    venue: plainText(first('rft.jtitle', 'rft.btitle') ?? (isAlone ? undefined : first('rft.title')), 1000),
    abstractPage: address(
      names.find((name) => /^https?:/.test(name)),
      'https://invalid',
    ),
  };
}

/** The first author stands apart, in parts; some list it with the others again, some do not. */
function authorsIn(values: URLSearchParams): string[] | undefined {
  const all = values.getAll('rft.au');
  const last = values.get('rft.aulast');
  const given = values.get('rft.aufirst') ?? values.get('rft.auinit');
  const isListed = !last || all.some((name) => name.includes(last) && (!given || name.includes(given)));
  const names = isListed ? all : [given ? `${last}, ${given}` : last, ...all];
  return allNames(names.map((name) => plainText(name, 1000)));
}
