/** What may be meant by the word at the caret of a query. Read first: query. */
import { folded } from '../fold';
import { type Status, statuses } from '../marks';
import { fieldNames, havings, partsOf } from './query';

/** What a library has, by how it begins (folded); the most frequent first. */
export interface CompletionSource {
  valuesOf(
    field: 'tag' | 'author' | 'venue' | 'site' | 'year',
    beginning: string,
  ): Promise<{ key: string; shown: string; papers: number }[]>;
}

export interface Completion {
  /** Replaces the query between `start` and `end`. */
  insert: string;
  /** What the user reads. */
  shown: string;
  /** How many papers have it, where that is counted. */
  papers?: number;
}

export interface Completions {
  start: number;
  end: number;
  completions: Completion[];
}

/** How many are offered. */
const most = 8;

const none: Completions = { start: 0, end: 0, completions: [] };

/** What the part of the query at the caret may become: a field, or a value of its field. */
export async function complete(query: string, caret: number, source: CompletionSource): Promise<Completions> {
  const part = partsOf(query).find(({ start, end }) => start < caret && caret <= end);
  if (!part) return none;
  const { field: written, start, textStart, end, isNot } = part;
  const field = written?.toLowerCase();
  if (field === undefined) {
    if (part.isQuoted) return none;
    const at = start + (isNot ? 1 : 0);
    const beginning = query.slice(at, caret).toLowerCase();
    const names = beginning === '' ? [] : fieldNames.filter((name) => name.startsWith(beginning));
    return { start: at, end, completions: names.map((name) => ({ insert: `${name}:`, shown: `${name}:` })) };
  }
  if (caret < textStart - (part.isQuoted ? 1 : 0)) return none;
  const beginning = folded(query.slice(textStart, caret));
  const from = start + (isNot ? 1 : 0);
  return { start: from, end, completions: (await valuesFor(field, beginning, source)).slice(0, most) };
}

async function valuesFor(field: string, beginning: string, source: CompletionSource): Promise<Completion[]> {
  switch (field) {
    case 'tag':
    case 'author':
    case 'venue':
    case 'site':
    case 'year': {
      const values = await source.valuesOf(field, beginning);
      return values.map(({ key, shown, papers }) => ({
        insert: `${field}:${quoted(shown || key, field)}`,
        shown: shown || key,
        papers,
      }));
    }
    case 'status':
      return statuses
        .filter((status) => nameOf(status).startsWith(beginning))
        .map((status) => named(field, nameOf(status)));
    case 'has':
      return havings.filter((having) => having.startsWith(beginning)).map((having) => named(field, having));
    case 'rating':
      return ['5', '4..5', '3..5', '1..2']
        .filter((range) => range.startsWith(beginning))
        .map((range) => named(field, range));
    default:
      return [];
  }
}

/** The value as a whole: nothing else that begins so. */
function quoted(value: string, field: string): string {
  return field === 'year' ? value : `"${value.replace(/["“”„«»]/g, ' ')}"`;
}

function named(field: string, value: string): Completion {
  return { insert: `${field}:${value}`, shown: value };
}

function nameOf(status: Status): string {
  return status === 'toRead' ? 'to-read' : status;
}
