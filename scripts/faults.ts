/**
 * `npm run faults`: whatever the background does goes wrong at each of its steps, in each way, and after each time
 * nothing that was acknowledged is missing. `npm test` looks at some of the steps.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));

const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', 'tests/faults', '--project', 'unit', '--disableConsoleIntercept=true'],
  { env: { ...process.env, FAULTS: 'all' }, stdio: 'inherit' },
);
process.exitCode = status ?? 1;
