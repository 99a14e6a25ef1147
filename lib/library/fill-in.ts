/** Writes into saved papers what a service said of them and the user has confirmed. In the background. */
import { type Change, isSame, type PaperChanges, saidIn, withValue } from '../completion/fields';
import { maxIdentifiers } from '../max-identifiers';
import type { Paper, PaperId } from '../paper';
import { titleKey } from '../same-work';
import { announce } from './changes';
import { db, type PaperRecord } from './db';
import { suggestByIdentifiers, suggestByTitle } from './suggestions';

/**
 * All changes, or none; resolves to those that were made. A field that is not any more as the change has it is left
 * alone: meanwhile a page said more. What the user wrote is kept elsewhere, and is not touched.
 */
export async function fillIn(papers: PaperChanges[]): Promise<PaperChanges[]> {
  const made = await db.transaction('rw', db.papers, db.aliases, db.suggestions, async () => {
    const made: PaperChanges[] = [];
    for (const { id, changes } of papers) {
      const alias = await db.aliases.get(id);
      const record = alias && (await db.papers.get(alias.paperId));
      if (!record || record.removedAt) continue;
      const done = await changeRecord(record, changes);
      if (done.length > 0) made.push({ id: record.id, changes: done });
    }
    return made;
  });
  if (made.length > 0) {
    const ids = made.map(({ id }) => id);
    announce(await db.aliases.where('paperId').anyOf(ids).primaryKeys());
  }
  return made;
}

async function changeRecord(record: PaperRecord, changes: Change[]): Promise<Change[]> {
  const made: Change[] = [];
  let { paper } = record;
  for (const change of changes) {
    if (change.field === 'identifiers') {
      const identified = await changeIdentifiers(record.id, paper, change);
      if (!identified) continue;
      paper = identified.paper;
      made.push(identified.change);
    } else {
      const now = saidIn(paper, change.field);
      // The same call may come twice: then it is as it should be already.
      if (!isSame(now, change.before) && !isSame(now, change.after)) continue;
      paper = withValue(paper, change.field, change.after);
      made.push(change);
    }
  }
  if (made.length === 0) return [];
  const { titleKey: _, ...rest } = record;
  const key = titleKey(paper.title);
  const changed: PaperRecord = { ...rest, paper, ...(key && { titleKey: key }) };
  await db.papers.put(changed);
  await suggestByTitle([changed]);
  return made;
}

/** Identifiers that lead nowhere lead to this paper; or, taken back, nowhere again. */
async function changeIdentifiers(id: PaperId, paper: Paper, { before, after }: Change) {
  const given = listOf(after);
  const known = await db.aliases.bulkGet(given);
  // The same call may come twice: then some lead here already.
  const news = given.filter((_, i) => !known[i] || known[i].paperId === id);
  const others = new Set(known.flatMap((alias) => (alias && alias.paperId !== id ? [alias.paperId] : [])));
  const records = await db.papers.bulkGet([...others]);
  const alive = records.flatMap((record) => (record && !record.removedAt && !record.mergedInto ? [record.id] : []));
  await suggestByIdentifiers({ ...paper, aliases: given }, [id, ...alive]);

  const old = listOf(before).filter((each) => each !== id);
  const ours = (await db.aliases.bulkGet(old)).flatMap((alias) => (alias?.paperId === id ? [alias.id] : []));
  if (news.length === 0 && ours.length === 0) return undefined;
  await db.aliases.bulkPut(news.map((alias) => ({ id: alias, paperId: id })));
  await db.aliases.bulkDelete(ours);
  const aliases = [...(paper.aliases ?? []).filter((alias) => !ours.includes(alias)), ...news];
  const change: Change = {
    field: 'identifiers',
    ...(ours.length > 0 && { before: ours }),
    ...(news.length > 0 && { after: news }),
  };
  return { paper: { ...paper, aliases: [...new Set(aliases)].slice(0, maxIdentifiers) }, change };
}

function listOf(value: Change['after']): PaperId[] {
  return (Array.isArray(value) ? value : []) as PaperId[];
}
