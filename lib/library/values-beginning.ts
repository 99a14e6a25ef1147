/** The values of a field that begin so, among all papers: for completion. Read first: counts. */
import { shownAfter, valueFields } from '../search/document';
import { valueRange } from '../search/lists';
import { match } from '../search/match';
import { valueKey } from '../search/value-key';
import { Counts, type Facet } from './counts';
import { db } from './db';
import type { FacetField } from './facets';
import { idsOf } from './search-ids';
import { type OpenIndex, openIndex, readTables } from './search-index';
import { inOrder } from './search-order';
import { beginsWith, topValues } from './top-values';

/** More are not offered. */
const most = 50;

/** So many papers are asked for their authors, and of so many of those all papers are counted. */
const papersAsked = 50;
const mostOthers = 10;

/** The values that begin so (folded), the most frequent first; of authors also those with another name that does. */
export async function valuesBeginning(field: FacetField, beginning: string, signal?: AbortSignal): Promise<Facet[]> {
  const { rows, named, alive } = await db.transaction('r', readTables, async () => {
    const index = await openIndex();
    const rows = await index.betweenInParts(...valueRange(field, beginning), signal);
    const names = field === 'author' && beginning !== '' ? await namesWith(index, beginning) : [];
    await index.preload(names.map((name) => valueRange('author', name)));
    const named = [];
    for (const name of names) named.push({ name, rows: await index.between(...valueRange('author', name)) });
    return { rows, named, alive: index.alive };
  });
  signal?.throwIfAborted();
  const isCounted = (doc: number) => alive[doc] === 1;
  const best = await topValues(rows, isCounted, { field, beginning, most, signal });
  const others = new Counts(field, isCounted);
  for (const { name, rows } of named) {
    await others.addRows(rows, beginsWith(`${valueFields[field]}:${name}${shownAfter}`), signal);
  }
  return [...best, ...others.best(most)].sort((a, b) => b.papers - a.papers || (a.key < b.key ? -1 : 1)).slice(0, most);
}

/** Authors that do not begin so, but one of whose names does: those of the papers that fit best. */
async function namesWith(index: OpenIndex, beginning: string): Promise<string[]> {
  const { docs, scores } = await match(index, [
    { kind: 'text', field: 'author', text: beginning, isPhrase: false, isNot: false },
  ]);
  const best = await inOrder(index, { docs, scores, columns: index.columns() }, 'relevance', papersAsked);
  const records = await db.papers.bulkGet(await idsOf(index, best));
  const names = records.flatMap((record) => record?.paper.authors ?? []).map(valueKey);
  const isMeant = (name: string) =>
    !name.startsWith(beginning) && name.split(/[\s,.-]+/).some((each) => each.startsWith(beginning));
  const times = Map.groupBy(names.filter(isMeant), (name) => name);
  const byTimes = [...times].sort(([, a], [, b]) => b.length - a.length);
  return byTimes.slice(0, mostOthers).map(([name]) => name);
}
