/** What extension pages read, straight from the database and live. They never write: that is the library's. */
import { mostUsedFirst, tagKey } from '../marks';
import type { PaperId } from '../paper';
import type { TagInUse } from './contract';
import { db, type Evidence, type MarksRecord, type NoteVersionRecord } from './db';
import { tagsInUse } from './facets';
import { idsNotShown } from './not-shown';
import { type SavedPaper, savedPapersOf } from './saved-papers';
import { shownAs } from './search-documents';
import { longSeen } from './sightings';

/** Two saved papers that may be the same work, and why. */
export interface Suggestion {
  /** As they were suggested; `papers` are those under which they are shown now. */
  pair: [PaperId, PaperId];
  papers: [SavedPaper, SavedPaper];
  evidence: Evidence;
}

/** What the note of a paper said before, the latest first. */
export async function noteVersions(paperId: PaperId): Promise<NoteVersionRecord[]> {
  const note = await db.notes.where('paperId').equals(paperId).first();
  const versions = note ? await db.noteVersions.where('noteId').equals(note.id).sortBy('replacedAt') : [];
  return versions.reverse();
}

/** The saved papers that have a tag, by its key; see `tagKey`. */
export async function papersTagged(key: string): Promise<{ id: PaperId; tagKeys: string[] }[]> {
  const marks = await db.marks.where('tagKeys').equals(key).toArray();
  const papers = await db.papers.bulkGet(marks.map(({ paperId }) => paperId));
  return marks
    .filter((_, i) => papers[i] && !papers[i].removedAt && !papers[i].mergedInto)
    .map(({ paperId, tagKeys }) => ({ id: paperId, tagKeys }));
}

/** The tags in use, the most used first. */
export async function allTags(): Promise<TagInUse[]> {
  return tagsInUse();
}

/** The tags that any of these papers has, each once, the most used first. */
export async function tagsOf(ids: ReadonlySet<PaperId>): Promise<string[]> {
  const tags = new Map<string, TagInUse>();
  for await (const records of marksRecordsOf(ids)) {
    for (const { name } of records.flatMap(({ tags }) => tags.filter(({ removedAt }) => !removedAt))) {
      const key = tagKey(name);
      tags.set(key, { name, papers: (tags.get(key)?.papers ?? 0) + 1 });
    }
  }
  return [...tags.values()].sort(mostUsedFirst).map(({ name }) => name);
}

/** So many are read at once: each answer is one task, and the page goes on between them. */
const recordsAtOnce = 1000;

async function* marksRecordsOf(ids: ReadonlySet<PaperId>): AsyncGenerator<MarksRecord[]> {
  if (ids.size <= recordsAtOnce) {
    yield (await db.marks.bulkGet([...ids])).filter((marks) => marks !== undefined);
    return;
  }
  for (let last = ''; ; ) {
    const part = await db.marks.where('paperId').above(last).limit(recordsAtOnce).toArray();
    yield part.filter(({ paperId }) => ids.has(paperId));
    if (part.length < recordsAtOnce) return;
    last = part.at(-1)?.paperId ?? '';
  }
}

/** Whether there is no paper at all, not even in the trash. Counting them all takes as long as there are papers. */
export async function isEmpty(): Promise<boolean> {
  return (await db.papers.limit(1).primaryKeys()).length === 0;
}

/** A library that has so many papers was not just lost. */
export const few = 100;

/** How many papers there are, with those in the trash; `few`, if there are more: this is asked whenever a popup opens. */
export async function countFew(): Promise<number> {
  return (await db.papers.limit(few).primaryKeys()).length;
}

/** How many identifiers of papers are remembered that were last seen more than `days` days ago; with 0, all. */
export async function countSeen(days: number): Promise<number> {
  return longSeen(db.seen, days).count();
}

/** How many suggestions the user has not yet decided. */
export async function countSuggestions(): Promise<number> {
  return (await openPairs()).length;
}

/** What the user has not yet decided, the latest first; more than a hundred at once nobody decides. */
export async function openSuggestions(): Promise<Suggestion[]> {
  const open = await openPairs();
  const records = await db.papers.bulkGet([...new Set(open.flatMap(({ shown }) => shown))]);
  const saved = await savedPapersOf(records.filter((record) => record !== undefined));
  const byId = new Map(saved.map((each) => [each.paper.id, each]));
  return open.flatMap(({ pair, shown, evidence }) => {
    const [a, b] = shown.map((id) => byId.get(id));
    return a && b ? { pair, papers: [a, b], evidence } : [];
  });
}

/** With the papers under which they are shown. The popup asks for their number: of papers, keys are read, mostly. */
async function openPairs() {
  const open = (await db.suggestions.toArray()).filter(({ keptApartAt }) => keptApartAt === undefined);
  const latest = open.toSorted((a, b) => b.suggestedAt - a.suggestedAt).slice(0, 100);
  const moved = await idsNotShown();
  const shown = await shownAs(latest.flatMap(({ papers }) => papers.filter((id) => moved.has(id))));
  return latest.flatMap(({ papers: pair, evidence }) => {
    const [a, b] = pair.map((id) => (moved.has(id) ? shown.get(id)?.id : id));
    return a && b && a !== b ? { pair, shown: [a, b], evidence } : [];
  });
}
