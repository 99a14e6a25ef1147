/** What pictures and likeness are made of, read in pieces so that other readers and the page have their turn. */
import type { PaperId } from '../paper';
import { chance } from '../pictures/resurfaced';
import type { PictureRow, WordsRow } from '../pictures/row';
import { yearOf } from '../same-work';
import { pause } from '../slices';
import { venueName } from '../venue';
import { db, type PaperRecord } from './db';
import { marksOf } from './marks';
import { openIndex, readTables } from './search-index';

/** Papers read at a time. */
const piece = 500;

/** All saved papers, the latest first; merged ones are part of another. */
export async function pictureRows(signal: AbortSignal): Promise<PictureRow[]> {
  const rows: PictureRow[] = [];
  await eachPiece(await shownIds(), signal, async (records) => {
    rows.push(...(await rowsOf(records)));
  });
  return rows;
}

/** So many papers are looked at as a whole; of more, some, from a few places. */
const few = { papers: 200, places: 8, inPlace: 25 };

/** Papers that were saved before a time: all of few, some of many, others for another seed. It never reads them all. */
export async function someRows(before: number, seed: number): Promise<PictureRow[]> {
  const old = (since: number) => db.papers.where('savedAt').between(since, before);
  const oldest = await old(Number.NEGATIVE_INFINITY)
    .limit(few.papers + 1)
    .primaryKeys();
  const times = oldest.length > few.papers ? await timesBefore(before) : [];
  const ids = new Set(times.length > 0 ? [] : oldest.slice(0, few.papers));
  for (let n = 0; n < few.places && times.length > 0; n++) {
    const place = times[Math.floor(chance(`${seed} ${n}`) * times.length)] ?? before;
    for (const id of await old(place).limit(few.inPlace).primaryKeys()) ids.add(id);
  }
  return rowsOf(await shownRecords([...ids]));
}

/**
 * When papers were saved, as far as they are indexed and that was before a time, in the order in which they were
 * indexed: a paper that changes moves its neighbours by one. To count them in their table, or to walk to a place there,
 * takes seconds in which nobody else is answered.
 */
function timesBefore(before: number): Promise<Float64Array> {
  return db.transaction('r', readTables, async () => {
    const { savedAt, alive } = await openIndex();
    const times = await savedAt();
    const old = new Float64Array(times.length);
    let count = 0;
    // A function for each of 100,000 takes longer than all the rest.
    for (let doc = 0; doc < times.length; doc++) {
      const time = times[doc] ?? before;
      if (time < before && alive[doc] === 1) old[count++] = time;
    }
    return old.subarray(0, count);
  });
}

async function rowsOf(records: PaperRecord[]): Promise<PictureRow[]> {
  const marks = await db.marks.bulkGet(records.map(({ id }) => id));
  return records.map(({ id, paper, savedAt }, i) => {
    const statusAt = marks[i]?.status?.at;
    const year = yearOf(paper);
    const venue = paper.venue && venueName(paper.venue);
    return {
      id,
      title: paper.title,
      savedAt,
      ...(marks[i] && marksOf(marks[i])),
      ...(statusAt !== undefined && { statusAt }),
      ...(year !== undefined && { year }),
      ...(venue && { venue }),
    };
  });
}

/** What was written of saved papers, of all or of those with these ids; the latest first. */
export async function wordsRows(signal: AbortSignal, ids?: PaperId[]): Promise<WordsRow[]> {
  const rows: WordsRow[] = [];
  await eachPiece(ids ?? (await shownIds()), signal, async (records) => {
    const papers = records.map(({ id }) => id);
    const [marks, notes] = await Promise.all([
      db.marks.bulkGet(papers),
      db.notes.where('paperId').anyOf(papers).toArray(),
    ]);
    const noteOf = new Map(notes.filter(({ deletedAt }) => !deletedAt).map(({ paperId, text }) => [paperId, text]));
    for (const [i, { id, paper, savedAt }] of records.entries()) {
      const { tags = [] } = marks[i] ? marksOf(marks[i]) : {};
      const own = [...tags, noteOf.get(id) ?? ''].join('\n');
      rows.push({ id, title: paper.title, savedAt, abstract: paper.abstract ?? '', own });
    }
  });
  return rows;
}

/** The latest first. Keys alone are read, and not yet what was removed or merged. */
function shownIds(): Promise<PaperId[]> {
  return db.papers.orderBy('savedAt').reverse().primaryKeys();
}

async function eachPiece(ids: PaperId[], signal: AbortSignal, take: (records: PaperRecord[]) => Promise<void>) {
  for (let start = 0; start < ids.length; start += piece) {
    signal.throwIfAborted();
    await take(await shownRecords(ids.slice(start, start + piece)));
    await pause();
  }
}

/** Merged ones are a part of another. */
async function shownRecords(ids: PaperId[]): Promise<PaperRecord[]> {
  const records = await db.papers.bulkGet(ids);
  return records.filter((record) => record !== undefined && !record.removedAt && !record.mergedInto) as PaperRecord[];
}
