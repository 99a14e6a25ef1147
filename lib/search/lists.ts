/** Reading postings of terms into quality by document. Read first: postings, document, rows. */
import {
  type HeadField,
  headFields,
  placeStep,
  shownAfter,
  type TextField,
  type ValueField,
  valueFields,
} from './document';
import { bucketsOf, eachPosting, type Kind, kinds, type Term, termsOf, termText } from './postings';

type PlaceKind = 'headPlaces' | 'bodyPlaces';

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

/** A term that matches, and how well: 1 for the word itself. */
export type Matching = (term: string) => number;

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

/** A step between places of one document and those of the next: a document with more words would be a book. */
const docStep = 2 ** 22;

/** A word of a phrase, and how far from its beginning it stands. */
export interface PhraseWord {
  word: string;
  offset: number;
  isOpen: boolean;
}

/** The documents in which the words stand one after the other. */
export async function phraseDocs(
  rows: Rows,
  words: PhraseWord[],
  fields: readonly TextField[],
  within: (doc: number) => boolean,
): Promise<Set<number>> {
  const docs = new Set<number>();
  await rows.preload(phraseRanges(words, fields));
  for (const kind of placeKinds(fields)) {
    // The rarest first: of the others, only where it is.
    const [rarest, ...others] = await rarestFirst(rows, kind, words);
    let beginnings = rarest ? await beginningsBy(rows, kind, rarest, within) : new Float64Array();
    for (const other of others) {
      if (beginnings.length === 0) break;
      await rows.turn();
      beginnings = await withWord(rows, kind, other, beginnings);
    }
    let last = -1;
    for (const beginning of beginnings) {
      const doc = Math.floor(beginning / docStep);
      if (doc === last) continue;
      const field = headFields[beginning % placeStep] as HeadField;
      if (kind === 'headPlaces' && !fields.includes(field)) continue;
      docs.add(doc);
      last = doc;
    }
  }
  return docs;
}

/** Where the phrase begins, if it does where this word of it stands in the documents of `within`: in ascending order. */
async function beginningsBy(
  rows: Rows,
  kind: PlaceKind,
  { word, offset, isOpen }: PhraseWord,
  within: (doc: number) => boolean,
): Promise<Float64Array> {
  const shift = offset * stepOf(kind);
  let found = new Float64Array(256);
  let length = 0;
  let isInOrder = true;
  await eachTerm(rows, kind, { term: word, isOpen }, (term) => {
    const { row } = term;
    eachPosting(term, undefined, (doc, from, to) => {
      if (!within(doc)) return;
      eachPlace(row, from, to, (place) => {
        if (length === found.length) {
          const larger = new Float64Array(2 * length);
          larger.set(found);
          found = larger;
        }
        const beginning = doc * docStep + place - shift;
        if (length > 0 && beginning < (found[length - 1] ?? 0)) isInOrder = false;
        found[length++] = beginning;
      });
    });
  });
  const beginnings = found.subarray(0, length);
  return isInOrder ? beginnings : beginnings.sort();
}

/** Those of the beginnings, which are in ascending order, from which the word stands where it should. */
async function withWord(
  rows: Rows,
  kind: PlaceKind,
  { word, offset, isOpen }: PhraseWord,
  beginnings: Float64Array,
): Promise<Float64Array> {
  const shift = offset * stepOf(kind);
  const isThere = new Uint8Array(beginnings.length);
  await eachTerm(rows, kind, { term: word, isOpen }, (term) => {
    const { row } = term;
    let at = 0;
    eachPosting(term, undefined, (doc, from, to) => {
      at = firstFrom(beginnings, doc * docStep - shift, at);
      if ((beginnings[at] ?? Number.POSITIVE_INFINITY) >= (doc + 1) * docStep - shift) return;
      eachPlace(row, from, to, (place) => {
        const beginning = doc * docStep + place - shift;
        while ((beginnings[at] ?? Number.POSITIVE_INFINITY) < beginning) at++;
        if (beginnings[at] === beginning) isThere[at] = 1;
      });
    });
  });
  return beginnings.filter((_, i) => isThere[i] === 1);
}

/** The places in the payload of a posting, in ascending order. */
function eachPlace(row: Uint8Array, from: number, to: number, visit: (place: number) => void): void {
  let place = 0;
  for (let at = from; at < to; ) {
    let byte = row[at++] ?? 0;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = row[at++] ?? 0;
      value |= (byte & 127) << shift;
    }
    place += value;
    visit(place);
  }
}

/** The index, not before `start`, of the first of these, in ascending order, that is not less; near by in most cases. */
function firstFrom(values: Float64Array, least: number, start: number): number {
  let step = 1;
  let [before, after] = [start - 1, start];
  while (after < values.length && (values[after] ?? 0) < least) {
    before = after;
    after += step;
    step *= 2;
  }
  after = Math.min(after, values.length);
  while (before + 1 < after) {
    const middle = (before + after) >> 1;
    if ((values[middle] ?? 0) < least) before = middle;
    else after = middle;
  }
  return after;
}

/** How far two words that stand side by side are apart, in places. */
function stepOf(kind: PlaceKind): number {
  return kind === 'headPlaces' ? placeStep : 1;
}

async function rarestFirst(rows: Rows, kind: PlaceKind, words: PhraseWord[]): Promise<PhraseWord[]> {
  const sized: { word: PhraseWord; bytes: number }[] = [];
  for (const word of words) {
    let bytes = 0;
    await eachTerm(rows, kind, { term: word.word, isOpen: word.isOpen }, ({ start, end }) => {
      bytes += end - start;
    });
    sized.push({ word, bytes });
  }
  return sized.sort((a, b) => a.bytes - b.bytes).map(({ word }) => word);
}

/** The ranges that `phraseDocs` reads. */
export function phraseRanges(words: PhraseWord[], fields: readonly TextField[]): Range[] {
  return placeKinds(fields).flatMap((kind) => words.map(({ word, isOpen }) => bucketsOf(kind, word, isOpen)));
}

function placeKinds(fields: readonly TextField[]): PlaceKind[] {
  const kinds: PlaceKind[] = fields.some((field) => field !== 'abstract') ? ['headPlaces'] : [];
  return fields.includes('abstract') ? [...kinds, 'bodyPlaces'] : kinds;
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
