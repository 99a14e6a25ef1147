/** Making one row of several, and packing the rows of a batch of documents. Read first: postings. */
import { Bytes, eachPosting, kinds, payloadOf, RowWriter, type Term, termsOf } from './postings';

/** Whether a document is still there. */
export type IsAlive = (doc: number) => boolean;

/**
 * One row of several of one bucket, each of later documents than the one before; without the documents that are gone,
 * where `isAlive` is given.
 */
export function mergeRows(bucket: string, rows: Uint8Array[], isAlive?: IsAlive): Uint8Array<ArrayBuffer> {
  const payload = payloadOf(bucket);
  const isWords = bucket.startsWith(kinds.word.letter);
  const readers = rows.map((row) => ({ terms: termsOf(row), term: undefined as Term | undefined }));
  const advance = (reader: (typeof readers)[number]) => {
    reader.term = reader.terms.next().value ?? undefined;
  };
  readers.forEach(advance);
  const writer = new RowWriter();
  for (;;) {
    let least: Term | undefined;
    for (const { term } of readers) if (term && (!least || compare(term, least) < 0)) least = term;
    if (!least) return writer.done();
    const same = readers.filter(({ term }) => term && compare(term, least) === 0);
    const name = least.row.slice(least.termStart, least.termEnd);
    const lists = same.flatMap(({ term }) => term ?? []);
    const list = isWords
      ? { count: lists.reduce((sum, { count }) => sum + count, 0), last: 0, bytes: none }
      : joinLists(lists, payload, isAlive);
    if (list.count > 0) writer.add(name, list.count, list.last, list.bytes);
    same.forEach(advance);
  }
}

const none = new Uint8Array();

function joinLists(lists: Term[], payload: number | undefined, isAlive: IsAlive | undefined) {
  const bytes = new Bytes();
  let [count, last] = [0, 0];
  for (const list of lists) {
    if (!isAlive) {
      appendList(bytes, list, last);
      [count, last] = [count + list.count, list.last];
      continue;
    }
    eachPosting(list, payload, (doc, from, to) => {
      if (!isAlive(doc)) return;
      bytes.varint(doc - last);
      if (payload === undefined) bytes.varint(to - from);
      for (let at = from; at < to; at++) bytes.byte(list.row[at] ?? 0);
      last = doc;
      count++;
    });
  }
  return { count, last, bytes: bytes.done() };
}

/** Only the first distance is another one. */
function appendList(bytes: Bytes, { row, start, end }: Term, last: number): void {
  let at = start;
  let first = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = row[at++] ?? 0;
    first |= (byte & 127) << shift;
    if (byte < 128) break;
  }
  bytes.varint(first - last);
  bytes.append(row.subarray(at, end));
}

function compare(a: Term, b: Term): number {
  const [lengthOfA, lengthOfB] = [a.termEnd - a.termStart, b.termEnd - b.termStart];
  const common = Math.min(lengthOfA, lengthOfB);
  for (let i = 0; i < common; i++) {
    const difference = (a.row[a.termStart + i] ?? 0) - (b.row[b.termStart + i] ?? 0);
    if (difference !== 0) return difference;
  }
  return lengthOfA - lengthOfB;
}

/** The rows of some documents, each under its bucket, in order. */
export type Batch = Map<string, Uint8Array>;

/** A batch as it is stored: a map of thousands would be slow to read. */
export interface PackedBatch {
  buckets: string;
  ends: Uint32Array<ArrayBuffer>;
  bytes: Uint8Array<ArrayBuffer>;
}

export function packed(batch: Batch): PackedBatch {
  const bytes = new Bytes();
  const ends = new Uint32Array(batch.size);
  let i = 0;
  for (const row of batch.values()) {
    bytes.append(row);
    ends[i++] = bytes.length;
  }
  return { buckets: [...batch.keys()].join('\0'), ends, bytes: bytes.done() };
}

export function unpacked({ buckets, ends, bytes }: PackedBatch): Batch {
  let start = 0;
  return new Map(
    buckets === ''
      ? []
      : buckets.split('\0').map((bucket, i) => {
          const row = bytes.subarray(start, ends[i]);
          start = ends[i] ?? start;
          return [bucket, row];
        }),
  );
}

/** The rows of both, in order of their buckets; those of `later` are of later documents. */
export function joinBatches(earlier: Batch, later: Batch): Batch {
  const buckets = [...new Set([...earlier.keys(), ...later.keys()])].sort();
  return new Map(
    buckets.map((bucket) => {
      const [a, b] = [earlier.get(bucket), later.get(bucket)];
      return [bucket, a && b ? mergeRows(bucket, [a, b]) : (a ?? b ?? new Uint8Array())];
    }),
  );
}
