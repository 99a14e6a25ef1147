/** Saved papers with all their identifiers: what others are asked about, or told. In the background. */
import type { PaperId } from '../paper';
import { db } from './db';
import { type SavedPaper, savedPapersOf } from './saved-papers';

export interface IdentifiedPaper extends SavedPaper {
  /** All identifiers that lead to it, its own first. */
  ids: PaperId[];
}

/** The saved ones among `papers`, in that order; each once. */
export async function identifiedPapers(papers: PaperId[]): Promise<IdentifiedPaper[]> {
  const owners = await db.aliases.bulkGet(papers);
  const recordIds = [...new Set(owners.flatMap((owner) => owner?.paperId ?? []))];
  const records = (await db.papers.bulkGet(recordIds)).filter((record) => record && !record.removedAt);
  const there = records.filter((record) => record !== undefined);
  const aliases = await db.aliases
    .where('paperId')
    .anyOf(there.map(({ id }) => id))
    .toArray();
  const idsOf = Map.groupBy(aliases, ({ paperId }) => paperId);
  const saved = await savedPapersOf(there);
  return saved.map((each) => {
    const { id } = each.paper;
    const ids = (idsOf.get(id) ?? []).map((alias) => alias.id);
    return { ...each, ids: [id, ...ids.filter((other) => other !== id)] };
  });
}
