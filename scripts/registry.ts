/** The registry of sites, for scripts: its files name each other as a bundler finds them, and Node does not. */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import type { Site } from '../lib/sites/site.ts';

export async function registeredSites(): Promise<Site[]> {
  const path = fileURLToPath(new URL('../lib/sites/index.ts', import.meta.url));
  const { module } = await runnerImport<{ sites: Site[] }>(path);
  return module.sites;
}
