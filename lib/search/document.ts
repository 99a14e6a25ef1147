/** What is indexed of a paper, and how much each field counts. Read first: words, postings. */
import { bucketOf, type Kind, RowWriter } from './postings';
import type { Batch } from './rows';
import { allowedTypos } from './typos';
import { isUnspaced, type Word, wordsOf } from './words';

/** Fields of words. The order is stored: new ones go to the end, eight at the most; the abstract has postings of its own. */
export const headFields = ['title', 'author', 'tag', 'note', 'highlight', 'venue', 'other'] as const;
export type HeadField = (typeof headFields)[number];
export type TextField = HeadField | 'abstract';

/** Fields of values, by the letter under which they are stored. */
export const valueFields = {
  site: 's',
  host: 'o',
  venue: 'v',
  year: 'y',
  tag: 't',
  status: 'm',
  rating: 'r',
  has: 'h',
  author: 'a',
  /** The day on which it was read, as `2026-11-25`. */
  read: 'd',
} as const;
export type ValueField = keyof typeof valueFields;

/** A paper as the index knows it. */
export interface SearchDocument {
  texts: [field: TextField, text: string][];
  /** `key` is what is compared, `shown` what is listed. */
  values: { field: ValueField; key: string; shown: string }[];
}

/** How much a word counts, and how many words the field has usually: in a longer one, each counts less. */
const weights: Record<TextField, [weight: number, usual: number]> = {
  title: [6, 10],
  author: [4, 10],
  tag: [4, 3],
  note: [3, 20],
  highlight: [3, 20],
  venue: [2, 4],
  other: [1, 10],
  abstract: [1, 150],
};
/** As in BM25: how much the length counts, and how fast more of the same adds less. */
const [lengthShare, saturation] = [0.5, 3];

/** Between two texts of one field: no phrase goes across. */
const gap = 4;

/** Places of the head are counted in steps, with the field in between: a phrase stands in one field. */
export const placeStep = 8;
export function placeOf(position: number, field: HeadField): number {
  return position * placeStep + headFields.indexOf(field);
}

/** Where `shown` begins in the term of a value. */
export const shownAfter = '\u0001';

/** The term of a value. */
export function valueTerm(field: ValueField, key: string, shown: string): string {
  return `${valueFields[field]}:${key.replace(control, ' ')}${shownAfter}${shown.replace(control, ' ')}`;
}
// biome-ignore lint/suspicious/noControlCharactersInRegex: they separate what is stored.
const control = /[\0-\x1f]/g;

interface Entry {
  fields: number;
  weight: number;
  places: number[];
}

interface List {
  count: number;
  last: number;
  /** Of millions of short lists, arrays are quicker than typed ones. */
  bytes: number[];
}

/** Makes a batch of one document after the other. */
export class BatchBuilder {
  #lists = new Map<Kind, Map<string, List>>(
    (['head', 'body', 'headPlaces', 'bodyPlaces', 'word', 'value'] as const).map((kind) => [kind, new Map()]),
  );

  /** Adds a document; its number is higher than those before. */
  add(doc: number, document: SearchDocument): void {
    const { head, body } = entriesOf(document);
    for (const [term, { fields, weight, places }] of head) {
      this.#post('head', term, doc).push(fields, impactOf(weight));
      writePlaces(this.#post('headPlaces', term, doc), places);
      this.#know(term);
    }
    for (const [term, { weight, places }] of body) {
      this.#post('body', term, doc).push(impactOf(weight));
      writePlaces(this.#post('bodyPlaces', term, doc), places);
      if (!head.has(term)) this.#know(term);
    }
    const values = new Set(document.values.map(({ field, key, shown }) => valueTerm(field, key, shown)));
    for (const term of values) this.#post('value', term, doc);
  }

  /** The rows, in order of their buckets. */
  done(): Batch {
    return new Map(this.rows());
  }

  /** The same, made one after the other. */
  *rows(): Generator<[bucket: string, row: Uint8Array]> {
    const buckets = new Map<string, [string, List][]>();
    for (const [kind, lists] of this.#lists) {
      for (const entry of lists) {
        const bucket = bucketOf(kind, entry[0]);
        const terms = buckets.get(bucket);
        if (terms) terms.push(entry);
        else buckets.set(bucket, [entry]);
      }
    }
    const inOrder = [...buckets].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [bucket, terms] of inOrder) yield [bucket, rowOf(terms)];
  }

  /** The list of a term, in which the document stands now: its payload is to follow. */
  #post(kind: Kind, term: string, doc: number): number[] {
    const list = this.#listOf(kind, term);
    writeVarint(list.bytes, doc - list.last);
    list.last = doc;
    list.count++;
    return list.bytes;
  }

  /** Neither digits nor short words are looked for with typos. */
  #know(term: string): void {
    if (allowedTypos(term) > 0 && !isUnspaced(term)) this.#listOf('word', term).count++;
  }

  #listOf(kind: Kind, term: string): List {
    const lists = this.#lists.get(kind) ?? new Map<string, List>();
    let list = lists.get(term);
    if (!list) {
      list = { count: 0, last: 0, bytes: [] };
      lists.set(term, list);
    }
    return list;
  }
}

