/** `npm start`: Papergloss in a browser, on a listing. */
import { fileURLToPath } from 'node:url';
import { findBrowser } from './browsers.mjs';
import { build } from './build.mjs';
import { explain, StepFailure, step } from './steps.mjs';

const live = 'https://huggingface.co/papers';

async function start() {
  const name = ['chrome', 'firefox'].find(findBrowser);
  if (!name) throw new StepFailure('There is no browser. Run `npm start`, which gets one, instead of this script.');
  await step('Building', () => build(name));
  if (hasDisplay() && (await isReachable(live))) return open(name);
  const { demo } = await import('./demo.ts');
  await demo(name, 'screenshots');
}

/** Opens a visible browser on the live listing, until the user closes it. What is saved there stays for the next time. */
async function open(name) {
  const { launch } = await import('./browser/launch.ts');
  const profile = fileURLToPath(new URL(`../.output/profile-${name}`, import.meta.url));
  const browser = await launch(name, { headless: false, network: 'live', profile });
  await browser.page(live);
  console.log(`Papergloss is in the browser that has just opened, on ${live}`);
  console.log('Close the browser, or press Ctrl+C here, to end.');
  await browser.closed();
}

function hasDisplay() {
  const { CI, DISPLAY, WAYLAND_DISPLAY, SSH_CONNECTION } = process.env;
  if (CI) return false;
  return process.platform === 'linux' ? Boolean(DISPLAY || WAYLAND_DISPLAY) : !SSH_CONNECTION;
}

async function isReachable(url) {
  try {
    await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(5000) });
    return true;
  } catch {
    return false;
  }
}

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
try {
  await start();
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
