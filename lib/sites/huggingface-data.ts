/**
 * What a Hugging Face page embeds of its papers for its own scripts. It describes the page as it was first loaded: it
 * knows nothing of what came later, so that a count or a title on the page goes before it.
 */
import { arxivId } from '../identity';
import type { PaperId } from '../paper';
import { day, oneLine, present } from './read';

/** What the embedded data say about a paper. */
export interface Embedded {
  title?: string;
  authors?: string[];
  organization?: string;
  abstract?: string;
  /** A sentence by a language model, which some lists show in place of the abstract. */
  summary?: string;
  published?: string;
  code?: string;
  project?: string;
  upvotes?: number;
  comments?: number;
  stars?: number;
}

/** The embedded data of one part of a page. */
export interface EmbeddedPage {
  papers: Map<PaperId, Embedded>;
  /** The paper that the page is about. */
  about?: PaperId;
  /** Neither a week or a month, nor what somebody searched for. */
  isOneDay: boolean;
  /** The day that the list was of when the page was loaded. */
  date?: string;
}

/** Parsed once per element, and again when the site changes the attribute. */
const parsed = new WeakMap<Element, { props: string; page: EmbeddedPage }>();

/** The data embedded in a `[data-props]`. */
export function embeddedIn(holder: Element | null): EmbeddedPage | undefined {
  const props = holder?.getAttribute('data-props');
  if (!holder || !props) return undefined;
  const known = parsed.get(holder);
  if (known?.props === props) return known.page;
  const page = parse(props);
  parsed.set(holder, { props, page });
  return page;
}

type Json = Record<string, unknown>;

function parse(props: string): EmbeddedPage {
  const data = objectOf(tryParse(props)) ?? {};
  const papers = new Map<PaperId, Embedded>();
  // `dailyPapers`, `searchResults`, `paper`: whatever it is called, a paper is what has the id of one.
  for (const value of Object.values(data)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      const id = idOf(objectOf(item));
      if (id && !papers.has(id)) papers.set(id, paperIn(objectOf(item) ?? {}));
    }
  }
  const isSearch = stringIn(objectOf(data.query), 'q') !== undefined;
  const isOneDay = (stringIn(data, 'periodType') ?? 'day') === 'day' && !isSearch;
  const date = stringIn(data, 'dateString');
  return { papers, isOneDay, ...present({ about: idOf(objectOf(data.paper)), date: isOneDay ? date : undefined }) };
}

/** A page whose data cannot be read is a page without data: the rows still say enough. */
function tryParse(props: string): unknown {
  try {
    return JSON.parse(props);
  } catch {
    return undefined;
  }
}

function idOf(item: Json | undefined): PaperId | undefined {
  return arxivId(stringIn(objectOf(item?.paper) ?? item, 'id') ?? '')?.id;
}

function paperIn(item: Json): Embedded {
  const paper = objectOf(item.paper) ?? item;
  return present({
    title: stringIn(paper, 'title') ?? stringIn(item, 'title'),
    authors: authorsIn(paper.authors),
    organization: stringIn(objectOf(paper.organization) ?? objectOf(item.organization), 'fullname'),
    abstract: stringIn(paper, 'summary') ?? stringIn(item, 'summary'),
    summary: stringIn(paper, 'ai_summary'),
    published: momentIn(paper),
    code: stringIn(paper, 'githubRepo'),
    project: stringIn(paper, 'projectPage'),
    upvotes: countIn(paper, 'upvotes'),
    comments: countIn(item, 'numComments'),
    stars: countIn(paper, 'githubStars'),
  });
}

/**
 * All authors: one who is `hidden` has only chosen not to show the paper on the profile, and is counted in
 * "6 authors" like the others.
 */
function authorsIn(value: unknown): string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const names = value.map((author) => stringIn(objectOf(author), 'name'));
  const written = names.filter((name) => name !== undefined);
  return written.length > 0 && written.length === names.length ? written : undefined;
}

function momentIn(paper: Json): string | undefined {
  const moment = stringIn(paper, 'publishedAt');
  return moment && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(moment) ? moment : day(moment);
}

function stringIn(object: Json | undefined, key: string): string | undefined {
  const value = object?.[key];
  return typeof value === 'string' ? oneLine(value) : undefined;
}

function countIn(object: Json, key: string): number | undefined {
  const value = object[key];
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

function objectOf(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}
