/** A saved paper, of what a file for references says. */
import { identifiersIn } from '../identifiers/text';
import { tagKey, tagName } from '../marks';
import type { Paper, PaperId } from '../paper';
import { beginningOf, type Problem } from './problems';
import { derivedIds, type Reference } from './reference';
import { uuidOf } from './uuid-of';
import { WholePaper } from './whole-paper';

/** What a reader found. What the file does not say is absent. */
export interface Found extends Partial<Omit<Reference, 'kind' | 'title'>> {
  title?: string | undefined;
  line?: number | undefined;
  subjects?: string[] | undefined;
  code?: string | undefined;
  /** Further identifiers and addresses, as they are written. */
  alsoAt?: string[] | undefined;
}

/** What other programs write where an arXiv paper appeared: that is no venue, but may hold its number. */
const notAVenue =
  /^(?:arxiv|corr\b|computing research repository|biorxiv|medrxiv|ssrn)|\barxiv[: ]+(?:preprint|e-?prints?)/i;

/** The paper that was found; or what is wrong with it. `now` is when it counts as saved, if the file does not say. */
export function paperOf(found: Found, now: number): { paper?: WholePaper; problem?: Problem } {
  const title = clean(found.title)?.slice(0, 4000);
  if (!title)
    return { problem: { problem: 'noTitle', line: found.line, text: beginningOf(found.ids?.[0] ?? found.url ?? '') } };
  const { venue, arxiv } = published(found);
  const url = address(found.url);
  const authors = found.authors?.flatMap((name) => clean(name)?.slice(0, 1000) ?? []).slice(0, 20_000);
  const identifying = { ...found, title, arxiv, url, authors };
  const ids: PaperId[] = found.ids?.length ? found.ids : derivedIds(identifying);
  const links = { abstract: url, pdf: address(found.pdf), code: address(found.code) };
  const at = found.savedAt ?? now;
  const paper: Partial<Record<keyof Paper, unknown>> = {
    id: ids[0],
    version: found.version && found.version > 0 ? Math.trunc(found.version) : undefined,
    title,
    authors: authors?.length ? authors : undefined,
    organization: clean(found.organization)?.slice(0, 1000),
    abstract: found.abstract?.trim().slice(0, 100_000) || undefined,
    published: isoDate(found.date),
    subjects: found.subjects ?? (found.primaryClass ? [found.primaryClass] : undefined),
    comments: clean(found.comments)?.slice(0, 10_000),
    journalRef: clean(found.journalRef)?.slice(0, 10_000),
    venue: venue?.slice(0, 1000),
    links: Object.values(links).some(Boolean) ? present(links) : undefined,
  };
  const note = found.note?.trim();
  const whole = {
    paper: present(paper),
    ids: ids.slice(0, 1000),
    savedAt: at,
    note: note && {
      id: uuidOf(`note ${ids[0]}\n${note}`),
      text: note.slice(0, 1_000_000),
      createdAt: at,
      updatedAt: at,
    },
    status: found.status && { value: found.status, at },
    rating: found.rating && { value: found.rating, at },
    tags: tagsOf(found.tags ?? [], at),
    highlights: highlightsOf(found.highlights ?? [], ids[0] ?? '', at),
  };
  const result = WholePaper.safeParse(present(whole));
  if (result.success) return { paper: result.data };
  const field = result.error.issues[0]?.path.join('.') ?? '';
  return { problem: { problem: 'badField', values: [field], line: found.line, text: beginningOf(title) } };
}

/** Gathers what is found in a file, paper by paper. */
export class Gathered {
  papers: WholePaper[] = [];
  problems: Problem[] = [];
  /** Where each paper is in `papers`. */
  #known = new Map<PaperId, number>();

  constructor(readonly now: number) {}

  /** Takes a paper in. What the user said of one that is there already goes to that one. */
  add(found: Found): void {
    const { paper, problem } = paperOf(found, this.now);
    if (problem) this.problems.push(problem);
    if (!paper) return;
    const index = this.#known.get(paper.paper.id);
    const first = index === undefined ? undefined : this.papers[index];
    if (index === undefined || !first) {
      this.#known.set(paper.paper.id, this.papers.length);
      this.papers.push(paper);
      return;
    }
    this.papers[index] = withWordsOf(first, paper);
    this.problems.push({ problem: 'twice', line: found.line, text: beginningOf(paper.paper.title) });
  }
}

/** The first of two entries of one paper, with what the user said in either. */
function withWordsOf(first: WholePaper, second: WholePaper): WholePaper {
  const both = { ...second, ...first };
  const names = [...(first.tags ?? []), ...(second.tags ?? [])].map(({ name }) => name);
  const tags = tagsOf(names, first.savedAt);
  if (tags) both.tags = tags;
  if (first.note && second.note && !first.note.text.includes(second.note.text)) {
    both.note = { ...first.note, text: `${first.note.text}\n\n${second.note.text}`.slice(0, 1_000_000) };
  }
  return both;
}

function published({ venue: written, arxiv, doi, url }: Found): {
  venue?: string | undefined;
  arxiv?: string | undefined;
} {
  const venue = clean(written);
  if (!venue || !notAVenue.test(venue)) return { venue, arxiv };
  if (arxiv || doi || url) return { arxiv: arxiv ?? numberIn(venue) };
  return { arxiv: numberIn(venue) };
}

function numberIn(text: string): string | undefined {
  const bare = text.replace(/^corr,?\s+(?:abs\/)?/i, 'arXiv:');
  const id = identifiersIn(bare).find(({ identifier }) => identifier.id.startsWith('arxiv:'))?.identifier.id;
  return id?.slice('arxiv:'.length);
}

function tagsOf(names: string[], at: number) {
  const tags = new Map<string, { name: string; at: number }>();
  for (const name of names.map(tagName)) if (name && !tags.has(tagKey(name))) tags.set(tagKey(name), { name, at });
  return tags.size > 0 ? [...tags.values()].slice(0, 10_000) : undefined;
}

function highlightsOf(highlights: Reference['highlights'], id: string, at: number) {
  if (highlights.length === 0) return undefined;
  return highlights.slice(0, 10_000).map(({ exact, comment }, i) => ({
    id: uuidOf(`highlight ${id}\n${i}\n${exact}`),
    quote: { exact: exact.slice(0, 100_000), prefix: '', suffix: '' },
    ...(comment && { comment: comment.slice(0, 100_000) }),
    createdAt: at,
    updatedAt: at,
  }));
}

/** A date as precise as it is written: `2024-7-3`, `2024/07/31`, `2024`. */
export function isoDate(written: string | undefined): string | undefined {
  const [, year, month, day] =
    /^\D{0,3}(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?!\d)/.exec(written?.trim() ?? '') ?? [];
  if (!year) return undefined;
  const parts = [year];
  if (month && Number(month) >= 1 && Number(month) <= 12) {
    parts.push(month.padStart(2, '0'));
    if (day && Number(day) >= 1 && Number(day) <= 31) parts.push(day.padStart(2, '0'));
  }
  return parts.join('-');
}

function address(written: string | undefined): string | undefined {
  const text = written?.trim() ?? '';
  return text.length <= 4000 && /^https?:\/\/\S+$/i.test(text) && URL.canParse(text) ? text : undefined;
}

function clean(text: string | undefined): string | undefined {
  return text?.replace(/\s+/g, ' ').trim() || undefined;
}

function present<Value extends object>(value: Value): Partial<Value> {
  return Object.fromEntries(
    Object.entries(value).filter(([, each]) => each !== undefined && each !== ''),
  ) as Partial<Value>;
}
