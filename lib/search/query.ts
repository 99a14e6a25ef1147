/** The language of the search field: words, “phrases”, fields such as `author:`, and `-` before what must not be there. */
import { type Status, statuses } from '../marks';
import { type Days, daysIn, daysWritten } from './days';
import type { TextField } from './document';
import { distance } from './typos';

/** Fields in which words are looked for. */
export const textFields = ['title', 'author', 'note', 'highlight', 'venue', 'abstract'] as const satisfies TextField[];
/** Fields that have one of some values. */
export const valueFields = ['tag', 'site', 'status', 'has'] as const;
/** Fields that are numbers. */
export const rangeFields = ['year', 'rating'] as const;
/** Fields that are days. */
export const dayFields = ['saved', 'read'] as const;
export const fieldNames = [...textFields, ...valueFields, ...rangeFields, ...dayFields] as const;
export type FieldName = (typeof fieldNames)[number];

/** What a paper can have; see `has:`. */
export const havings = ['note', 'highlight', 'tag', 'status', 'rating', 'abstract', 'venue', 'year'] as const;
export type Having = (typeof havings)[number];

/** One condition. All of a query hold. */
export type Clause = { isNot: boolean } & (
  | { kind: 'text'; field?: (typeof textFields)[number]; text: string; isPhrase: boolean }
  /** Unquoted, the value may go on. */
  | { kind: 'value'; field: 'tag' | 'site'; text: string; isWhole: boolean }
  /** Any of them. */
  | { kind: 'status'; field: 'status'; text: string; values: Status[] }
  | { kind: 'has'; field: 'has'; text: string; values: Having[] }
  | { kind: 'range'; field: (typeof rangeFields)[number]; from?: number; to?: number }
  | ({ kind: 'days'; field: (typeof dayFields)[number] } & Days)
);

export type TextClause = Clause & { kind: 'text' };

/** What cannot be read, where, and what to say of it. The rest of the query counts. */
export interface Problem {
  message: 'badYear' | 'badDay' | 'badRating' | 'badStatus' | 'badHas' | 'unknownField';
  text: string;
  start: number;
  end: number;
}

export interface Query {
  clauses: Clause[];
  problems: Problem[];
}

/** A part of a query as it is written, with its place: what is completed, and what problems point at. */
export interface Part {
  isNot: boolean;
  field?: string;
  text: string;
  isQuoted: boolean;
  start: number;
  /** Where `text` begins, behind the field and the quotation mark. */
  textStart: number;
  end: number;
}

const part = /(-?)(?:(\p{L}+):)?(?:["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)|([^\s"“”„«»]+))/gu;
const fieldAlone = /^(\p{L}+):$/u;

/** The parts of a query, in order. Whatever is typed has some reading. */
export function partsOf(query: string): Part[] {
  return [...query.matchAll(part)].map((match) => {
    const [written, minus = '', named, quoted, plain = ''] = match;
    const alone = named === undefined ? fieldAlone.exec(plain)?.[1] : undefined;
    const field = named ?? alone;
    const text = quoted ?? (alone === undefined ? plain : '');
    const start = match.index;
    const before = minus.length + (field === undefined ? 0 : field.length + 1) + (quoted === undefined ? 0 : 1);
    const isNot = minus !== '';
    const isQuoted = quoted !== undefined;
    const read = { isNot, text, isQuoted, start, textStart: start + before, end: start + written.length };
    return field === undefined ? read : { ...read, field };
  });
}

/** Reads a query. Never throws: what cannot be read is a problem, and left out. */
export function parseQuery(query: string): Query {
  const clauses: Clause[] = [];
  const problems: Problem[] = [];
  for (const part of partsOf(query)) {
    // At the end somebody is still typing.
    const isOpen = part.end === query.length && !part.isQuoted;
    const clause = clauseOf(part, isOpen);
    if (typeof clause === 'object') clauses.push(clause);
    else if (clause) problems.push({ message: clause, text: part.text, start: part.start, end: part.end });
    const named = part.field?.toLowerCase();
    if (named && !isField(named) && isNearField(named)) {
      problems.push({ message: 'unknownField', text: part.field ?? '', start: part.start, end: part.end });
    }
  }
  return { clauses, problems };
}

/** A query as it is written; it parses to the same clauses. */
export function formatQuery(clauses: Clause[]): string {
  return clauses.map((clause) => (clause.isNot ? '-' : '') + formatClause(clause)).join(' ');
}

