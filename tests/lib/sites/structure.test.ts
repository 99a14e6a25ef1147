import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Paper } from '../../../lib/paper';
import { structureOf } from '../../../lib/sites/structure';

const folder = join(import.meta.dirname, '../../fixtures/anywhere');
const fixtures = readdirSync(folder).filter((file) => file.endsWith('.html'));

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

/** Words of pages that are also names of elements, classes and attributes. */
function namesIn(html: string): Set<string> {
  const names = html
    .match(/<[a-z][^>]*>/gi)
    ?.join(' ')
    .replace(/(?:href|title|alt|content|value|id|data-props)=("[^"]*"|'[^']*'|\S+)/gi, '');
  return new Set((names ?? '').toLowerCase().match(/[a-z]+/g));
}

describe('the structure of a page', () => {
  test.each(fixtures)('of %s has nothing of what it says', (file) => {
    const html = readFileSync(join(folder, file), 'utf8');
    const page = parse(html);
    const structure = structureOf(page);
    expect(structure.length).toBeLessThanOrEqual(10_000);
    const names = namesIn(html);
    const said = new Set((page.documentElement.textContent ?? '').toLowerCase().match(/\p{L}{4,}/gu));
    const shown = structure.replace(/^page .*/, '').replace(/ -> \S+(?: <\w+>)?/g, '');
    expect(
      (shown.toLowerCase().match(/\p{L}{4,}/gu) ?? []).filter((word) => said.has(word) && !names.has(word)),
    ).toEqual([]);
    // Of an address, what is in no title and no name.
    const paths = Array.from(structure.matchAll(/(?:^page|->) [^/\s]*(\S+)/gm), ([, path]) => path).join(' ');
    const readings = readFileSync(join(folder, file.replace(/html$/, 'json')), 'utf8');
    const read: Paper[] = JSON.parse(readings);
    const words = new Set(
      read.flatMap(
        ({ title, authors = [] }) =>
          [title, ...authors]
            .join(' ')
            .toLowerCase()
            .match(/\p{L}{5,}/gu) ?? [],
      ),
    );
    expect((paths.match(/\p{L}{5,}/gu) ?? []).filter((word) => words.has(word) && word !== 'paper')).toEqual([]);
    expect(structure).not.toMatch(/\d{2}\.\d|10\.\d{4}|@/);
  });

  test('is what one needs to see what has changed', () => {
    const page =
      parse(`<body><nav><a href="/">Home</a></nav><main class="results page-3"><ul class="papers" id="ada-42">
      <li class="row" data-testid="paper-row-17" data-user="ada"><h3 class="css-1x2y"><a href="https://arxiv.org/abs/2609.00001?user=ada" title="Margins">Margins Matter</a></h3>
        <a rel="author nofollow" href="https://ada.example/~ada">Ada</a> <time datetime="2026-09-01">1 Sep</time></li>
      <li class="row"><h3><a href="https://arxiv.org/abs/2609.00002">A Survey of Ink</a></h3>
        <a href="https://www.semanticscholar.org/paper/A-Survey-of-Ink/0123456789abcdef0123456789abcdef01234567">S2</a></li></ul></main>`);
    expect(structureOf(page)).toMatchInlineSnapshot(`
      "page localhost:3000/
      way html > body > main.results.page-0 > ul.papers
      block
        li.row [data-testid=paper-row-0 data-user]
          h3.css-0x0y
            a [href title] -> arxiv.org/abs/0.0? <arxiv> "14"
          a [rel href] -> (elsewhere)/~a "3"
          time [datetime] "5"
      block
        li.row
          h3
            a [href] -> arxiv.org/abs/0.0 <arxiv> "15"
          a [href] -> www.semanticscholar.org/paper/a-a-a-a/a0 <s2> "2"
      "
    `);
  });

  test('of nothing is short, and of a monster not long', () => {
    expect(structureOf(parse(''))).toContain('way html');
    const deep = `${'<div class="a b c">'.repeat(400)}<a href="https://arxiv.org/abs/2609.00001">x</a>`;
    expect(structureOf(parse(deep)).length).toBeLessThanOrEqual(10_000);
    const wide = `<li><a href="https://arxiv.org/abs/2609.00001">x</a>${'<b class="some-long-class-name">y</b>'.repeat(5000)}</li>`;
    expect(structureOf(parse(wide)).length).toBeLessThanOrEqual(10_000);
  });
});
