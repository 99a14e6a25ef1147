/** Search over the saved papers, live and read-only. Read first: lib/search/query.ts, search-index. */
import type { PaperId } from '../paper';
import { type Marking, noMarking } from '../search/marking';
import { formatQuery, type Problem, parseQuery } from '../search/query';
import { db } from './db';
import { foundBy } from './found';
import { paperNamed } from './named-paper';
import { type SavedPaper, savedPapersOf } from './saved-papers';
import { idsOf } from './search-ids';
import { openIndex, readTables } from './search-index';
import { inOrder, type Listed, latest, latestIds, listed, type Sort } from './search-order';

export interface SearchOptions {
  limit: number;
  offset?: number;
  /** Without one: what fits best; of an empty query, the latest. */
  sort?: Sort | undefined;
}

export interface SearchResult {
  papers: SavedPaper[];
  /** How many are found in all; where `isAtLeast`, there may be more. */
  total: number;
  isAtLeast: boolean;
  problems: Problem[];
  /** What could be read of the query, where not all could. */
  understood?: string;
  /** What is marked in each paper; see `marksIn`. */
  marking: Marking;
  /** The library is still being indexed: not all can be found yet. */
  isBehind: boolean;
}

/** The saved papers that a query finds. It reads the rows of this page, and of the index what the query needs. */
export function search(query: string, options: SearchOptions): Promise<SearchResult> {
  return db.transaction('r', readTables, async () => {
    const named = await paperNamed(query);
    if (named) return { ...nothing, papers: await papersOf([{ paperId: named }]), total: 1 };
    const { clauses, problems: all } = parseQuery(query);
    const problems = all.length > 0 ? { problems: all, understood: formatQuery(clauses) } : { problems: all };
    const { limit, offset = 0, sort } = options;
    const index = await openIndex();
    const { isBehind } = index;
    if (clauses.length === 0 && (sort ?? 'saved') === 'saved') {
      const papers = await papersOf(await latest(index, offset, limit));
      return { ...nothing, papers, total: index.count, ...problems, isBehind };
    }
    const columns = index.columns();
    const { docs, scores, isAtLeast, marking } = await foundBy(index, clauses);
    const page = (await inOrder(index, { docs, scores, columns }, sort ?? 'relevance', offset + limit)).slice(offset);
    const papers = await papersOf(await listed(index, page));
    return { papers, total: docs.length, isAtLeast, ...problems, marking, isBehind };
  });
}

/** The ids of all papers that a query finds, in this order; `any`: in whichever takes no time. */
export function searchIds(query: string, order: Sort | 'any'): Promise<PaperId[]> {
  return db.transaction('r', readTables, async () => {
    const named = await paperNamed(query);
    if (named) return [named];
    const { clauses } = parseQuery(query);
    const isAll = clauses.length === 0;
    // Their keys say it: the index need not be opened.
    if (isAll && (order === 'any' || order === 'saved' || order === 'relevance')) return latestIds();
    const index = await openIndex();
    if (isAll && index.isBehind) return latestIds();
    const columns = index.columns();
    const { docs, scores } = await foundBy(index, clauses);
    const sorted = order === 'any' ? docs : await inOrder(index, { docs, scores, columns }, order, docs.length);
    return idsOf(index, sorted);
  });
}

const nothing = { isAtLeast: false, problems: [], marking: noMarking, isBehind: false };

async function papersOf(listed: Listed[]): Promise<SavedPaper[]> {
  const parts = new Map(listed.map(({ paperId, parts }) => [paperId, parts]));
  const records = (await db.papers.bulkGet([...parts.keys()])).filter((record) => record !== undefined);
  return savedPapersOf(records, (id) => parts.get(id));
}
