/**
 * `npm run fuzz [cases]`: files as they are not supposed to be, and libraries there and back through every format; so
 * many cases of each, 5,000 where it is not said.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const cases = Number(process.argv[2] ?? 5000);
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
const tests = ['fuzz', 'round-trips', 'independent'].map((name) => `tests/lib/formats/${name}.test.ts`);

console.log(`${cases} cases of each.`);
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--project', 'unit', '--testTimeout', '36000000', ...tests],
  {
    env: { ...process.env, PAPERGLOSS_FUZZ_RUNS: String(cases) },
    stdio: 'inherit',
  },
);
process.exitCode = status ?? 1;
