import { describe, expect, test } from 'vitest';
import { Paper } from '../lib/paper';
import { readPapers } from '../lib/sites';
import { htmlOf, type SavedPage, savedPagesOf } from './saved-pages';

// What is expected is computed from the HTML in another way than the adapters go.

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

function open(page: SavedPage): { html: string; papers: Paper[] } {
  const html = htmlOf(page);
  return { html, papers: readPapers(parse(html), page.url) };
}

function all(html: string, pattern: RegExp): string[] {
  return Array.from(html.matchAll(pattern), (match) => match[1] ?? '');
}

/** The text of a piece of HTML, without its tags. */
function plain(html: string): string {
  return (parse(html).body.textContent ?? '').replace(/\s+/g, ' ').trim();
}

const savedPages = savedPagesOf('Hugging Face', 'arXiv');
const lists = savedPages.filter(({ file }) => /arxiv\/(list|author|catchup|find)/.test(file));
const searches = savedPages.filter(({ file }) => /arxiv\/search/.test(file));
const daily = savedPages.filter(({ file }) => /huggingface\//.test(file));

const isThere = savedPages.length > 0;

describe.skipIf(!isThere)(`real pages (${isThere ? 'present' : 'skipped: ../shared/pages is not here'})`, () => {
  test.each(savedPages)('$file: $entries entries, each of them valid', (page) => {
    const { papers } = open(page);
    expect(papers).toHaveLength(page.entries);
    for (const paper of papers) {
      expect(Paper.strict().parse(paper)).toEqual(paper);
      expect(paper.id).toMatch(/^arxiv:(\d{4}\.\d{4,5}|[a-z]+(-[a-z]+)?\/\d{7})$/);
      expect(paper.title).not.toMatch(/^Title:|\s{2}|\n/);
      expect(paper.abstract ?? '').not.toMatch(/^Abstract:|△|▽/);
      expect(paper.seen).toMatchObject({ site: page.site, url: page.url });
    }
    expect(new Set(papers.map(({ id }) => id)).size).toBe(papers.length);
    const positions = papers.map((paper) => paper.seen?.position ?? 0);
    expect(positions).toEqual(positions.toSorted((a, b) => a - b));
  });

  test.each(lists)('$file: numbers, titles, authors and announcements', (page) => {
    const { html, papers } = open(page);
    expect(papers.map(({ id }) => id)).toEqual(
      all(html, /<a href ?="\/abs\/([^"]+)" title="Abstract"/g).map((id) => `arxiv:${id}`),
    );
    expect(papers.map(({ title }) => title)).toEqual(
      all(
        html,
        /class=['"]list-title mathjax['"]>\s*<span class=['"]descriptor['"]>Title:<\/span>([\s\S]*?)<\/div>/g,
      ).map(plain),
    );
    const authors = all(html, /class=['"]list-authors['"]>([\s\S]*?)<\/div>/g).map((list) =>
      all(list, />([^<]+)<\/a>/g).map(plain),
    );
    // Who writes "et al" has not written all of them.
    expect(papers.map((paper) => paper.authors)).toEqual(
      authors.map((names) => (names.includes('et al') ? undefined : names)),
    );
    const announcements = papers.map((paper) => paper.seen?.announcement);
    expect(announcements.filter((kind) => kind === 'cross-list')).toHaveLength(
      html.split('(cross-list from').length - 1,
    );
    expect(announcements.filter((kind) => kind === 'replacement')).toHaveLength(html.split('(replaced)').length - 1);
    expect(papers.filter((paper) => paper.comments)).toHaveLength(html.split('>Comments:<').length - 1);
    expect(papers.filter((paper) => paper.journalRef)).toHaveLength(html.split('>Journal-ref:<').length - 1);
    expect(papers.filter((paper) => paper.abstract)).toHaveLength(
      /<p class=['"]mathjax/.test(html) ? papers.length : 0,
    );
    expect(papers.every((paper) => paper.subjects && paper.links?.pdf)).toBe(true);
  });

  test.each(searches)('$file: numbers, versions, DOIs, authors and abstracts', (page) => {
    const { html, papers } = open(page);
    expect(papers.map(({ id, version }) => `${id}${version ? `v${version}` : ''}`)).toEqual(
      all(html, /<p class="list-title[^>]*><a href="https:\/\/arxiv\.org\/abs\/([^"]+)"/g).map((id) => `arxiv:${id}`),
    );
    expect(papers.map(({ title }) => title)).toEqual(
      all(html, /<p class="title is-5 mathjax">([\s\S]*?)<\/p>/g).map(plain),
    );
    expect(papers.flatMap(({ aliases = [] }) => aliases)).toEqual(
      all(html, /href="https:\/\/doi\.org\/([^"]+)"/g).flatMap((dois) =>
        plain(dois)
          .toLowerCase()
          .split(' ')
          .map((doi) => `doi:${doi}`),
      ),
    );
    expect(papers.map(({ authors }) => authors)).toEqual(
      all(html, /<p class="authors">([\s\S]*?)<\/p>/g).map((list) => all(list, />([^<]+)<\/a>/g).map(plain)),
    );
    expect(papers.map(({ abstract }) => abstract)).toEqual(
      all(html, /<span class="abstract-full[^>]*>([\s\S]*?)<a class="is-size-7"/g).map(plain),
    );
    expect(papers.every(({ published, subjects }) => published && subjects)).toBe(true);
  });

  test.each(daily)('$file: numbers, titles, votes, and what the embedded data know', (page) => {
    const { html, papers } = open(page);
    expect(papers.map(({ id }) => id)).toEqual(
      all(html, /<h3[^>]*><a [^>]*href="\/papers\/([^"#]+)"/g).map((id) => `arxiv:${id}`),
    );
    expect(papers.map(({ title }) => title)).toEqual(all(html, /<h3[^>]*>([\s\S]*?)<\/h3>/g).map(plain));
    expect(papers.map((paper) => paper.seen?.counts?.upvotes)).toEqual(
      all(html, /<div class="leading-none">(\d+)<\/div>/g).map(Number),
    );
    const counts = all(html, /(\d+) authors\b/g).map(Number);
    expect(papers.flatMap(({ authorCount = [] }) => authorCount)).toEqual(counts);

    const props = JSON.parse(
      plain(/data-target="DailyPapers" data-props="([^"]*)"/.exec(html)?.[1] ?? '').replace(/^$/, '{}'),
    );
    const items: { paper: { id: string; authors?: { name: string }[]; summary?: string; publishedAt?: string } }[] = [
      ...(props.dailyPapers ?? []),
      ...(props.searchResults ?? []),
    ];
    const embedded = new Map(items.map(({ paper }) => [`arxiv:${paper.id}`, paper]));
    for (const paper of papers) {
      const known = embedded.get(paper.id);
      const names = known?.authors?.map(({ name }) => name) ?? [];
      expect(paper.authors).toEqual(names.length > 0 ? names : undefined);
      if (known?.summary) expect(paper.abstract).toBe(plain(known.summary.replaceAll('<', '&lt;')));
      if (known?.publishedAt) expect(paper.published).toBe(known.publishedAt);
    }
  });

  test.runIf(isThere)('known facts of single pages', () => {
    const read = (file: string) => open(savedPages.find((page) => page.file === file) as SavedPage).papers;
    const [first] = read('huggingface/daily-2024-08-01.html');
    expect(first).toMatchObject({
      id: 'arxiv:2407.21783',
      authorCount: 533,
      seen: { date: '2024-08-01', position: 1 },
    });
    expect(first?.authors).toHaveLength(533);
    expect(read('huggingface/daily-2026-09-28.excerpt.html')[0]).toMatchObject({
      seen: { date: '2026-09-28', list: 'Daily Papers', counts: { upvotes: 110, comments: 2, stars: 12 } },
    });
    const searched = read('huggingface/search.constructed.html');
    expect(searched.filter(({ organization }) => organization)).toHaveLength(3);
    expect(searched.every(({ abstract, seen }) => abstract && !seen?.date)).toBe(true);
    // A day without a year is no date.
    expect(searched[0]?.published).toBeUndefined();
    expect(searched[1]?.published).toBe('2023-05-18');

    expect(read('arxiv/abs.rendered.html')[0]).toMatchObject({
      id: 'arxiv:0704.0026',
      version: 1,
      published: '2026-06-26',
    });
    expect(read('arxiv/list-new-2026-09-22.excerpt.html').map(({ seen }) => seen?.position)).toEqual([
      1, 2, 3, 100, 101,
    ]);
    expect(read('arxiv/list-new.rendered.html').every(({ seen }) => seen?.date === '2026-06-29')).toBe(true);
    expect(new Set(read('arxiv/list-recent.rendered.html').map(({ seen }) => seen?.date))).toEqual(
      new Set(['2026-06-29', '2026-06-26']),
    );
    expect(read('arxiv/catchup.rendered.html')[0]?.seen?.date).toBe('2026-06-26');
  });
});
