/** `--sizes=100,1000 --runs=2 --only=library --keep=folder`. */
import { parseArgs } from 'node:util';

export interface BenchOptions {
  sizes: number[];
  runs: number;
  parts: string[];
  /** Where filled libraries are kept for the next time. */
  keep: string | undefined;
  /** Everything is measured: the results are worth writing down. */
  isWhole: boolean;
}

const usual = { sizes: [100, 1000, 10_000, 100_000], runs: 5, parts: ['library', 'lists'] };

export function benchOptions(args = process.argv.slice(2)): BenchOptions {
  const { values } = parseArgs({
    args,
    options: {
      sizes: { type: 'string' },
      runs: { type: 'string' },
      only: { type: 'string' },
      keep: { type: 'string' },
    },
  });
  const { sizes, runs, only, keep } = values;
  return {
    sizes: sizes?.split(',').map(Number) ?? usual.sizes,
    runs: runs ? Number(runs) : usual.runs,
    parts: only?.split(',') ?? usual.parts,
    keep,
    isWhole: !sizes && !runs && !only,
  };
}
