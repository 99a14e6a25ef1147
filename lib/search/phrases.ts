/** In which documents words stand one after the other. Read first: lists. */
import { type HeadField, headFields, placeStep, type TextField } from './document';
import { eachTerm, type Range, type Rows } from './lists';
import { bucketsOf, eachPosting } from './postings';

type PlaceKind = 'headPlaces' | 'bodyPlaces';

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
