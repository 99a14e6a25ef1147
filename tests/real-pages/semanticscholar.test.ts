import { describe, expect, test } from 'vitest';
import { paperIdOf } from '../../lib/identity';
import { Paper } from '../../lib/paper';
import { readPapers } from '../../lib/sites';
import { htmlOf, savedPagesOf } from '../saved-pages';

// What is expected is computed from the HTML in another way than the adapter goes.

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const plain = (html: string) => (parse(html).body.textContent ?? '').replace(/\s+/g, ' ').trim();
const all = (html: string, pattern: RegExp) => Array.from(html.matchAll(pattern), (match) => match[1] ?? '');

const pages = savedPagesOf('Semantic Scholar');
const isThere = pages.length > 0;

describe.skipIf(!isThere)(
  `real pages of Semantic Scholar (${isThere ? 'present' : 'skipped: ../shared/pages is not here'})`,
  () => {
    test.each(pages)('$file: $entries entries, with hashes, titles, authors, dates and names elsewhere', (page) => {
      const html = htmlOf(page);
      const papers = readPapers(parse(html), page.url);
      expect(papers).toHaveLength(page.entries);
      for (const paper of papers) expect(Paper.strict().parse(paper)).toEqual(paper);

      const rows = html.split('<div class="cl-paper-row ').slice(1);
      const inRow = (pattern: RegExp) => rows.map((row) => plain(pattern.exec(row)?.[1] ?? ''));
      expect(papers.map(({ id }) => id)).toEqual(inRow(/data-paper-id="([^"]*)"/).map((hash) => `s2:${hash}`));
      expect(papers.map(({ title }) => title)).toEqual(inRow(/<h2 [^>]*>([\s\S]*?)<\/h2>/));
      const authors = rows.map((row) => all(row, /href="\/author\/[^"]*"><span class=""><span>([^<]*)</g).map(plain));
      const hidden = rows.map((row) => Number(/\+(\d+) authors/.exec(row)?.[1] ?? 0));
      expect(hidden.filter(Boolean)).toEqual([6, 31]);
      expect(papers.map((paper) => paper.authors)).toEqual(
        authors.map((names, index) => (hidden[index] ? undefined : names)),
      );
      expect(papers.map(({ authorCount = 0 }) => authorCount)).toEqual(
        authors.map((names, index) => (hidden[index] ? names.length + hidden[index] : 0)),
      );
      // What stands below: the first link of the row that is of a publisher, an archive or an index.
      const links = rows.map((row) => all(row, /<a href="(https?:[^"]*)"/g).flatMap((link) => paperIdOf(link) ?? []));
      expect(papers.map(({ aliases = [] }) => aliases)).toEqual(links.map((ids) => [...new Set(ids)]));
      expect(papers.filter(({ aliases }) => aliases)).toHaveLength(8);
      expect(papers.map(({ published }) => published)).toEqual(
        inRow(/class="cl-paper-pubdates"><span class=""><span>([^<]*)/).map((date) =>
          /^\d{4}$/.test(date) ? date : new Date(`${date} UTC`).toISOString().slice(0, 10),
        ),
      );
      const venues = inRow(/data-test-id="venue-metadata"><span>([^<]*)/);
      expect(papers.map(({ venue }) => venue)).toEqual(venues.map((venue) => (/…$/.test(venue) ? undefined : venue)));
      // All of them are cut, or by a language model.
      expect(papers.every(({ abstract }) => !abstract)).toBe(true);
      expect(papers.filter(({ links }) => links?.pdf)).toHaveLength(4);
    });
  },
);
