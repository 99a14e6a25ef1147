/** "Same work?": finds saved papers that may be one. In the background, inside the transaction of whoever calls. */
import Dexie from 'dexie';
import type { Paper, PaperId } from '../paper';
import { agreementOf } from '../same-work';
import type { Pair } from './contract';
import { db, type Evidence, type PaperRecord } from './db';

/** The key of a suggestion, whichever of the two is named first. */
export function suggestionId(papers: Pair): string {
  return papers.toSorted().join(' ');
}

/** Suggests, unless it was suggested before: what the user decided stays decided. Returns the suggestion, if it is new. */
export async function suggest(papers: Pair, evidence: Evidence): Promise<string[]> {
  const id = suggestionId(papers);
  if (await db.suggestions.get(id)) return [];
  await db.suggestions.add({ id, papers, evidence, suggestedAt: Date.now() });
  return [id];
}

/** An entry carries identifiers of several saved papers. Returns the new suggestions. */
export async function suggestByIdentifiers(paper: Paper, owners: PaperId[]): Promise<string[]> {
  const [first, ...others] = owners;
  const evidence: Evidence = { kind: 'identifiers', ids: [paper.id, ...(paper.aliases ?? [])] };
  if (paper.seen) Object.assign(evidence, { site: paper.seen.site, url: paper.seen.url });
  const suggested: string[] = [];
  for (const other of others) if (first) suggested.push(...(await suggest([first, other], evidence)));
  return suggested;
}

/** A title that more papers share than this, by the same author in the same year, tells nothing. */
const maxNamesakes = 4;

/** Papers that agree with one of these in title, first author and year. Returns the new suggestions. */
export async function suggestByTitle(records: PaperRecord[]): Promise<string[]> {
  const namesakes = await Dexie.Promise.all(records.map(namesakesOf));
  const suggested: string[] = [];
  for (const [i, record] of records.entries()) {
    for (const other of namesakes[i] ?? []) {
      if (other.id === record.id || other.removedAt || other.mergedInto) continue;
      const agreement = agreementOf(other.paper, record.paper);
      if (agreement) suggested.push(...(await suggest([other.id, record.id], { kind: 'title', ...agreement })));
    }
  }
  return suggested;
}

/** The papers with the same title, itself included; none, if these are too many. */
function namesakesOf({ titleKey }: PaperRecord): PromiseLike<PaperRecord[]> {
  if (!titleKey) return Dexie.Promise.resolve([]);
  return db.papers
    .where('titleKey')
    .equals(titleKey)
    .limit(maxNamesakes + 2)
    .toArray()
    .then((namesakes) => (namesakes.length > maxNamesakes + 1 ? [] : namesakes));
}
