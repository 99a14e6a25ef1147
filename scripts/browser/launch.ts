/** Starts a real browser with Papergloss in it: for the end-to-end stories, the demo and the screenshots. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserName, findBrowser } from '../browsers.mjs';
import { startChrome } from './chrome.ts';
import { startFirefox } from './firefox.ts';
import { Server } from './routes.ts';
import { TestBrowser } from './test-browser.ts';
import { buildWall } from './wall.ts';

const starts = { chrome: startChrome, firefox: startFirefox };
const builds = { chrome: '.output/chrome-mv3', firefox: '.output/firefox-mv2' };

export interface LaunchOptions {
  headless?: boolean;
  /** Where the browser keeps what it remembers; a passing folder, if none is given. */
  profile?: string;
  /** The folder of the built extension, if it is not where the build puts it. */
  extension?: string;
  /** `served` (usual): nothing reaches the network, pages come from `serve`. `live`: the real network. */
  network?: 'served' | 'live';
}

/** Starts the browser, with the extension loaded. */
export async function launch(name: BrowserName, options: LaunchOptions = {}): Promise<TestBrowser> {
  const executable = findBrowser(name);
  if (!executable) throw new Error(`There is no ${name} here. Let PAPERGLOSS_${name.toUpperCase()} say where it is.`);
  const extension = resolve(options.extension ?? builds[name]);
  if (!existsSync(join(extension, 'manifest.json'))) throw new Error(`${extension} is not built. Try: npm run build`);

  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'papergloss-')));
  const wall = options.network === 'live' ? undefined : await buildWall();
  const { headless = true } = options;
  const server = new Server();
  const network = wall && { network: { wall: wall.port, server } };
  const start = () => starts[name]({ executable, extension, profile, headless, ...network });
  const browser = new TestBrowser(name, start, extension, server, wall, async () => {
    wall?.close();
    if (!options.profile) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });
  await browser.start();
  return browser;
}
