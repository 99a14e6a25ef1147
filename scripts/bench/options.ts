/** `--sizes=100,1000 --runs=2 --only=library --keep=folder --write`. */
import { parseArgs } from 'node:util';

export interface BenchOptions {
  sizes: number[];
  runs: number;
  parts: string[];
  /** Where filled libraries are kept for the next time. */
  keep: string | undefined;
  /** The results are worth writing down: everything is measured, or it is asked for. */
  isWritten: boolean;
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
      write: { type: 'boolean' },
    },
  });
  const { sizes, runs, only, keep, write = false } = values;
  return {
    sizes: sizes?.split(',').map(Number) ?? usual.sizes,
    runs: runs ? Number(runs) : usual.runs,
    parts: only?.split(',') ?? usual.parts,
    keep,
    isWritten: write || (!sizes && !runs && !only),
  };
}
