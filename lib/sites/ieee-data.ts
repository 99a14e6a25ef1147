/**
 * What the page of a document embeds for the app's own scripts. The app goes to other documents without a reload, and
 * leaves it as it was.
 */
import { doiId, identifierOf } from '../identity';
import type { PaperId } from '../paper';
import { allNames, firstOf, isoDate, plainText } from './metadata-article';

/** What it says of the document. */
export interface EmbeddedDocument {
  title?: string | undefined;
  ids: PaperId[];
  authors?: string[] | undefined;
  abstract?: string | undefined;
  venue?: string | undefined;
  published?: string | undefined;
}

/** Parsed once per script. */
const parsed = new WeakMap<Element, EmbeddedDocument | undefined>();

/** The document that was loaded first. */
export function embeddedOn(page: Document): EmbeddedDocument | undefined {
  for (const script of page.querySelectorAll('script:not([src])')) {
    if (parsed.has(script)) return parsed.get(script);
    const json = /\bdocument\.metadata\s*=\s*(\{.*\});?[^\S\n]*$/m.exec(script.textContent ?? '')?.[1];
    if (!json) continue;
    const document = documentIn(objectIn(json));
    parsed.set(script, document);
    return document;
  }
  return undefined;
}

type Json = Record<string, unknown>;

/** What is no JSON is treated as absent: the page itself says most of it too. */
function objectIn(json: string): Json | undefined {
  try {
    return objectOf(JSON.parse(json));
  } catch {
    return undefined;
  }
}

function objectOf(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}

function documentIn(data: Json | undefined): EmbeddedDocument | undefined {
  if (!data) return undefined;
  const written = (key: string, maxLength: number) => {
    const value = data[key];
    return typeof value === 'string' ? plainText(value, maxLength) : undefined;
  };
  const number = identifierOf(`ieee:${data.articleNumber ?? data.articleId}`)?.id;
  const authors = Array.isArray(data.authors) ? data.authors : [];
  return {
    title: written('title', 4000),
    ids: [number, doiId(written('doi', 400) ?? '')].flatMap((id) => id ?? []),
    authors: allNames(authors.map((author) => nameOf(objectOf(author)))),
    abstract: written('abstract', 100_000),
    venue: written('displayPublicationTitle', 1000) ?? written('publicationTitle', 1000),
    published: firstOf([isoDate(written('onlineDate', 100)), isoDate(written('publicationDate', 100))]),
  };
}

function nameOf(author: Json | undefined): string | undefined {
  return typeof author?.name === 'string' ? plainText(author.name, 1000) : undefined;
}
