/** Gets a browser where there is none: a download for this user, else the system's package. Plain Node 20. */
import { existsSync } from 'node:fs';
import { downloads, findBrowser } from './browsers.mjs';
import { node } from './node.mjs';
import { npx, run, step } from './steps.mjs';

const titles = { chrome: 'Chromium', firefox: 'Firefox' };
const minutes = 60_000;

const puppeteers = 'node_modules/@puppeteer/browsers/lib/main-cli.js';

// Firefox does not come from Playwright: its Firefox is patched for Playwright, and takes no extension.
const download = {
  chrome: () => npx(['playwright@1.65.1', 'install', '--no-shell', 'chromium'], { timeout: 4 * minutes }),
  firefox: () => run(node(), [puppeteers, 'install', 'firefox@stable', '--path', downloads], { timeout: 4 * minutes }),
};

const packages = { chrome: ['chromium', 'fonts-liberation'], firefox: ['firefox-esr'] };

/**
 * Makes sure that a browser is there.
 * @param {'chrome' | 'firefox'} name
 * @returns {Promise<boolean>} whether it is; if not, it has been said why
 */
export async function getBrowser(name) {
  const failures = [];
  for (const [source, get] of [
    ['downloading it', download[name]],
    ['apt-get', canInstallPackages() ? () => installPackages(packages[name]) : undefined],
  ]) {
    if (findBrowser(name)) return true;
    if (!get) continue;
    try {
      await step(`Getting ${titles[name]} (${source})`, get);
    } catch (error) {
      failures.push(`${source}: ${reason(error)}`);
    }
  }
  if (findBrowser(name)) return true;
  console.error(`No ${titles[name]} here, and none could be had.`);
  for (const failure of failures) console.error(`  ${failure}`);
  console.error(`  Install it, or let PAPERGLOSS_${name.toUpperCase()} say where it is.`);
  return false;
}

function canInstallPackages() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

async function installPackages(names) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env, timeout: 3 * minutes });
  await run('apt-get', ['install', '-qq', '--yes', '--no-install-recommends', ...names], { env, timeout: 8 * minutes });
}

/** The one line of a log that says what was wrong. */
function reason(error) {
  const lines = (error.log ?? '').split('\n').filter((line) => /error|failed|E:/i.test(line));
  return (lines[0] ?? error.message).trim().slice(0, 200);
}
