/** schema.org's JSON-LD. Only what is on the way to an article is looked at: neither deep nor long JSON costs time. */
import type { Identifier } from '../identity';
import { type Article, allNames, identifierNamed, isoDate, plainText } from './metadata-article';
import { address } from './read';

type Node = Record<string, unknown>;

/** More than any page about a paper has. */
const maxLength = 2_000_000;
const maxNodes = 2000;
const maxDepth = 6;

const paperTypes = ['ScholarlyArticle', 'MedicalScholarlyArticle', 'Thesis'];
/** These may be a blog's: they count with an identifier only. */
const otherTypes = ['Article', 'Report', 'TechArticle', 'Chapter'];

/** The articles that a page describes, each of them once. */
export function jsonLdArticles(page: Document, url: string): Article[] {
  const scripts = Array.from(page.querySelectorAll('script[type="application/ld+json" i]')).slice(0, 100);
  const nodes = scripts.flatMap((script) => nodesIn(parsed(script.textContent ?? ''))).slice(0, maxNodes);
  const byName = new Map(nodes.map((node) => [node['@id'], node]));
  const articles = nodes.flatMap((node) => articleOf(node, byName, url) ?? []);
  const names = articles.map(({ ids, title }) => ids[0]?.id ?? title);
  return articles.filter((_, index) => names.indexOf(names[index]) === index);
}

function parsed(json: string): unknown {
  if (json.length > maxLength) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    // A page's mistake, and nothing that a user can do anything about: it says nothing.
    return undefined;
  }
}

/** What a page says it is about; neither what that cites, nor what it is part of. */
function nodesIn(json: unknown): Node[] {
  const found: Node[] = [];
  const waiting: [unknown, number][] = [[json, 0]];
  for (let next = waiting.shift(); next && found.length < maxNodes; next = waiting.shift()) {
    const [value, depth] = next;
    const inside = Array.isArray(value) ? value : isNode(value) ? [value['@graph'], value.mainEntity] : [];
    if (isNode(value)) found.push(value);
    if (depth < maxDepth && waiting.length < maxNodes) {
      for (const part of inside.slice(0, maxNodes)) if (part) waiting.push([part, depth + 1]);
    }
  }
  return found;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): unknown[] {
  if (isNode(value) && '@list' in value) return list(value['@list']);
  return Array.isArray(value) ? value.slice(0, 20_001) : value === undefined || value === null ? [] : [value];
}

/** A text, or the text of a `{ "@value": … }`. */
function string(value: unknown): string | undefined {
  const said = isNode(value) ? value['@value'] : Array.isArray(value) ? value[0] : value;
  return typeof said === 'string' ? said : undefined;
}

function isOf(node: Node, types: string[]): boolean {
  return list(node['@type']).some((type) => types.includes(String(string(type)).replace(/^.*[/:#]/, '')));
}

function articleOf(node: Node, byName: Map<unknown, Node>, url: string): Article | undefined {
  const isPaper = isOf(node, paperTypes);
  const ids = isPaper || isOf(node, otherTypes) ? idsOf(node) : [];
  const title = plainText(string(node.headline) ?? string(node.name), 4000);
  if (!title || (!isPaper && ids.length === 0)) return undefined;
  return {
    ids,
    title,
    authors: authorsOf(list(node.author ?? node.creator), byName),
    abstract: plainText(string(node.abstract), 100_000),
    published: isoDate(string(node.datePublished)),
    venue: venueOf(node, byName),
    abstractPage: /^https?:/.test(url) ? address(string(node.url), new URL(url).origin) : undefined,
  };
}

function idsOf(node: Node): Identifier[] {
  const values = ['doi', 'identifier', 'sameAs', '@id', 'url'].flatMap((key) =>
    list(node[key])
      .slice(0, 100)
      .map((value) => ({ key, value })),
  );
  return values.flatMap(({ key, value }) => {
    const said = string(value) ?? (isNode(value) ? string(value.value ?? value['@id'] ?? value.url) : undefined);
    const scheme = isNode(value) ? string(value.propertyID ?? value.name) : key;
    return (said && identifierNamed(said, scheme)) || [];
  });
}

function authorsOf(authors: unknown[], byName: Map<unknown, Node>): string[] | undefined {
  const [first] = authors;
  // `Ada Margin, Cleo Sand and Emil Vale`: whose comma is whose, nobody knows.
  if (authors.length === 1 && typeof first === 'string' && /,.*,|\band\b|&/.test(first)) return undefined;
  return allNames(authors.map((author) => nameOf(author, byName)));
}

function nameOf(author: unknown, byName: Map<unknown, Node>): string | undefined {
  if (!isNode(author)) return plainText(string(author), 1000);
  const person = author.name || author.familyName ? author : (byName.get(author['@id']) ?? author);
  const parts = [string(person.givenName), string(person.familyName)].filter(Boolean).join(' ');
  return plainText(string(person.name) ?? parts, 1000);
}

/** An article is part of an issue, that of a volume, that of a journal. */
function venueOf(article: Node, byName: Map<unknown, Node>): string | undefined {
  let venue: string | undefined;
  let part: unknown = article;
  for (let depth = 0; depth < 5 && isNode(part); depth++) {
    const [whole] = list(part.isPartOf);
    part = isNode(whole) && !whole.name && !whole.isPartOf ? (byName.get(whole['@id']) ?? whole) : whole;
    if (!isNode(part) || isOf(part, ['WebSite', 'WebPage', 'Website'])) break;
    venue = plainText(string(part.name), 1000) ?? venue;
  }
  return venue;
}
