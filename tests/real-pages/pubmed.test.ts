import { describe, expect, test } from 'vitest';
import { Paper } from '../../lib/paper';
import { readPapers } from '../../lib/sites';
import { htmlOf, savedPagesOf } from '../saved-pages';

// What is expected is computed from the HTML in another way than the adapter goes.

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const plain = (html: string) => (parse(html).body.textContent ?? '').replace(/\s+/g, ' ').trim();

const pages = savedPagesOf('PubMed');
const isThere = pages.length > 0;

describe.skipIf(!isThere)(
  `real pages of PubMed (${isThere ? 'present' : 'skipped: ../shared/pages is not here'})`,
  () => {
    test.each(pages)('$file: $entries entries, with numbers, titles, authors, DOIs and dates', (page) => {
      const html = htmlOf(page);
      const papers = readPapers(parse(html), page.url);
      expect(papers).toHaveLength(page.entries);
      for (const paper of papers) expect(Paper.strict().parse(paper)).toEqual(paper);

      const rows = html.split('<article class="full-docsum"').slice(1);
      const inRow = (pattern: RegExp) => rows.map((row) => plain(pattern.exec(row)?.[1] ?? ''));
      expect(papers.map(({ id }) => id)).toEqual(inRow(/class="docsum-pmid">(\d+)</).map((pmid) => `pmid:${pmid}`));
      expect(papers.map(({ title }) => `${title}.`.replace(/\?\.$/, '?'))).toEqual(
        inRow(/<a class="docsum-title"[^>]*>([\s\S]*?)<\/a>/),
      );
      const authors = inRow(/full-authors">([\s\S]*?)<\/span>/);
      expect(authors.filter((names) => names.includes('…'))).toHaveLength(1);
      expect(papers.map((paper) => paper.authors)).toEqual(
        authors.map((names) => (names.includes('…') ? undefined : names.slice(0, -1).split(', '))),
      );
      const citations = inRow(/full-journal-citation">([^<]*)</);
      expect(papers.map(({ aliases }) => aliases)).toEqual(
        citations.map((citation) => [`doi:${/doi: (\S+?)\.(?: |$)/.exec(citation)?.[1]?.toLowerCase()}`]),
      );
      expect(papers.map(({ venue }) => venue)).toEqual(citations.map((citation) => /^[^.]+/.exec(citation)?.[0]));
      expect(papers.map(({ seen }) => seen?.position)).toEqual(rows.map((_, index) => index + 1));
      expect(papers.every(({ seen, published, abstract }) => seen?.list && published && !abstract)).toBe(true);
    });

    test('what is online before it is printed has appeared', () => {
      const dates = pages.flatMap((page) => readPapers(parse(htmlOf(page)), page.url).map((paper) => paper.published));
      expect(dates.slice(0, 4)).toEqual(['2010-07', '1998-05', '2024-09-05', '2025-06-16']);
    });
  },
);
