/** The Node that runs the tools: this one, or, where it is too old, the one among the dependencies. Plain Node 20. */
import { existsSync, symlinkSync } from 'node:fs';
import { run, StepFailure, step } from './steps.mjs';

const packaged = 'node_modules/node/bin/node';
const shim = 'node_modules/.bin/node';

/** Node 22.18 is the first to run TypeScript as it is; odd versions are not supported by Vitest. */
function isRecent([major, minor]) {
  return major % 2 === 0 && (major > 22 || (major === 22 && minor >= 18));
}

const recent = isRecent(process.versions.node.split('.').map(Number));

/** @returns {string} the path of a Node that is recent enough; call `getNode` first */
export const node = () => (recent ? process.execPath : packaged);

/**
 * Makes sure that there is a recent Node. npm may refuse to run the install script of the package `node`, and an
 * installation that ignores scripts has not run it either: so it is run here.
 */
export async function getNode() {
  if (recent || existsSync(packaged)) return;
  try {
    await step('Getting Node 24', () =>
      run(process.execPath, ['installArchSpecificPackage.js'], { cwd: 'node_modules/node' }),
    );
    // npm makes no shim for what is not there yet. The shim is what puts this Node first in npm scripts.
    if (!existsSync(shim)) symlinkSync('../node/bin/node', shim);
  } catch (error) {
    const reason = `Papergloss is built with Node 22.18 or later, and this is ${process.versions.node}. Please install a later one.`;
    throw Object.assign(new StepFailure(reason), { log: error.log ?? error.message });
  }
}
