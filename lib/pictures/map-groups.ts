/** Which papers stand together on the map, and what they have in common. */
import { inSlices } from '../slices';
import type { WordVectors } from '../word-vectors';
import type { MapGroup } from './map';
import type { Place } from './map-places';

/** More names on a map, and none is read. */
const mostGroups = 12;

/** Papers that a group has about; for fewer, two groups are not worth it. */
const usualSize = 12;

const rounds = 20;

const wordsShown = 3;

/** Groups by place (k-means; the first centres are far from each other), with their words; in slices. */
export async function groupsOf(all: WordVectors, places: Place[], signal: AbortSignal) {
  const count = Math.max(1, Math.min(mostGroups, Math.round(places.length / usualSize)));
  let centres = firstCentres(places, count);
  let groupOf: number[] = [];
  await inSlices(Array(rounds), signal, () => {
    groupOf = places.map((place) => closest(centres, place));
    centres = centres.map((centre, group) => middleOf(places, groupOf, group) ?? centre);
  });
  const used = [...new Set(groupOf)].sort((a, b) => a - b);
  const groups: MapGroup[] = [];
  await inSlices(used, signal, (group) => {
    const papers = [...groupOf.keys()].filter((paper) => groupOf[paper] === group);
    const place = centres[group] ?? { x: 0.5, y: 0.5 };
    groups.push({ ...place, words: wordsOf(all, papers), papers: papers.length });
  });
  return { groups, groupOf: groupOf.map((group) => used.indexOf(group)) };
}

function firstCentres(places: Place[], count: number): Place[] {
  const centres = places.slice(0, 1);
  while (centres.length > 0 && centres.length < count) {
    let [farthest, most] = [places[0], -1];
    for (const place of places) {
      const apart = Math.min(...centres.map((centre) => distance(centre, place)));
      if (apart > most) [farthest, most] = [place, apart];
    }
    if (farthest) centres.push(farthest);
  }
  return centres;
}

function closest(centres: Place[], place: Place): number {
  let [found, least] = [0, Number.POSITIVE_INFINITY];
  for (let i = 0; i < centres.length; i++) {
    const apart = distance(centres[i] ?? place, place);
    if (apart < least) [found, least] = [i, apart];
  }
  return found;
}

function middleOf(places: Place[], groupOf: number[], group: number): Place | undefined {
  const those = places.filter((_, i) => groupOf[i] === group);
  if (those.length === 0) return undefined;
  const mean = (axis: 'x' | 'y') => those.reduce((sum, place) => sum + place[axis], 0) / those.length;
  return { x: mean('x'), y: mean('y') };
}

function distance(a: Place, b: Place): number {
  return (a.x - b.x) ** 2 + (a.y - b.y) ** 2;
}

/** The word that tells most of a group, and those that tell most of its papers that have it: a search finds them together. */
function wordsOf(all: WordVectors, papers: number[]): string[] {
  const [first] = rankedWords(all, papers);
  if (first === undefined) return [];
  const having = papers.filter((paper) => all.vectors[paper]?.words.includes(first));
  const others = rankedWords(all, having).filter((word) => word !== first);
  return [first, ...others].slice(0, wordsShown).map((word) => all.words[word] ?? '');
}

/** Words that are much in these papers, and less in the others. */
function rankedWords({ vectors, papers: papersWith }: WordVectors, papers: number[]): number[] {
  const worth = new Map<number, { sum: number; papers: number }>();
  for (const paper of papers) {
    const vector = vectors[paper];
    vector?.words.forEach((word, i) => {
      const known = worth.get(word) ?? { sum: 0, papers: 0 };
      worth.set(word, { sum: known.sum + (vector.weights[i] ?? 0), papers: known.papers + 1 });
    });
  }
  // Of a larger group, what one paper alone says tells nothing.
  const least = papers.length < 3 ? 1 : 2;
  return [...worth]
    .filter(([, { papers }]) => papers >= least)
    .map(([word, { sum, papers }]) => ({ word, worth: (sum * papers) / (papersWith[word] ?? 1) }))
    .sort((a, b) => b.worth - a.worth || a.word - b.word)
    .map(({ word }) => word);
}
