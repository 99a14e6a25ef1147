/**
 * Makes a fresh checkout ready: dependencies, a Node that runs TypeScript, types, browsers. Plain Node 20, because it
 * runs before anything is installed; quick when there is nothing to do.
 *
 *   node scripts/set-up.mjs                  dependencies
 *   node scripts/set-up.mjs one-browser      … and Chromium or Firefox
 *   node scripts/set-up.mjs both-browsers    … and both, as far as they can be had
 *   node scripts/set-up.mjs after-install    what npm leaves undone
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './browsers.mjs';
import { getBrowser } from './get-browsers.mjs';
import { isInstalled } from './installed.mjs';
import { getNode, node } from './node.mjs';
import { explain, npm, run, StepFailure, step } from './steps.mjs';

async function setUp(wanted) {
  const installing = wanted === 'after-install';
  const outdated = !installing && !isInstalled();
  if (outdated) {
    // Without the packages' install scripts: the only one is that of `node`, and it is not needed everywhere.
    const install = ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund'];
    await step('Installing dependencies', () => npm(install));
  }
  await getNode();
  const prepared = existsSync('.wxt/tsconfig.json') && !installing && !outdated;
  if (!prepared) await run(node(), ['node_modules/wxt/bin/wxt.mjs', 'prepare']);

  if (wanted === 'one-browser' && !findBrowser('chrome') && !findBrowser('firefox')) {
    const got = (await getBrowser('chrome')) || (await getBrowser('firefox'));
    if (!got) throw new StepFailure('Papergloss needs Chrome, Chromium or Firefox.');
  }
  if (wanted === 'both-browsers') {
    await getBrowser('chrome');
    await getBrowser('firefox');
  }
}

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
try {
  await setUp(process.argv[2]);
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
