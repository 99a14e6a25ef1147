/**
 * Postings: which documents have a term, as bytes. A row holds the postings of all terms with one beginning, sorted, so
 * that a word, and all words that begin so, are read at once, and nothing else.
 *
 * A row is a sequence of: length of the term, the term in UTF-8, how many documents, the last of them, length of the
 * list, the list. A list is a sequence of: distance from the document before, payload. All numbers are varints.
 */

/** What is known of a term in a document, beside that it is there. */
export const kinds = {
  /** Fields, impact: the term is in the title, a name, a tag, the note … */
  head: { letter: 'h', payload: 2, beginning: 2 },
  /** Impact: the term is in the abstract. */
  body: { letter: 'b', payload: 1, beginning: 3 },
  /** Places in the head, for phrases; see `placeOf`. */
  headPlaces: { letter: 'i', payload: undefined, beginning: 2 },
  /** Places in the abstract. */
  bodyPlaces: { letter: 'p', payload: undefined, beginning: 3 },
  /** No list: only which words there are, by their first letter, for what is misspelt. */
  word: { letter: 'w', payload: 0, beginning: 1 },
  /** Values: site, year, tag, status … */
  value: { letter: 'v', payload: 0, beginning: 4 },
} as const;
export type Kind = keyof typeof kinds;

const payloads: Record<string, number | undefined> = Object.fromEntries(
  Object.values(kinds).map(({ letter, payload }) => [letter, payload]),
);

/** Puts the number of a row behind its terms' beginning; sorts before every letter. */
export const end = '\0';

/** Where the postings of a term are: its kind and its beginning. */
export function bucketOf(kind: Kind, term: string): string {
  const { letter, beginning } = kinds[kind];
  return letter + term.slice(0, isWide(term) ? 1 : beginning);
}

/** Of Chinese and Japanese there are thousands of characters, not dozens. */
function isWide(term: string): boolean {
  return term.charCodeAt(0) >= 0x2e80;
}

/** The range of rows in which a term may be; where it is open, all terms that begin so. */
export function bucketsOf(kind: Kind, term: string, isOpen: boolean): [string, string] {
  const bucket = bucketOf(kind, term);
  const isOne = !isOpen || isWide(term) || term.length >= kinds[kind].beginning;
  return isOne ? [bucket + end, `${bucket}\u0001`] : [bucket, `${bucket}\uffff`];
}

/** Bytes that grow. */
export class Bytes {
  bytes = new Uint8Array(64);
  length = 0;

  varint(value: number): void {
    this.#room(5);
    let rest = value;
    while (rest > 127) {
      this.bytes[this.length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.bytes[this.length++] = rest;
  }

  byte(value: number): void {
    this.#room(1);
    this.bytes[this.length++] = value;
  }

  append(bytes: ArrayLike<number>): void {
    this.#room(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  done(): Uint8Array<ArrayBuffer> {
    return this.bytes.slice(0, this.length);
  }

  #room(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }
}

/** One term of a row, and where its list is. */
export interface Term {
  row: Uint8Array;
  termStart: number;
  termEnd: number;
  count: number;
  last: number;
  start: number;
  end: number;
}

/**
 * The terms of a row, in order. The object is the same each time: take what you need of it. No generator: that would
 * leave an object behind for each of the hundred thousands of terms that are read with a letter.
 */
export function termsOf(row: Uint8Array): IterableIterator<Term, undefined> {
  const term: Term = { row, termStart: 0, termEnd: 0, count: 0, last: 0, start: 0, end: 0 };
  const found = { value: term, done: false as const };
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = row[at++] ?? 0;
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  return {
    next() {
      if (at >= row.length) return { value: undefined, done: true };
      const length = varint();
      term.termStart = at;
      at += length;
      term.termEnd = at;
      term.count = varint();
      term.last = varint();
      const size = varint();
      term.start = at;
      at += size;
      term.end = at;
      return found;
    },
    [Symbol.iterator]() {
      return this;
    },
  };
}

const utf8 = new TextDecoder();
export function termText({ row, termStart, termEnd }: Term): string {
  return utf8.decode(row.subarray(termStart, termEnd));
}

/** Puts the UTF-16 code units of a term into `codes`, and returns how many they are: no string is made of it. */
export function termCodes(term: Term, codes: number[]): number {
  const { row, termStart, termEnd } = term;
  for (let at = termStart; at < termEnd; at++) {
    const byte = row[at] ?? 0;
    if (byte > 127) return codesOfText(termText(term), codes);
    codes[at - termStart] = byte;
  }
  return termEnd - termStart;
}

function codesOfText(text: string, codes: number[]): number {
  for (let i = 0; i < text.length; i++) codes[i] = text.charCodeAt(i);
  return text.length;
}

/** Calls `visit` with each document of a list, and with where its payload begins and ends. */
export function eachPosting(
  list: Term,
  payload: number | undefined,
  visit: (doc: number, from: number, to: number) => void,
): void {
  const { row, end } = list;
  let at = list.start;
  let doc = 0;
  // Twice the same, because a function for it would be made anew for each list.
  while (at < end) {
    let byte = row[at++] ?? 0;
    doc += byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = row[at++] ?? 0;
      doc += (byte & 127) << shift;
    }
    let size = payload;
    if (size === undefined) {
      byte = row[at++] ?? 0;
      size = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = row[at++] ?? 0;
        size |= (byte & 127) << shift;
      }
    }
    visit(doc, at, at + size);
    at += size;
  }
}

/** Writes the terms of a row one after the other. */
export class RowWriter {
  #row = new Bytes();

  /** The next term, with its list. */
  add(term: Uint8Array, count: number, last: number, list: ArrayLike<number>): void {
    this.#row.varint(term.length);
    this.#row.append(term);
    this.#row.varint(count);
    this.#row.varint(last);
    this.#row.varint(list.length);
    this.#row.append(list);
  }

  done(): Uint8Array<ArrayBuffer> {
    return this.#row.done();
  }
}

/** The payload size of the rows in a bucket. */
export function payloadOf(bucket: string): number | undefined {
  return payloads[bucket[0] ?? ''];
}
