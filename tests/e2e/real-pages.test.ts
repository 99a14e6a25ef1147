import { describe, expect, test } from 'vitest';
import { htmlOf, savedPages } from '../saved-pages.ts';
import { controlsOn, inEveryBrowser } from './story.ts';

/** Those of any page carry controls only when somebody asks. */
const pages = savedPages.filter(({ site }) => site !== 'any page');

/** Their scripts, styles and pictures are not here. */
const alone = (html: string) =>
  html.replace(/<script\b[^>]*>[\s\S]*?<\/script>|<(?:link|img|video|source)\b[^>]*>/g, '');

describe.skipIf(pages.length === 0)('saved pages of the sites (../shared/pages)', () => {
  inEveryBrowser((browser) => {
    test.each(pages)('$file carries controls on each of its $entries entries', async (saved) => {
      browser().serve({ [saved.url]: alone(htmlOf(saved)) });
      const page = await browser().page(saved.url);
      const entries = await controlsOn(page, (count) => count === saved.entries);
      expect(new Set(entries).size).toBe(saved.entries);
    });
  });
});
