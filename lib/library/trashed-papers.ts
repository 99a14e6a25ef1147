/** What is in the trash, for the page that shows it. */
import { db } from './db';
import { type SavedPaper, savedPapersOf } from './saved-papers';

export interface TrashedPaper extends SavedPaper {
  removedAt: number;
}

export interface Trash {
  total: number;
  papers: TrashedPaper[];
}

/** The papers that were removed, the latest first. */
export async function trashedPapers(limit: number): Promise<Trash> {
  const removed = () => db.papers.where('removedAt').above(0);
  const total = await removed().count();
  const records = await removed().reverse().limit(limit).toArray();
  const papers = await savedPapersOf(records);
  return { total, papers: papers.map((paper, i) => ({ ...paper, removedAt: records[i]?.removedAt ?? 0 })) };
}
