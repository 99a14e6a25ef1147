/** Papers, their identifiers, and merges. Inside the transaction of a check. Read first: check. */
import Dexie from 'dexie';
import { titleKey } from '../same-work';
import { areTimes, isFuture } from './check-times';
import { type AliasRecord, db, type MergeRecord, type PaperRecord } from './db';
import type { Report } from './findings';
import { rootOf } from './paper-records';
import { all } from './search-documents';

/** Every paper is found under its own identifier; what was merged leads somewhere, and can be split. */
export async function checkPapers(records: PaperRecord[], report: Report): Promise<void> {
  const merged = records.filter(({ mergedInto }) => mergedInto !== undefined);
  const [aliases, merges] = await Dexie.Promise.all([
    db.aliases.bulkGet(records.map(({ id }) => id)),
    all(
      merged.map(({ id }) => id),
      (id) => db.merges.where('from').equals(id).toArray(),
    ),
  ]);
  for (const [i, { id, paper, savedAt, removedAt, mergedInto, titleKey: key }] of records.entries()) {
    if (mergedInto === undefined && aliases[i]?.paperId !== id) report('noAlias', id);
    if (key !== titleKey(paper.title)) report('titleKey', id);
    if (!areTimes(savedAt) || !areTimes(removedAt)) report('paperTime', id);
    if (isFuture(savedAt, removedAt)) report('futureTime', id);
    if (mergedInto === undefined) continue;
    const isKnown = merges.some((merge) => isOpen(merge) && merge.from === id && merge.into === mergedInto);
    if (!isKnown) report('noMerge', id);
    if (!(await rootOf(id))) report('mergedNowhere', id);
  }
}

/** Every identifier leads to a paper, and where that was merged, to the one into which it was. */
export async function checkAliases(records: AliasRecord[], report: Report): Promise<void> {
  const papers = await db.papers.bulkGet(records.map(({ paperId }) => paperId));
  for (const [i, { id }] of records.entries()) {
    const paper = papers[i];
    if (!paper) report('deadAlias', id);
    else if (paper.mergedInto !== undefined) report('mergedAlias', id);
  }
}

/** What is merged by a merge that nobody has undone is merged. */
export async function checkMerges(records: MergeRecord[], report: Report): Promise<void> {
  const papers = await db.papers.bulkGet(records.map(({ from }) => from));
  for (const [i, merge] of records.entries()) {
    if (isOpen(merge) && papers[i]?.mergedInto !== merge.into) report('openMerge', merge.id);
  }
}

export function isOpen({ splitAt }: MergeRecord): boolean {
  return splitAt === undefined;
}
