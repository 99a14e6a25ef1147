/** What may be meant by the word at the caret of a query. Read first: query. */
import { folded } from '../fold';
import { statuses } from '../marks';
import { fieldNames, havings, partsOf, statusWritten } from './query';
import { quoted } from './value-key';

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

/** Of a field, so many letters are written before it is offered unasked: most words are just words. */
const fewest = 2;

/**
 * What the part of the query at the caret may become: a field, or a value of its field. Asked for it, any field where
 * nothing is written yet.
 */
export async function complete(
  query: string,
  caret: number,
  source: CompletionSource,
  { isAsked = false } = {},
): Promise<Completions> {
  const part = partsOf(query).find(({ start, end }) => start < caret && caret <= end);
  if (!part) return isAsked ? { start: caret, end: caret, completions: fieldsBeginning('') } : none;
  const { field: written, start, textStart, end, isNot } = part;
  const field = written?.toLowerCase();
  if (field === undefined) {
    if (part.isQuoted) return none;
    const at = start + (isNot ? 1 : 0);
    const beginning = query.slice(at, caret).toLowerCase();
    if (beginning.length < fewest && !isAsked) return none;
    return { start: at, end, completions: fieldsBeginning(beginning) };
  }
  if (caret < textStart - (part.isQuoted ? 1 : 0)) return none;
  const beginning = folded(query.slice(textStart, caret));
  const from = start + (isNot ? 1 : 0);
  // What is there already is no completion.
  const others = (await valuesFor(field, beginning, source)).filter(({ insert }) => insert !== query.slice(from, end));
  return { start: from, end, completions: others.slice(0, most) };
}

/**
 * Which of these may still be meant when somebody has typed on, until there are others: a list that is out of date is
 * only in the way. Names in quotes may begin otherwise than they are written: of these, all but what is there already.
 */
export function stillMeant({ start, completions }: Completions, query: string, caret: number): Completion[] {
  const written = query.slice(start, caret);
  return completions.filter(
    ({ insert }) => insert !== written && (insert.includes('"') || insert.startsWith(written.toLowerCase())),
  );
}

function fieldsBeginning(beginning: string): Completion[] {
  const names = fieldNames.filter((name) => name.startsWith(beginning));
  return names.map((name) => ({ insert: `${name}:`, shown: `${name}:` }));
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
        insert: `${field}:${wholeOf(shown || key, field)}`,
        shown: shown || key,
        papers,
      }));
    }
    case 'status':
      return statuses
        .filter((status) => statusWritten(status).startsWith(beginning))
        .map((status) => named(field, statusWritten(status)));
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
function wholeOf(value: string, field: string): string {
  return field === 'year' ? value : quoted(value);
}

function named(field: string, value: string): Completion {
  return { insert: `${field}:${value}`, shown: value };
}
