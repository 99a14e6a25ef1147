/** Where papers stand on the map: first by what tells most of them apart, then pulled together by their neighbours. */
import { inSlices } from '../slices';
import type { WordVectors } from '../word-vectors';
import { type Random, seededRandom } from './seeded-random';

/** Both from 0 to 1. */
export interface Place {
  x: number;
  y: number;
}

/** Of each paper those that are most like it, the most alike first. */
export type Neighbours = { paper: number; likeness: number }[][];

/** Words that take part in the first step; the others tell too little. */
const wordCount = 500;

/** Enough for a first step; neighbours do the rest. */
const powerSteps = 15;

const rounds = 120;

/** How many strangers push a paper for each neighbour that pulls it. */
const strangers = 3;

/** No single push moves a paper further. */
const longest = 4;

/** Places for all papers, in slices. */
export async function placesOf(all: WordVectors, neighbours: Neighbours, signal: AbortSignal): Promise<Place[]> {
  // Any seed would do, as long as it is always the same.
  const random = seededRandom(20);
  const xs = await component(all, undefined, random, signal);
  const ys = await component(all, xs, random, signal);
  spread(xs, random);
  spread(ys, random);
  await settle(xs, ys, neighbours, random, signal);
  const [fitX, fitY] = [fitOf(xs), fitOf(ys)];
  return Array.from(xs, (x, i) => ({ x: fitX(x, i), y: fitY(ys[i] ?? 0, i) }));
}

/** A principal component of the papers’ words, by power iteration; at right angles to `other`. */
async function component(
  { vectors, papers, having }: WordVectors,
  other: Float32Array | undefined,
  random: Random,
  signal: AbortSignal,
): Promise<Float32Array> {
  const count = vectors.length;
  const shared = [...papers.keys()].filter((word) => (papers[word] ?? 0) > 1);
  const worth = Float32Array.from(having, ({ weights }) => sum(weights));
  const telling = shared.sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0) || a - b).slice(0, wordCount);
  let scores = Float32Array.from({ length: count }, () => random() - 0.5);
  center(scores);
  for (let step = 0; step < powerSteps; step++) {
    const next = new Float32Array(count);
    await inSlices(telling, signal, (word) => {
      const { words: those = [], weights = [] } = having[word] ?? {};
      let along = 0;
      for (let i = 0; i < those.length; i++) along += (weights[i] ?? 0) * (scores[those[i] ?? 0] ?? 0);
      for (let i = 0; i < those.length; i++)
        next[those[i] ?? 0] = (next[those[i] ?? 0] ?? 0) + along * (weights[i] ?? 0);
    });
    // As if each word had been centered before: the scores have no mean, and here the words lose theirs.
    center(next);
    if (other) straighten(next, other);
    const length = Math.sqrt(next.reduce((sum, value) => sum + value * value, 0));
    if (length < 1e-9) return scores;
    scores = next.map((value) => value / length);
  }
  return scores;
}

function center(values: Float32Array): void {
  const mean = sum(values) / Math.max(1, values.length);
  for (let i = 0; i < values.length; i++) values[i] = (values[i] ?? 0) - mean;
}

/** Takes away what is along `other`. */
function straighten(values: Float32Array, other: Float32Array): void {
  let [along, length] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    along += (values[i] ?? 0) * (other[i] ?? 0);
    length += (other[i] ?? 0) ** 2;
  }
  for (let i = 0; i < values.length; i++) values[i] = (values[i] ?? 0) - (along / (length || 1)) * (other[i] ?? 0);
}

/** Makes of values their ranks, from -10 to 10, with a little chance so that none stand upon each other. */
function spread(values: Float32Array, random: Random): void {
  const order = Array.from(values.keys()).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
  for (const [rank, i] of order.entries())
    values[i] = (rank / Math.max(1, order.length - 1)) * 20 - 10 + random() * 0.1;
}

/** Neighbours pull, strangers push, ever more gently: the layout step of UMAP. */
async function settle(xs: Float32Array, ys: Float32Array, neighbours: Neighbours, random: Random, signal: AbortSignal) {
  let reach = 1;
  const move = (i: number, j: number, isPull: boolean, share: number) => {
    const [x, y] = [(xs[i] ?? 0) - (xs[j] ?? 0), (ys[i] ?? 0) - (ys[j] ?? 0)];
    const apart = x * x + y * y;
    const force = isPull ? (-2 * share) / (1 + apart) : 2 / ((0.01 + apart) * (1 + apart));
    const limited = (value: number) => Math.max(-longest, Math.min(longest, force * value)) * reach;
    xs[i] = (xs[i] ?? 0) + limited(x);
    ys[i] = (ys[i] ?? 0) + limited(y);
    if (!isPull) return;
    xs[j] = (xs[j] ?? 0) - limited(x);
    ys[j] = (ys[j] ?? 0) - limited(y);
  };
  for (let round = 0; round < rounds; round++) {
    reach = 1 - round / rounds;
    await inSlices(neighbours, signal, (those, i) => {
      const most = those[0]?.likeness ?? 1;
      for (const { paper, likeness } of those) {
        move(i, paper, true, likeness / most);
        for (let n = 0; n < strangers; n++) move(i, Math.floor(random() * neighbours.length), false, 1);
      }
    });
  }
}

/**
 * Fits values to 0 … 1. Half of it is the rank: where many stand close there is more room, where none stand there is less.
 * The few that are far out stand at the edge.
 */
function fitOf(values: Float32Array): (value: number, index: number) => number {
  const sorted = values.toSorted();
  const edge = Math.floor(sorted.length * 0.005);
  const [from, to] = [sorted[edge] ?? 0, sorted[sorted.length - 1 - edge] ?? 0];
  const ranks = new Float32Array(values.length);
  const order = [...values.keys()].sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
  for (const [rank, i] of order.entries()) ranks[i] = rank / Math.max(1, order.length - 1);
  return (value, index) => {
    const fitted = to > from ? Math.max(0, Math.min(1, (value - from) / (to - from))) : 0.5;
    return (fitted + (ranks[index] ?? 0.5)) / 2;
  };
}

function sum(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0;
  return sum;
}
