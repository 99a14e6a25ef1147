/** `npm run readme`: writes the table of sites into the README. */
import { readFile, writeFile } from 'node:fs/promises';
import { registeredSites } from './registry.ts';
import { siteTable, withTable } from './site-table.ts';

const file = new URL('../README.md', import.meta.url);

const readme = await readFile(file, 'utf8');
await writeFile(file, withTable(readme, siteTable(await registeredSites())));
