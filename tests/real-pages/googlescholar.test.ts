import { describe, expect, test } from 'vitest';
import { paperIdOf } from '../../lib/identity';
import { Paper } from '../../lib/paper';
import { readPapers } from '../../lib/sites';
import { htmlOf, type SavedPage, savedPagesOf } from '../saved-pages';

// What is expected is computed from the HTML in another way than the adapter goes.

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const plain = (html: string) => (parse(html).body.textContent ?? '').replace(/\s+/g, ' ').trim();

const pages = savedPagesOf('Google Scholar');
const results = pages.filter(({ file }) => file.includes('results'));
const profiles = pages.filter(({ file }) => file.includes('profile'));
const isThere = pages.length > 0;

function open(page: SavedPage) {
  const html = htmlOf(page);
  const papers = readPapers(parse(html), page.url);
  expect(papers).toHaveLength(page.entries);
  for (const paper of papers) expect(Paper.strict().parse(paper)).toEqual(paper);
  return { html, papers };
}

/** The number of a work, as search results write it. */
function inLetters(number: string): string {
  const bytes = Buffer.alloc(9, 9);
  bytes.writeBigUInt64LE(BigInt(number));
  return bytes.toString('base64url');
}

describe.skipIf(!isThere)(
  `real pages of Google Scholar (${isThere ? 'present' : 'skipped: ../shared/pages is not here'})`,
  () => {
    test.each(results)('$file: $entries results, with names, titles, authors, venues, years and links', (page) => {
      const { html, papers } = open(page);
      const rows = html.split('<div class="gs_r gs_or gs_scl"').slice(1);
      const inRow = (pattern: RegExp) => rows.map((row) => plain(pattern.exec(row)?.[1] ?? ''));
      const names = inRow(/data-cid="([^"]*)"/);
      expect(papers.map(({ id }) => id)).toEqual(names.map((name) => `scholar:${name}`));
      for (const [index, number] of inRow(/[?&]cites=(\d+)/).entries()) {
        if (number) expect(inLetters(number)).toBe(names[index]);
      }
      expect(papers.map(({ title }) => title)).toEqual(inRow(/<h3 [\s\S]*?<a id="[^>]*>([\s\S]*?)<\/a><\/h3>/));
      expect(papers.some(({ title }) => /^\[/.test(title))).toBe(false);

      const lines = inRow(/<div class="gs_a">([\s\S]*?)<\/div>/);
      const authors = lines.map((line) => line.split(' - ')[0] ?? '');
      expect(papers.map((paper) => paper.authors)).toEqual(
        authors.map((list) => (list.includes('…') ? undefined : list.split(', '))),
      );
      expect(papers.map(({ published }) => published)).toEqual(
        lines.map((line) => /\b(\d{4}) - [^-]*$/.exec(line.replace(/(\w)-(?=\w)/g, '$1'))?.[1]),
      );
      const venues = lines.map((line) => / - (.+), \d{4} - /.exec(line)?.[1]);
      expect(papers.map(({ venue }) => venue)).toEqual(
        venues.map((venue) => (venue?.includes('…') ? undefined : venue)),
      );

      // Another extension has put links to DOIs into these pages: only those of the site's own are read.
      const links = rows.map((row) => {
        const [head = ''] = row.split('<div class="gs_a">');
        const [beside = '', heading = ''] = head.split('<h3 ');
        const copies = /class="gs_or_ggsm"[^>]*>([\s\S]*?)<\/div>/.exec(beside)?.[1] ?? '';
        const own = `${heading} ${copies}`.matchAll(/<a [^>]*?href="(https?:[^"]*)"/g);
        return Array.from(own, (match) => plain(match[1] ?? ''));
      });
      expect(papers.map(({ aliases = [] }) => aliases)).toEqual(
        links.map((addresses) => [...new Set(addresses.flatMap((address) => paperIdOf(address) ?? []))]),
      );
      const all = links.flat();
      for (const { links } of papers) {
        for (const address of Object.values(links ?? {})) expect(all).toContain(address);
        expect(links?.abstract ?? links?.pdf).toBeDefined();
      }
      expect(papers.map(({ seen }) => seen?.position)).toEqual(rows.map((_, index) => index + 1));
      expect(papers.every(({ seen, abstract }) => seen?.list?.startsWith('"') && !abstract)).toBe(true);
    });

    test.each(profiles)('$file: $entries works, with names, titles, authors, venues and years', (page) => {
      const { html, papers } = open(page);
      const rows = html.split('<tr class="gsc_a_tr">').slice(1);
      const inRow = (pattern: RegExp) => rows.map((row) => plain(pattern.exec(row)?.[1] ?? ''));
      expect(papers.map(({ id }) => id)).toEqual(inRow(/citation_for_view=([^"&]+)"/).map((name) => `scholar:${name}`));
      expect(papers.map(({ aliases }) => aliases)).toEqual(
        inRow(/cites=([\d,]+)"/).map((number) => (/^\d+$/.test(number) ? [`scholar:${inLetters(number)}`] : undefined)),
      );
      expect(papers.map(({ title }) => title)).toEqual(inRow(/class="gsc_a_at">([\s\S]*?)<\/a>/));
      expect(papers.map(({ authors }) => authors)).toEqual(
        inRow(/<div class="gs_gray">([^<]*)<\/div>/).map((names) => names.split(', ')),
      );
      const years = inRow(/gsc_a_hc gs_ibl">(\d{4})?<\/span>/);
      expect(papers.map(({ published = '' }) => published)).toEqual(years);
      const places = inRow(/<div class="gs_gray">[^<]*<\/div><div class="gs_gray">([^<]*)/);
      expect(papers.map(({ journalRef, venue }) => journalRef ?? venue ?? '')).toEqual(
        places.map((place, index) => (!place || place.endsWith('…') ? '' : `${place}, ${years[index]}`)),
      );
      expect(papers.filter(({ venue }) => /\d \(|, |\d$/.test(venue ?? ''))).toEqual([]);
      expect(papers.every(({ seen }) => seen?.list)).toBe(true);
    });
  },
);
