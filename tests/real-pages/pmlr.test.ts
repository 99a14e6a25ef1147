import { describe, expect, test } from 'vitest';
import { Paper } from '../../lib/paper';
import { readPapers } from '../../lib/sites';
import { htmlOf, savedPagesOf } from '../saved-pages';

// What is expected is computed from the HTML in another way than the adapter goes.

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const plain = (html: string) => (parse(html).body.textContent ?? '').replace(/\s+/g, ' ').trim();
const all = (html: string, pattern: RegExp) => Array.from(html.matchAll(pattern), (match) => match[1] ?? '');

const pages = savedPagesOf('PMLR');
const isThere = pages.length > 0;

describe.skipIf(!isThere)(
  `real pages of PMLR (${isThere ? 'present' : 'skipped: ../shared/pages is not here'})`,
  () => {
    test.each(pages)('$file: $entries entries, with slugs, titles, authors, forums and files', (page) => {
      const html = htmlOf(page);
      const papers = readPapers(parse(html), page.url);
      expect(papers).toHaveLength(page.entries);
      for (const paper of papers) expect(Paper.strict().parse(paper)).toEqual(paper);

      expect(papers.map(({ id }) => id)).toEqual(
        all(html, /href="https:\/\/proceedings\.mlr\.press\/(v\d+\/[\w-]+)\.html">abs</g).map((slug) => `pmlr:${slug}`),
      );
      expect(papers.map(({ title }) => title)).toEqual(all(html, /<p class="title">([\s\S]*?)<\/p>/g).map(plain));
      expect(papers.map(({ authors }) => authors)).toEqual(
        all(html, /<span class="authors">([\s\S]*?)<\/span>/g).map((names) => names.split(', ').map(plain)),
      );
      expect(papers.map(({ aliases }) => aliases)).toEqual(
        all(html, /href="https:\/\/openreview\.net\/forum\?id=([^"]+)" target/g).map((forum) => [
          `openreview:${forum}`,
        ]),
      );
      expect(papers.map(({ links }) => links?.pdf)).toEqual(all(html, /href="([^"]+\.pdf)" target/g));
      expect(papers.map(({ journalRef }) => journalRef)).toEqual(
        all(html, /<span class="info">([\s\S]*?)<\/span>/g).map(plain),
      );
      expect(new Set(papers.map(({ seen }) => seen?.list))).toEqual(new Set(all(html, /<h2>([^<]+)<\/h2>/g)));
    });
  },
);
