import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { until } from '../../scripts/browser/until.ts';
import { inEveryBrowser } from './story.ts';

const folder = '../shared/pages';

/** The saved pages of both sites: [file, address, number of entries]. */
const pages = existsSync(`${folder}/INDEX.tsv`)
  ? readFileSync(`${folder}/INDEX.tsv`, 'utf8')
      .split('\n')
      .map((row) => row.split('\t'))
      .filter(([, site]) => site === 'Hugging Face' || site === 'arXiv')
      .map(([file = '', , url = '', , , entries]) => [file, url, Number(entries)] as const)
  : [];

/** Their scripts, styles and pictures are not here. */
const alone = (html: string) =>
  html.replace(/<script\b[^>]*>[\s\S]*?<\/script>|<(?:link|img|video|source)\b[^>]*>/g, '');

describe.skipIf(pages.length === 0)('saved pages of the sites (../shared/pages)', () => {
  inEveryBrowser((browser) => {
    test.each(pages)('%s carries controls on each of its entries', async (file, url, count) => {
      browser().serve({ [url]: alone(readFileSync(`${folder}/${file}`, 'utf8')) });
      const page = await browser().page(url);
      const entries = await until(`${count} entries`, async () => {
        const found = await page.entries();
        return found.length === count && found;
      });
      expect(new Set(entries).size).toBe(count);
    });
  });
});
