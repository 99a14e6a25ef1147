/** Builds for browsers, quietly. */
import { node } from './node.mjs';
import { run } from './steps.mjs';

/**
 * @param {'chrome' | 'firefox'} browser
 * @returns {Promise<string>} the log
 */
export const build = (browser) => run(node(), ['node_modules/wxt/bin/wxt.mjs', 'build', '--browser', browser]);
