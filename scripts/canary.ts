/**
 * `npm run canary`: opens a live page of every list, and reports what Papergloss finds there; needs a network. Sites may
 * turn away a browser without a window: `npm run canary -- --site SSRN --visible`.
 */
import { parseArgs } from 'node:util';
import { launch } from './browser/launch.ts';
import { look } from './canary/look.ts';
import { registeredSites } from './registry.ts';

const { values: options } = parseArgs({ options: { site: { type: 'string' }, visible: { type: 'boolean' } } });

const wanted = options.site?.toLowerCase();
const all = await registeredSites();
const sites = all.filter(({ name }) => wanted === undefined || name.toLowerCase() === wanted);
if (sites.length === 0)
  throw new Error(`There is no site ${options.site}, but ${all.map(({ name }) => name).join('; ')}.`);

const browser = await launch('chrome', { network: 'live', headless: !options.visible });
try {
  console.log(row('entries', 'site', 'list', 'first title', 'address'));
  for await (const { entries, site, list, first, address } of look(browser, sites)) {
    console.log(row(String(entries), site, list, first, address));
    if (entries === 0) process.exitCode = 1;
  }
} finally {
  await browser.close();
}

function row(entries: string, site: string, list: string, first: string, address: string): string {
  const cell = (text: string, width: number) =>
    (text.length > width ? `${text.slice(0, width - 1)}…` : text).padEnd(width);
  return [entries.padStart(7), cell(site, 18), cell(list, 32), cell(first, 56), address].join('  ');
}
