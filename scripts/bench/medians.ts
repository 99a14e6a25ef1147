/** Figures, each the median of some runs. */

export type Figures = Record<string, number>;

/** Runs the work so often, and takes the median of each of its figures. */
export async function mediansOf<Measured extends Figures>(
  runs: number,
  work: () => Promise<Measured>,
): Promise<Measured> {
  const measures: Measured[] = [];
  for (let run = 0; run < runs; run++) measures.push(await work());
  const keys = Object.keys(measures[0] ?? {});
  return Object.fromEntries(keys.map((key) => [key, median(measures.map((each) => each[key] ?? 0))])) as Measured;
}

/** With one digit behind the point. */
export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return rounded(sorted[sorted.length >> 1] ?? 0);
}

export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
