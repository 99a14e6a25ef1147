/** What extension pages read, straight from the database and live. They never write: that is the library's. */
import type { Marks } from '../marks';
import type { Paper, PaperId } from '../paper';
import type { Highlight } from '../quote';
import { t } from '../text';
import type { TagInUse } from './contract';
import { db, type Evidence, type NoteVersionRecord, type PaperRecord } from './db';
import { highlightsOf } from './highlights';
import { marksOf, tagsInUse } from './marks';
import { longSeen } from './sightings';

/** A saved paper, as a list shows it. */
export interface SavedPaper extends Marks {
  paper: Paper;
  savedAt: number;
  note: string;
  /** The oldest first. */
  highlights: Highlight[];
  /** The same work under other identities, merged into this one. */
  others: Paper[];
}

/** Two saved papers that may be the same work, and why. */
export interface Suggestion {
  /** As they were suggested; `papers` are those under which they are shown now. */
  pair: [PaperId, PaperId];
  papers: [SavedPaper, SavedPaper];
  evidence: Evidence;
}

/** The latest saved papers in which every word of `search` occurs; `more` tells whether there are others. */
export async function savedPapers(search: string, limit: number): Promise<{ papers: SavedPaper[]; more: boolean }> {
  const notes = new Map<string, string>();
  await db.notes.each((note) => {
    if (!note.deletedAt) notes.set(note.paperId, note.text);
  });
  const merged = new Map<PaperId, Paper[]>();
  await db.papers
    .where('mergedInto')
    .above('')
    .each(({ mergedInto = 'none:', paper }) => {
      merged.set(mergedInto, [...(merged.get(mergedInto) ?? []), paper]);
    });
  const othersOf = (id: PaperId): Paper[] => (merged.get(id) ?? []).flatMap((paper) => [paper, ...othersOf(paper.id)]);
  const words = folded(search).split(/\s+/).filter(Boolean);
  const marks = new Map<string, string>();
  if (words.length > 0) {
    await db.marks.each((record) => {
      marks.set(record.paperId, wordsOf(marksOf(record)));
    });
  }
  const records = await db.papers
    .orderBy('savedAt')
    .reverse()
    .filter((record) => {
      if (record.removedAt || record.mergedInto) return false;
      if (words.length === 0) return true;
      const papers = [record.paper, ...othersOf(record.id)].map(searchable);
      const text = folded([...papers, notes.get(record.id), marks.get(record.id)].join('\n'));
      return words.every((word) => text.includes(word));
    })
    .limit(limit + 1)
    .toArray();
  const shown = records.slice(0, limit);
  const said = await saidOf(shown.map(({ id }) => id));
  const papers = shown.map((record, i) => ({
    paper: record.paper,
    savedAt: record.savedAt,
    note: notes.get(record.id) ?? '',
    others: othersOf(record.id),
    highlights: [],
    ...said[i],
  }));
  return { papers, more: records.length > limit };
}

/** What the user says of these papers, beside the note. */
async function saidOf(ids: PaperId[]): Promise<(Marks & { highlights: Highlight[] })[]> {
  const [marks, highlights] = await Promise.all([db.marks.bulkGet(ids), highlightsOf(ids)]);
  return ids.map((id, i) => ({ ...(marks[i] && marksOf(marks[i])), highlights: highlights.get(id) ?? [] }));
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
export function allTags(): Promise<TagInUse[]> {
  return tagsInUse();
}

/** How many identifiers of papers are remembered that were last seen more than `days` days ago; with 0, all. */
export function countSeen(days: number): Promise<number> {
  return longSeen(db.seen, days).count();
}

/** What the user has not yet decided, the latest first; more than a hundred at once nobody decides. */
export async function openSuggestions(): Promise<Suggestion[]> {
  const records = await db.suggestions.filter(({ keptApartAt }) => keptApartAt === undefined).toArray();
  const found: Suggestion[] = [];
  for (const { papers, evidence } of records.toSorted((a, b) => b.suggestedAt - a.suggestedAt).slice(0, 100)) {
    const [a, b] = await Promise.all(papers.map(shownPaper));
    if (a && b && a.paper.id !== b.paper.id) found.push({ pair: papers, papers: [a, b], evidence });
  }
  return found;
}

/** A saved paper by its id; a merged one as that into which it was merged. */
async function shownPaper(id: PaperId): Promise<SavedPaper | undefined> {
  let record: PaperRecord | undefined = await db.papers.get(id);
  while (record?.mergedInto) record = await db.papers.get(record.mergedInto);
  if (!record || record.removedAt) return undefined;
  const note = await db.notes.where('paperId').equals(record.id).first();
  const others = await db.papers.where('mergedInto').equals(record.id).toArray();
  return {
    paper: record.paper,
    savedAt: record.savedAt,
    note: note && !note.deletedAt ? note.text : '',
    others: others.map(({ paper }) => paper),
    highlights: [],
    ...(await saidOf([record.id]))[0],
  };
}

function searchable(paper: Paper): string {
  const { title, authors = [], organization, abstract, subjects = [], comments, journalRef, venue, seen } = paper;
  const ids = [paper.id, ...(paper.aliases ?? [])];
  return [
    title,
    ...authors,
    organization,
    abstract,
    ...subjects,
    comments,
    journalRef,
    venue,
    ...ids,
    seen?.site,
    seen?.list,
  ].join('\n');
}

/** The status as the user reads it, and the tags. */
function wordsOf({ status, tags = [] }: Marks): string {
  return [status && t(`marks.status.${status}`), ...tags].join('\n');
}

/** Without case and accents: `Muller` finds `Müller`. */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
}
