import { describe, expect, test } from 'vitest';
import { Paper } from '../../lib/paper';
import { readPapers } from '../../lib/sites';
import { htmlOf, savedPagesOf } from '../saved-pages';

// What is expected is computed from the HTML in another way than the adapter goes.

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const plain = (html: string) => (parse(html).body.textContent ?? '').replace(/\s+/g, ' ').trim();

const pages = savedPagesOf('CVF');
const isThere = pages.length > 0;

describe.skipIf(!isThere)(`real pages of CVF (${isThere ? 'present' : 'skipped: ../shared/pages is not here'})`, () => {
  test.each(pages)('$file: $entries entries, with paths, titles, authors, venues and files', (page) => {
    const html = htmlOf(page);
    const papers = readPapers(parse(html), page.url);
    expect(papers).toHaveLength(page.entries);
    for (const paper of papers) expect(Paper.strict().parse(paper)).toEqual(paper);

    const parts = html.split('<dt class="ptitle">').slice(1);
    const links = parts.map((part) => /<a href="([^"]+)\/html\/([^"]+)\.html">([\s\S]*?)<\/a>/.exec(part) ?? []);
    expect(papers.map(({ id }) => id)).toEqual(links.map(([, folder, name]) => `cvf:${folder}/${name}`));
    expect(papers.map(({ title }) => title)).toEqual(links.map(([, , , title]) => plain(title ?? '')));
    const authors = parts.map((part) =>
      Array.from(part.matchAll(/name="query" value="([^"]*)"/g), (match) => plain(match[1] ?? '')),
    );
    // The last entry was cut when the page was saved: its authors are not there.
    expect(papers.map((paper) => paper.authors)).toEqual(
      authors.map((names) => (names.length > 0 ? names : undefined)),
    );
    expect(papers.map((paper) => paper.links?.pdf)).toEqual(
      parts.map((part) => {
        const path = /<a href="([^"]+)">pdf<\/a>/.exec(part)?.[1];
        return path && `https://openaccess.thecvf.com/${path}`;
      }),
    );
    const dated = parts.map((part) => (part.includes('year = {2020}') ? '2020-06' : undefined));
    expect(papers.map((paper) => paper.published)).toEqual(dated);
    expect(papers.filter(({ venue }) => venue?.endsWith('(CVPR)'))).toHaveLength(dated.filter(Boolean).length);
  });

  // One scan of the page per entry would outlast the test's time.
  test('a list of 2,400 entries is read in linear time', () => {
    const [page] = pages;
    if (!page) return;
    const html = htmlOf(page);
    const list = /<dl>([\s\S]*)<dt class="ptitle">/.exec(html)?.[1] ?? '';
    const long = parse(html.replace(list, list.repeat(26)));
    const papers = readPapers(long, page.url);
    expect(papers.length).toBeGreaterThan(2400);
  });
});
