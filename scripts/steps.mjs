/** Steps of a script: one line each, and the log only of what failed. Plain Node 20. */
import { spawn } from 'node:child_process';

export class StepFailure extends Error {}

/**
 * Runs a command quietly, and resolves to all that it printed.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { timeout?: number }} [options]
 * @returns {Promise<string>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let log = '';
    child.stdout.on('data', (chunk) => (log += chunk));
    child.stderr.on('data', (chunk) => (log += chunk));
    child.on('error', (error) => reject(new StepFailure(`${command}: ${error.message}`)));
    child.on('close', (code, signal) => {
      if (code === 0) return resolve(log);
      const end = signal ? `was ended by ${signal}` : `failed with code ${code}`;
      reject(Object.assign(new StepFailure(`\`${[command, ...args].join(' ')}\` ${end}`), { log }));
    });
  });
}

/** npm, the same one that runs this script where npm runs it. */
export const npm = (args, options) => {
  const path = process.env.npm_execpath;
  if (path?.endsWith('npm-cli.js')) return run(process.execPath, [path, ...args], options);
  return run('npm', args, { ...options, shell: process.platform === 'win32' });
};

/** A tool of a package, which is fetched if it is not among the dependencies. */
export const npx = (args, options) => npm(['exec', '--yes', '--', ...args], options);

/**
 * Does one thing under one line: `Building… 4 s`.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const start = performance.now();
  process.stdout.write(`${title}… `);
  try {
    const result = await work();
    console.log(`${Math.round((performance.now() - start) / 1000)} s`);
    return result;
  } catch (error) {
    console.log('failed');
    throw error;
  }
}

/** Says what went wrong: the log of what failed, then the reason in one line. */
export function explain(error) {
  if (error.log) console.error(error.log.trimEnd());
  console.error(error instanceof StepFailure ? error.message : (error.stack ?? error));
}
