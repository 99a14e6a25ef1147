/** Where the browsers are. Plain Node 20: the set-up runs before anything is installed. */
import { existsSync, readdirSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { StepFailure } from './steps.mjs';

const env = process.env;

/** Kept between runs, where Puppeteer looks for it too. */
export const downloads = env.PUPPETEER_CACHE_DIR ?? join(homedir(), '.cache', 'puppeteer');

const playwright =
  env.PLAYWRIGHT_BROWSERS_PATH ??
  {
    darwin: join(homedir(), 'Library', 'Caches', 'ms-playwright'),
    win32: join(env.LOCALAPPDATA ?? homedir(), 'ms-playwright'),
  }[platform()] ??
  join(homedir(), '.cache', 'ms-playwright');

const browsers = {
  chrome: {
    variables: ['PAPERGLOSS_CHROME', 'PUPPETEER_EXECUTABLE_PATH'],
    commands: [
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
      'microsoft-edge',
      'microsoft-edge-stable',
    ],
    mac: ['Chromium', 'Google Chrome', 'Microsoft Edge'],
    windows: [
      'Chromium/Application/chrome.exe',
      'Google/Chrome/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ],
    downloaded: {
      folders: [playwright, join(downloads, 'chrome')],
      names: ['chrome', 'chrome.exe', 'Chromium', 'Google Chrome for Testing'],
    },
  },
  firefox: {
    variables: ['PAPERGLOSS_FIREFOX'],
    commands: ['firefox', 'firefox-esr', 'firefox-developer-edition'],
    mac: ['Firefox', 'Firefox Developer Edition'],
    windows: ['Mozilla Firefox/firefox.exe'],
    // Playwright's Firefox is patched for Playwright, and takes no extension.
    downloaded: { folders: [join(downloads, 'firefox')], names: ['firefox', 'firefox.exe'] },
  },
};

/**
 * The browser to use: from an environment variable, installed, or downloaded earlier. `undefined`: there is none.
 * @param {'chrome' | 'firefox'} name
 * @returns {string | undefined}
 */
export function findBrowser(name) {
  const { variables, commands, mac, windows, downloaded } = browsers[name];
  for (const variable of variables) {
    const path = env[variable];
    if (!path) continue;
    if (existsSync(path)) return path;
    throw new StepFailure(`${variable} says ${path}, and there is no such file. Correct it, or unset it.`);
  }
  return installed(commands, mac, windows).find(existsSync) ?? inFolders(downloaded);
}

function installed(commands, mac, windows) {
  if (platform() === 'darwin') {
    const folders = ['/Applications', join(homedir(), 'Applications')];
    return folders.flatMap((folder) =>
      mac.map((app) => join(folder, `${app}.app`, 'Contents', 'MacOS', app.startsWith('Firefox') ? 'firefox' : app)),
    );
  }
  if (platform() === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
    return folders.flatMap((folder) => windows.map((path) => join(folder, path)));
  }
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return commands.flatMap((command) => folders.map((folder) => join(folder, command)));
}

function inFolders({ folders, names }) {
  for (const folder of folders.filter(existsSync)) {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true });
    // The newest last: the folders are named by version.
    const found = files.filter((file) => file.isFile() && names.includes(basename(file.name))).at(-1);
    if (found) return join(found.parentPath ?? found.path, found.name);
  }
}
