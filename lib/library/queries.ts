/** What extension pages read, straight from the database and live. They never write: that is the library's. */
import type { Paper, PaperId } from '../paper';
import { db, type Evidence, type PaperRecord } from './db';

/** A saved paper, as a list shows it. */
export interface SavedPaper {
  paper: Paper;
  savedAt: number;
  note: string;
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
  const records = await db.papers
    .orderBy('savedAt')
    .reverse()
    .filter((record) => {
      if (record.removedAt || record.mergedInto) return false;
      if (words.length === 0) return true;
      const text = folded([...[record.paper, ...othersOf(record.id)].map(searchable), notes.get(record.id)].join('\n'));
      return words.every((word) => text.includes(word));
    })
    .limit(limit + 1)
    .toArray();
  const papers = records.slice(0, limit).map((record) => ({
    paper: record.paper,
    savedAt: record.savedAt,
    note: notes.get(record.id) ?? '',
    others: othersOf(record.id),
  }));
  return { papers, more: records.length > limit };
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

/** Without case and accents: `Muller` finds `Müller`. */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
}
