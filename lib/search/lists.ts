/** Reading postings of terms into quality by document. Read first: postings, document, rows. */
import { headFields, shownAfter, type TextField, type ValueField, valueFields } from './document';
import { bucketsOf, eachPosting, type Kind, kinds, type Term, termsOf, termText } from './postings';

/** A range of rows; see `bucketsOf`. */
export type Range = [from: string, to: string];

/** Where rows come from: those of one range of buckets, of earlier documents first. */
export interface Rows {
  between(from: string, to: string): Promise<Uint8Array[]>;
  /** Reads all these ranges at once: to ask for one after the other, each time waiting, takes longer than to read them. */
  preload(ranges: Range[]): PromiseLike<void>;
  /** Lets others have their turn, if this one was long. */
  turn(): PromiseLike<void> | undefined;
  /** Document numbers are below this. */
  size: number;
}

const utf8 = new TextEncoder();

/** Of what is in the abstract only, so much. */
const bodyShare = 0.35;

/** The bits of fields; 0: the abstract. */
export function maskOf(fields: readonly TextField[]): number {
  return fields.reduce((mask, field) => mask | (field === 'abstract' ? 0 : 1 << headFields.indexOf(field)), 0);
}

/** A term of a kind, with its lists; where it is open, all terms that begin so. */
export async function eachTerm(
  rows: Rows,
  kind: Kind,
  { term: sought, isOpen }: { term: string; isOpen: boolean },
  visit: (term: Term, isWhole: boolean) => void,
): Promise<void> {
  const bytes = utf8.encode(sought);
  for (const row of await rows.between(...bucketsOf(kind, sought, isOpen))) {
    for (const term of termsOf(row)) {
      const length = term.termEnd - term.termStart;
      let same = 0;
      while (same < bytes.length && same < length && row[term.termStart + same] === bytes[same]) same++;
      if (same === bytes.length) {
        if (isOpen || length === same) visit(term, length === same);
      } else if (same < length && (row[term.termStart + same] ?? 0) > (bytes[same] ?? 0)) break; // They are in order.
    }
  }
}

/** Raises `quality` of each document in a list to what the term is worth there. */
export function raise(quality: Float32Array, kind: 'head' | 'body', term: Term, worth: number, mask?: number): void {
  const { row } = term;
  if (kind === 'body') {
    const unit = (worth * bodyShare) / 255;
    eachPosting(term, kinds.body.payload, (doc, at) => {
      const value = unit * (row[at] ?? 0);
      if (value > (quality[doc] ?? 0)) quality[doc] = value;
    });
    return;
  }
  const unit = worth / 255;
  eachPosting(term, kinds.head.payload, (doc, at) => {
    if (mask !== undefined && !((row[at] ?? 0) & mask)) return;
    const value = unit * (row[at + 1] ?? 0);
    if (value > (quality[doc] ?? 0)) quality[doc] = value;
  });
}

/** A value, as it is listed, and its documents. */
export interface Value {
  key: string;
  shown: string;
  list: Term;
}

/** The range that `valuesOf` reads. */
export function valueRange(field: ValueField, beginning: string): Range {
  return bucketsOf('value', `${valueFields[field]}:${beginning}`, true);
}

/** All values of a field that begin so. */
export async function valuesOf(
  rows: Rows,
  field: ValueField,
  beginning: string,
  visit: (value: Value) => void,
): Promise<void> {
  const term = `${valueFields[field]}:${beginning}`;
  await eachTerm(rows, 'value', { term, isOpen: true }, (list) => visit(valueIn(list)));
}

/** A value, and its field, from its list. */
export function valueIn(list: Term): Value & { field: ValueField | undefined } {
  const text = termText(list);
  const end = text.indexOf(shownAfter);
  return { field: fieldsByLetter.get(text[0] ?? ''), key: text.slice(2, end), shown: text.slice(end + 1), list };
}

const fieldsByLetter = new Map(
  Object.entries(valueFields).map(([field, letter]) => [letter as string, field as ValueField]),
);