const utf8 = new TextEncoder();

function rowOf(terms: [string, List][]): Uint8Array {
  const encoded = terms.map(([term, list]) => ({ term: utf8.encode(term), list }));
  const writer = new RowWriter();
  for (const { term, list } of encoded.sort((a, b) => compareBytes(a.term, b.term))) {
    writer.add(term, list.count, list.last, list.bytes);
  }
  return writer.done();
}

/** As `mergeRows` compares; UTF-16 has another order. */
function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const common = Math.min(a.length, b.length);
  for (let i = 0; i < common; i++) if (a[i] !== b[i]) return (a[i] ?? 0) - (b[i] ?? 0);
  return a.length - b.length;
}

function entriesOf({ texts }: SearchDocument): { head: Map<string, Entry>; body: Map<string, Entry> } {
  const [head, body] = [new Map<string, Entry>(), new Map<string, Entry>()];
  const read = texts.map(([field, text]) => ({ field, words: wordsOf(text) }));
  const lengths = new Map<TextField, number>();
  for (const { field, words } of read) lengths.set(field, (lengths.get(field) ?? 0) + words.length);
  const next = { head: 0, body: 0 };
  for (const { field, words } of read) {
    const [weight, usual] = weights[field];
    const each = weight / (1 - lengthShare + (lengthShare * (lengths.get(field) ?? 0)) / usual);
    const part = field === 'abstract' ? 'body' : 'head';
    const start = next[part];
    for (const word of words) {
      const place = field === 'abstract' ? start + word.position : placeOf(start + word.position, field);
      count(
        field === 'abstract' ? body : head,
        word,
        field === 'abstract' ? 0 : 1 << headFields.indexOf(field),
        each,
        place,
      );
    }
    next[part] = start + (words.reduce((most, { position, length }) => Math.max(most, position + length), 0) + gap);
  }
  return { head, body };
}

function count(entries: Map<string, Entry>, { word, kind }: Word, field: number, each: number, place: number): void {
  const entry = entries.get(word) ?? { fields: 0, weight: 0, places: [] };
  if (entry.places.length === 0) entries.set(word, entry);
  entry.fields |= field;
  // A pair says less than the word that it may be.
  entry.weight += kind === 'pair' ? each / 2 : each;
  if (entry.places.at(-1) !== place) entry.places.push(place);
}

function impactOf(weight: number): number {
  return Math.max(1, Math.round((255 * weight) / (weight + saturation)));
}

function writePlaces(bytes: number[], places: number[]): void {
  const written: number[] = [];
  let last = 0;
  for (const place of places.sort((a, b) => a - b)) {
    writeVarint(written, place - last);
    last = place;
  }
  writeVarint(bytes, written.length);
  for (const byte of written) bytes.push(byte);
}

function writeVarint(bytes: number[], value: number): void {
  let rest = value;
  while (rest > 127) {
    bytes.push((rest & 127) | 128);
    rest >>>= 7;
  }
  bytes.push(rest);
}