function formatClause(clause: Clause): string {
  switch (clause.kind) {
    case 'text':
      return (clause.field ? `${clause.field}:` : '') + (clause.isPhrase ? `"${clause.text}"` : clause.text);
    case 'value':
      return `${clause.field}:${clause.isWhole ? `"${clause.text}"` : clause.text}`;
    case 'status':
    case 'has':
      return `${clause.field}:"${clause.text}"`;
    case 'range': {
      const { field, from, to } = clause;
      return `${field}:${from === to ? from : `${from ?? ''}..${to ?? ''}`}`;
    }
    case 'days':
      return `${clause.field}:${daysWritten(clause)}`;
  }
}

/** The condition that a part says; the message where it cannot be read; nothing where there is nothing to look for yet. */
function clauseOf(part: Part, isOpen: boolean): Clause | Problem['message'] | undefined {
  const { isNot, text, isQuoted } = part;
  const field = part.field?.toLowerCase();
  if (field === undefined || !isField(field)) {
    const words = isQuoted || field === undefined ? text : [part.field, text].filter(Boolean).join(':');
    return isWords(words) ? { kind: 'text', text: words.trim(), isPhrase: isQuoted, isNot } : undefined;
  }
  if (text.trim() === '') return undefined;
  switch (field) {
    case 'tag':
    case 'site':
      return { kind: 'value', field, text, isWhole: isQuoted, isNot };
    case 'status': {
      // Who reads does not ask for what is read, nor the other way round.
      const same = statuses.filter((status) => nameKey(status) === nameKey(text));
      const values = same.length > 0 ? same : statuses.filter((status) => nameKey(status).startsWith(nameKey(text)));
      return values.length > 0 ? { kind: 'status', field, text, values, isNot } : 'badStatus';
    }
    case 'has': {
      const values = havings.filter((having) => having.startsWith(nameKey(text)) || `${having}s` === nameKey(text));
      return values.length > 0 ? { kind: 'has', field, text, values, isNot } : 'badHas';
    }
    case 'year':
      return rangeOf(part, field, /^\d{4}$/, isOpen) ?? (isOpen && /^\d{0,3}$/.test(text) ? undefined : 'badYear');
    case 'rating':
      return rangeOf(part, field, /^[1-5]$/, isOpen) ?? 'badRating';
    case 'saved':
    case 'read': {
      const days = daysIn(text, isOpen);
      if (!days) return 'badDay';
      return days.from || days.to ? { kind: 'days', field, ...days, isNot } : undefined;
    }
    default:
      return isWords(text) ? { kind: 'text', field, text: text.trim(), isPhrase: isQuoted, isNot } : undefined;
  }
}

function rangeOf({ text, isNot }: Part, field: 'year' | 'rating', number: RegExp, isOpen: boolean): Clause | undefined {
  const match = /^(\d*)(?:(\.\.|–|-)(\d*))?$/.exec(text.trim());
  if (!match) return undefined;
  const [, first = '', dots, second = ''] = match;
  if (dots === undefined) {
    return number.test(first) ? { kind: 'range', field, from: Number(first), to: Number(first), isNot } : undefined;
  }
  const isTyping = isOpen && !number.test(second);
  const [from, to] = [first, isTyping ? '' : second];
  if ((from !== '' && !number.test(from)) || (to !== '' && !number.test(to)) || (from === '' && to === ''))
    return undefined;
  if (from !== '' && to !== '' && Number(from) > Number(to)) return undefined;
  return {
    kind: 'range',
    field,
    ...(from !== '' && { from: Number(from) }),
    ...(to !== '' && { to: Number(to) }),
    isNot,
  };
}

function isWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function isField(name: string): name is FieldName {
  return (fieldNames as readonly string[]).includes(name);
}

/** `auther`, `authors`, `tags`: somebody meant a field. Not `arxiv`, `http` or `tax`. */
function isNearField(name: string): boolean {
  const isNear = (field: string) => name.length > 2 && field.length > 3 && distance(name, field) === 1;
  return fieldNames.some((field) => name === `${field}s` || isNear(field));
}

/** As a query names it. */
export function statusWritten(status: string): string {
  return status === 'toRead' ? 'to-read' : status;
}

/** `to read`, `toRead`, `to-read` are one. */
function nameKey(text: string): string {
  return text.toLowerCase().replace(/[\s_-]/g, '');
}
