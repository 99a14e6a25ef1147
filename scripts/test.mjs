/**
 * `npm test`: everything, one line per step; the log only of what fails; at the end `N passed, N failed`. A step that
 * is no test run counts as one test.
 */
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { node } from './node.mjs';
import { checkSizes } from './size.mjs';
import { explain, run, StepFailure, step } from './steps.mjs';
import { vitest } from './vitest.mjs';

const tool = (path, ...args) => run(node(), [`node_modules/${path}`, ...args]);
const one = { passed: 1, failed: 0, skipped: 0 };

const steps = [
  ['Types', () => tool('wxt/bin/wxt.mjs', 'prepare').then(() => tool('typescript/bin/tsc', '--noEmit'))],
  ['Lint', () => tool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings')],
  ['Build for Chrome', () => build('chrome')],
  ['Build for Firefox', () => build('firefox')],
  ['Lint of the Firefox build', () => tool('web-ext/bin/web-ext.js', 'lint', '--source-dir', '.output/firefox-mv2')],
  ['Size budgets', checkBudgets],
  ['Unit and component tests', () => vitest('unit')],
  ['End-to-end tests', () => vitest('e2e')],
];

async function checkBudgets() {
  const { problems } = checkSizes();
  if (problems.length > 0) throw new StepFailure(problems.join('\n'));
}

async function test() {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const [title, work] of steps) {
    let counts = one;
    try {
      const result = await step(title, work);
      if (result?.counts) counts = result.counts;
    } catch (error) {
      explain(error);
      counts = error.counts ?? { passed: 0, failed: 1, skipped: 0 };
    }
    for (const key of Object.keys(total)) total[key] += counts[key];
  }
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
await test();
