/** The citation key of one paper, as it is in a file of the whole library: what is copied cites what was exported. */
import { citationKey, citationKeys } from '../formats/citation-key';
import type { WholePaper } from '../formats/whole-paper';
import type { PaperId } from '../paper';
import { db } from './db';
import { readNames } from './whole-papers';

/** Nothing where it is not in the library. */
export async function keyOfSaved(id: PaperId): Promise<string | undefined> {
  const record = await db.papers.get(id);
  if (!record) return undefined;
  const stem = stemOf(record);
  const rivals: WholePaper[] = [];
  for await (const batch of readNames()) rivals.push(...batch.filter((whole) => stemOf(whole) === stem));
  return citationKeys(rivals).get(id);
}

/** What a key begins with, whatever letters are put behind it: only those with the same one can get in each other's way. */
function stemOf(whole: Pick<WholePaper, 'paper'>): string {
  return citationKey(whole).replace(/[a-z]+$/, '');
}
