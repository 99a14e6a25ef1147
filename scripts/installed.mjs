/** Whether node_modules is what the lockfile says. Plain Node 20. */
import { existsSync, readFileSync } from 'node:fs';

/** npm writes down what it has installed, last of all: an interrupted installation does not count. */
const record = 'node_modules/.package-lock.json';

/** @returns {boolean} */
export function isInstalled() {
  if (!existsSync(record)) return false;
  const wanted = packages('package-lock.json');
  const installed = packages(record);
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    const found = installed[path];
    // Optional packages are mostly for other systems.
    if (!found) return path === '' || optional;
    return found.version === version && found.integrity === integrity;
  });
}

/** @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }>} */
function packages(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}
