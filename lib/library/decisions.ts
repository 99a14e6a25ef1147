/** What the user decided about the library as a whole: what is hidden on lists, and which papers are two works. */
import type { Hidden, KeptApart } from '../formats/whole-paper';
import { db, type SuggestionRecord } from './db';
import type { Row } from './import-rows';
import { suggestionId } from './suggestions';

export interface Decisions {
  hidden?: Hidden[] | undefined;
  keptApart?: KeptApart[] | undefined;
}

/** All of them, for the complete file. */
export async function readDecisions(): Promise<{ hidden: Hidden[]; keptApart: KeptApart[] }> {
  const suggestions = await db.suggestions.filter(({ keptApartAt }) => keptApartAt !== undefined).toArray();
  return {
    hidden: (await db.hidden.toArray()).map((record) => ({ ...record })),
    keptApart: suggestions.map(({ papers, keptApartAt = 0 }) => ({ papers, at: keptApartAt })),
  };
}

/** Inside a transaction: what has to be written so that these are decided here, too. What was decided here stays. */
export async function planDecisions({ hidden = [], keptApart = [] }: Decisions): Promise<Row[]> {
  const known = await db.hidden.bulkGet(hidden.map(({ id }) => id));
  const rows = hidden.filter((_, i) => !known[i]).map((record): Row => ({ table: 'hidden', key: record.id, record }));
  for (const { papers, at } of keptApart) {
    const [a, b] = (await db.aliases.bulkGet(papers)).map((alias) => alias?.paperId);
    if (!a || !b || a === b) continue;
    const id = suggestionId([a, b]);
    const before = await db.suggestions.get(id);
    if (before?.keptApartAt !== undefined) continue;
    const asked = before ?? { id, papers: [a, b], evidence: { kind: 'identifiers', ids: papers }, suggestedAt: at };
    const record = { ...asked, keptApartAt: at } satisfies SuggestionRecord;
    rows.push({ table: 'suggestions', key: id, record });
  }
  return rows;
}
