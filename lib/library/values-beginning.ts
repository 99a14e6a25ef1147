/** The values of a field that begin so, among all papers: for completion. Read first: counts. */
import { folded } from '../fold';
import { valueRange } from '../search/lists';
import { match } from '../search/match';
import { Counts, type Facet } from './counts';
import { db } from './db';
import type { FacetField } from './facets';
import { type OpenIndex, openIndex, readTables } from './search-index';
import { idsOf, inOrder } from './search-order';

/** More are not offered. */
const most = 50;

/** So many papers are asked for their authors. */
const papersAsked = 50;

/** The values that begin so (folded), the most frequent first; of authors also those with another name that does. */
export async function valuesBeginning(field: FacetField, beginning: string, signal?: AbortSignal): Promise<Facet[]> {
  const { rows, named, alive } = await db.transaction('r', readTables, async () => {
    const index = await openIndex();
    const rows = await index.between(...valueRange(field, beginning));
    const names = field === 'author' && beginning !== '' ? await namesWith(index, beginning) : [];
    await index.preload(names.map((name) => valueRange('author', name)));
    const named = [];
    for (const name of names) named.push({ name, rows: await index.between(...valueRange('author', name)) });
    return { rows, named, alive: index.alive };
  });
  signal?.throwIfAborted();
  const counts = new Counts(field, (doc) => alive[doc] === 1);
  await counts.addRows(rows, (key) => key.startsWith(beginning), signal);
  for (const { name, rows } of named) await counts.addRows(rows, (key) => key === name, signal);
  return counts.best(most);
}

/** Authors that do not begin so, but one of whose names does: those of the papers that fit best. */
async function namesWith(index: OpenIndex, beginning: string): Promise<string[]> {
  const { docs, scores } = await match(index, [
    { kind: 'text', field: 'author', text: beginning, isPhrase: false, isNot: false },
  ]);
  const best = await inOrder(index, { docs, scores, columns: index.columns() }, 'relevance', papersAsked);
  const records = await db.papers.bulkGet(await idsOf(index, best));
  const names = records.flatMap((record) => record?.paper.authors ?? []).map(folded);
  const isMeant = (name: string) =>
    !name.startsWith(beginning) && name.split(/[\s,.-]+/).some((each) => each.startsWith(beginning));
  return [...new Set(names.filter(isMeant))];
}
