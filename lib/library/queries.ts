/** What extension pages read, straight from the database and live. They never write: that is the library's. */
import type { Paper } from '../paper';
import { db } from './db';

/** A saved paper, as a list shows it. */
export interface SavedPaper {
  paper: Paper;
  savedAt: number;
  note: string;
}

/** The latest saved papers in which every word of `search` occurs; `more` tells whether there are others. */
export async function savedPapers(search: string, limit: number): Promise<{ papers: SavedPaper[]; more: boolean }> {
  const notes = new Map<string, string>();
  await db.notes.each((note) => {
    if (!note.deletedAt) notes.set(note.paperId, note.text);
  });
  const words = folded(search).split(/\s+/).filter(Boolean);
  const records = await db.papers
    .orderBy('savedAt')
    .reverse()
    .filter((record) => {
      if (record.removedAt) return false;
      if (words.length === 0) return true;
      const text = folded(searchable(record.paper, notes.get(record.id)));
      return words.every((word) => text.includes(word));
    })
    .limit(limit + 1)
    .toArray();
  const papers = records.slice(0, limit).map((record) => ({
    paper: record.paper,
    savedAt: record.savedAt,
    note: notes.get(record.id) ?? '',
  }));
  return { papers, more: records.length > limit };
}

function searchable(paper: Paper, note = ''): string {
  const { title, authors = [], organization, abstract, subjects = [], comments, journalRef, seen } = paper;
  const ids = [paper.id, ...(paper.aliases ?? [])];
  return [
    title,
    ...authors,
    organization,
    abstract,
    ...subjects,
    comments,
    journalRef,
    ...ids,
    seen?.site,
    seen?.list,
    note,
  ].join('\n');
}

/** Without case and accents: `Muller` finds `Müller`. */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
}
