/** Runs one of Vitest's projects quietly, and counts. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { node } from './node.mjs';
import { run } from './steps.mjs';

/**
 * @param {'unit' | 'e2e'} project
 * @returns {Promise<{ counts: { passed: number, failed: number, skipped: number } }>} rejects with `log` and `counts`
 */
export async function vitest(project) {
  const folder = mkdtempSync(join(tmpdir(), 'papergloss-'));
  const report = join(folder, 'report.json');
  const reporters = ['--silent=passed-only', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  try {
    await run(node(), ['node_modules/vitest/vitest.mjs', 'run', '--project', project, ...reporters]);
    return { counts: count(report) };
  } catch (error) {
    throw Object.assign(error, { counts: count(report) });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function count(report) {
  let results;
  try {
    results = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    // It did not come as far as a report, and the log says why.
    return { passed: 0, failed: 1, skipped: 0 };
  }
  // A file that cannot even be loaded has no tests that could fail.
  const broken = results.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  const failed = results.numFailedTests + broken.length;
  return {
    passed: results.numPassedTests,
    // Errors outside of tests fail the run as well.
    failed: results.success || failed > 0 ? failed : 1,
    skipped: results.numPendingTests + results.numTodoTests,
  };
}
