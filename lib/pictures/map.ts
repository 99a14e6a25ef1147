/** A map of papers on which those that say the same stand near each other. Read first: word-vectors, map-places. */
import { inSlices } from '../slices';
import { likenessOf, nearest, type WordVectors, wordVectors } from '../word-vectors';
import { groupsOf } from './map-groups';
import { type Neighbours, type Place, placesOf } from './map-places';
import type { WordsRow } from './row';

export interface MapPoint extends Place {
  row: Pick<WordsRow, 'id' | 'title'>;
  /** The number of its group. */
  group: number;
  /** The number of the point that is most like it. */
  nearest?: number;
}

/** Papers that stand together. */
export interface MapGroup extends Place {
  /** What they have in common, and others have less; the most telling first. */
  words: string[];
  papers: number;
}

export interface LibraryMap {
  points: MapPoint[];
  groups: MapGroup[];
}

/** More papers are one grey cloud, and take long. */
export const mapLimit = 2000;

/** How many neighbours pull at a paper. */
const neighbourCount = 8;

/** Less is chance. */
const least = 0.04;

/** The latest saved of `papers`, as many as a map has. */
export function mapped<Row extends { id: string; savedAt: number }>(papers: Row[]): Row[] {
  return papers.toSorted((a, b) => b.savedAt - a.savedAt || (a.id < b.id ? -1 : 1)).slice(0, mapLimit);
}

/**
 * Maps the latest of `papers` by the words of title and abstract, in slices. The same papers are always the same map,
 * in whatever order they come.
 */
export async function mapOf(papers: WordsRow[], signal: AbortSignal): Promise<LibraryMap> {
  const rows = mapped(papers);
  const all = await wordVectors(
    rows.map((row) => ({ ...row, own: '' })),
    signal,
  );
  const neighbours = await neighboursOf(all, signal);
  const places = await placesOf(all, neighbours, signal);
  const { groups, groupOf } = await groupsOf(all, places, signal);
  const points = rows.map((row, i): MapPoint => {
    const first = neighbours[i]?.[0]?.paper;
    const place = places[i] ?? { x: 0.5, y: 0.5 };
    return {
      row: { id: row.id, title: row.title },
      ...place,
      group: groupOf[i] ?? 0,
      ...(first !== undefined && { nearest: first }),
    };
  });
  return { points, groups };
}

async function neighboursOf(all: WordVectors, signal: AbortSignal): Promise<Neighbours> {
  const neighbours: Neighbours = [];
  await inSlices(all.vectors, signal, (vector, own) => {
    const likeness = likenessOf(all, vector);
    likeness[own] = 0;
    const found = nearest(likeness, neighbourCount, least);
    neighbours.push(found.map((paper) => ({ paper, likeness: likeness[paper] ?? 0 })));
  });
  return neighbours;
}
