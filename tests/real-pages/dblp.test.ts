import { describe, expect, test } from 'vitest';
import { Paper } from '../../lib/paper';
import { readPapers } from '../../lib/sites';
import { htmlOf, savedPagesOf } from '../saved-pages';

// What is expected is computed from the HTML in another way than the adapter goes.

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const plain = (html: string) => (parse(html).body.textContent ?? '').replace(/\s+/g, ' ').trim();
const all = (html: string, pattern: RegExp) => Array.from(html.matchAll(pattern), (match) => match[1] ?? '');

const pages = savedPagesOf('DBLP');
const isThere = pages.length > 0;

describe.skipIf(!isThere)(
  `real pages of DBLP (${isThere ? 'present' : 'skipped: ../shared/pages is not here'})`,
  () => {
    test.each(pages)('$file: $entries entries, with records, titles, authors, editions, venues and years', (page) => {
      const html = htmlOf(page);
      const papers = readPapers(parse(html), page.url);
      expect(papers).toHaveLength(page.entries);
      for (const paper of papers) expect(Paper.strict().parse(paper)).toEqual(paper);

      const entries = html.split(/<li class="entry /).slice(1);
      const keys = entries.map((entry) => /^[^>]* id="([^"]+)"/.exec(entry)?.[1] ?? '');
      expect(papers.map(({ id }) => id)).toEqual(
        keys.map((key) => key.replace(/^journals\/corr\/abs-(\d{4})-/, 'arxiv:$1.').replace(/^(?!arxiv:)/, 'dblp:')),
      );
      expect(papers.filter(({ id }) => id.startsWith('arxiv:'))).not.toEqual([]);
      expect(papers.map(({ title }) => title)).toEqual(
        entries.map((entry) =>
          plain(/class="title"[^>]*>([\s\S]*?)<\/span>/.exec(entry)?.[1] ?? '').replace(/\.$/, ''),
        ),
      );
      const cites = entries.map((entry) => /<cite[\s\S]*?<\/cite>/.exec(entry)?.[0] ?? '');
      expect(papers.map(({ authors }) => authors)).toEqual(
        cites.map((cite) => plain(/^([\s\S]*?):<br>/.exec(cite)?.[1] ?? '').split(', ')),
      );
      const dois = entries.map((entry) => /class="ee"><a\s+href="https:\/\/doi\.org\/([^"]+)"/.exec(entry)?.[1] ?? '');
      expect(papers.map(({ aliases = [] }) => aliases)).toEqual(
        dois.map((doi) => (/^$|arxiv/i.test(doi) ? [] : [`doi:${doi.toLowerCase()}`])),
      );
      expect(papers.map(({ published }) => published)).toEqual(
        cites.map((cite) => all(cite, /itemprop="datePublished">(\d{4})</g)[0]),
      );
      const references = cites.map((cite) => plain(cite.split(/class="title"[\s\S]*?<\/span>/)[1] ?? ''));
      expect(papers.map(({ journalRef, venue }) => journalRef ?? venue)).toEqual(
        references.map((reference) => (reference.startsWith('CoRR') ? 'CoRR' : reference)),
      );
      expect(new Set(papers.map(({ seen }) => seen?.list))).toEqual(new Set(['calefato']));
      expect(papers.map(({ seen }) => seen?.section)).toEqual(papers.map(({ published }) => published));
    });
  },
);
