import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sites } from '../lib/sites';
import { siteTable, withTable } from '../scripts/site-table';

test('the README has the table of sites', () => {
  const readme = readFileSync('README.md', 'utf8');
  expect(readme, 'Run npm run readme').toBe(withTable(readme, siteTable(sites)));
});

test('the strongest proof goes for all lists of a site but those that are named', () => {
  const table = siteTable([
    { name: 'One', lists: [{ name: 'search results', provenBy: 'a real page' }] },
    {
      name: 'Two',
      lists: [
        { name: 'lists by day, by month', provenBy: 'unproven' },
        { name: 'search results', provenBy: 'a real page' },
        { name: 'the page of a paper', provenBy: 'unproven' },
        { name: 'A|B', provenBy: 'the site’s templates' },
      ],
    },
  ]);
  expect(table.split('\n').slice(2)).toEqual([
    '| One | search results | a real page |',
    '| Two | lists by day, by month; search results; the page of a paper; A\\|B ' +
      '| a real page, the site’s templates (A\\|B), unproven (lists by day, by month; the page of a paper) |',
  ]);
});
