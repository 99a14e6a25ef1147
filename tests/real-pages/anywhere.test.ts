import { describe, expect, test } from 'vitest';
import { Paper } from '../../lib/paper';
import { placesOn, readPapers, readPlace } from '../../lib/sites';
import { anywhereOn } from '../../lib/sites/anywhere';
import { htmlOf, type SavedPage, savedPages, savedPagesOf } from '../saved-pages';

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

function open(page: SavedPage): { html: string; document: Document; papers: Paper[] } {
  const html = htmlOf(page);
  const document = parse(html);
  const site = anywhereOn(page.url);
  const places = placesOn(document, site);
  const papers = places.flatMap((place, index) => readPlace(place, site, page.url, index + 1) ?? []);
  return { html, document, papers };
}

function plain(html: string): string {
  return (parse(html).body.textContent ?? '').replace(/\s+/g, ' ').trim();
}

const isThere = savedPages.length > 0;
const pages = savedPagesOf('any page');

/** Pages of sites that have adapters of their own, with one entry for each paper of theirs. */
const lists = savedPages.filter(({ file }) =>
  /^(?:huggingface|cvf|pmlr|pubmed|openreview)\/|^arxiv\/(?!abs|search)/.test(file),
);

describe.skipIf(!isThere)(`any page (${isThere ? 'present' : 'skipped: ../shared/pages is not here'})`, () => {
  test.runIf(isThere)('a page without papers has none', () => {
    const page = pages.find(({ file }) => file.includes('hacker-news'));
    expect(page && open(page).papers).toEqual([]);
  });

  test.runIf(isThere)('a homepage has one entry for each block with an identifier or a PDF, in order', () => {
    const page = pages.find(({ file }) => file.includes('homepage')) as SavedPage;
    const { html, papers } = open(page);
    const blocks = html
      .split(/<div class="paper-item/)
      .slice(1)
      .map((block) => block.split(/<div class="(?:section|news)|<h2/)[0] ?? '');
    expect(blocks).toHaveLength(page.entries);
    // Two of them have neither: no link to the paper at all, and slides only.
    const known = blocks.filter((block) => /arxiv\.org\/|openreview\.net\/|\/10\.\d{4}/.test(block));
    expect(known).toHaveLength(page.entries - 2);
    expect(papers.map(({ title }) => title)).toEqual(
      known.map((block) => plain(/class="paper-title">([\s\S]*?)<\/div>/.exec(block)?.[1] ?? '')),
    );
    expect(papers.map(({ id, aliases = [] }) => [id, ...aliases].length)).toEqual(
      known.map(
        (block) =>
          new Set(block.match(/arxiv\.org\/\w+\/[\d.]+|openreview\.net\/\w+\?id=[\w-]+|10\.1007\/[\w-]+/g)).size,
      ),
    );
    for (const paper of papers) expect(Paper.strict().parse(paper)).toEqual(paper);
  });

  test.each(lists)('$file: by its links, $entries papers', (page) => {
    const { document, papers } = open(page);
    expect(papers).toHaveLength(page.entries);
    expect(new Set(papers.map(({ id }) => id)).size).toBe(page.entries);
    for (const paper of papers) expect(Paper.strict().parse(paper)).toEqual(paper);
    // The adapters know more, but of the same papers, under the same titles.
    const known = readPapers(document, page.url);
    const names = known.map(({ id, aliases = [] }) => [id, ...aliases]);
    const shared = papers.filter(({ id, aliases = [] }, index) =>
      [id, ...aliases].some((name) => names[index]?.includes(name)),
    );
    const titled = papers.filter(({ title }, index) => title === known[index]?.title);
    if (known.length > 0) expect([shared.length, titled.length >= 0.95 * papers.length]).toEqual([papers.length, true]);
  });
});
