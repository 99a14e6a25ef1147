import type { PaperId } from '../paper';
import { announce } from './changes';
import { db } from './db';
import { all } from './search-documents';

/** Tells every page that these papers changed: a paper goes by several identifiers, and pages know it by any of them. */
export async function announceChange(ids: PaperId[]): Promise<void> {
  if (ids.length === 0) return;
  const aliases = await all(
    ids,
    (id) => db.aliases.where('paperId').equals(id).primaryKeys() as PromiseLike<PaperId[]>,
  );
  announce(aliases);
}
