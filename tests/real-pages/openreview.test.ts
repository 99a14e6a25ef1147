import { describe, expect, test } from 'vitest';
import { Paper } from '../../lib/paper';
import { readPapers } from '../../lib/sites';
import { htmlOf, savedPagesOf } from '../saved-pages';

// What is expected is computed from the HTML in another way than the adapter goes.

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const plain = (html: string) => (parse(html).body.textContent ?? '').replace(/\s+/g, ' ').trim();
const all = (html: string, pattern: RegExp) => Array.from(html.matchAll(pattern), (match) => match[1] ?? '');

const pages = savedPagesOf('OpenReview');
const isThere = pages.length > 0;

describe.skipIf(!isThere)(
  `pages of OpenReview (${isThere ? 'present' : 'skipped: ../shared/pages is not here'})`,
  () => {
    test.each(pages)('$file: $entries entries, with forums, titles, authors, abstracts, dates and PDFs', (page) => {
      const html = htmlOf(page);
      const papers = readPapers(parse(html), page.url);
      expect(papers).toHaveLength(page.entries);
      for (const paper of papers) expect(Paper.strict().parse(paper)).toEqual(paper);

      const forums = all(html, /<h4><a href="\/forum\?id=([^"&]+)"/g);
      expect(papers.map(({ id }) => id)).toEqual(forums.map((forum) => `openreview:${forum}`));
      expect(papers.map(({ title }) => title)).toEqual(all(html, /<h4><a [^>]*>([\s\S]*?)<\/a>/g).map(plain));
      expect(papers.map(({ authors }) => authors)).toEqual(
        all(html, /class="note-authors"><span>([\s\S]*?)<\/span>/g).map((list) => plain(list).split(', ')),
      );
      expect(papers.map(({ abstract }) => abstract)).toEqual(
        all(html, /Abstract:<\/strong> <span class="note-content-value">([\s\S]*?)<\/span>/g).map(plain),
      );
      const dates = all(html, /<li>Published: ([^<]*), Last Modified: 26 Aug 2025<\/li>/g);
      expect(new Set(dates)).toEqual(new Set(['08 Jul 2025']));
      expect(dates).toHaveLength(papers.length);
      expect(new Set(papers.map(({ published, updated }) => `${published} ${updated}`))).toEqual(
        new Set(['2025-07-08 2025-08-26']),
      );
      expect(new Set(papers.map(({ venue }) => venue))).toEqual(new Set(['COLM 2025']));
      expect(papers.map(({ links }) => links?.pdf)).toEqual(
        forums.map((forum) => `https://openreview.net/attachment?id=${forum}&name=pdf`),
      );
      expect(papers.every(({ aliases }) => !aliases)).toBe(true);
    });
  },
);
