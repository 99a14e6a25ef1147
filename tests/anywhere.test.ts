import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Paper } from '../lib/paper';
import { type Place, placesOn, readPlace } from '../lib/sites';
import { anywhereOn, isFullOfPapers } from '../lib/sites/anywhere';
import type { Site } from '../lib/sites/site';

const folder = join(import.meta.dirname, 'fixtures/anywhere');
const fixtures = readdirSync(folder).filter((file) => file.endsWith('.html'));

interface Open {
  url: string;
  document: Document;
  site: Site;
  places: Place[];
  papers: Paper[];
}

function open(file: string): Open {
  const html = readFileSync(join(folder, file), 'utf8');
  const { url } = JSON.parse(/^<!-- (\{.*\}) -->/.exec(html)?.[1] ?? '{}');
  return { url, ...read(html, url) };
}

function read(html: string, url = 'https://page.example/'): Omit<Open, 'url'> {
  const document = new DOMParser().parseFromString(html, 'text/html');
  const site = anywhereOn(url);
  const places = placesOn(document, site);
  const papers = places.flatMap((place, index) => readPlace(place, site, url, index + 1) ?? []);
  return { document, site, places, papers };
}

describe('fixtures', () => {
  test.each(fixtures)('%s', async (file) => {
    const { papers, document } = open(file);
    for (const paper of papers) expect(Paper.strict().parse(paper)).toEqual(paper);
    expect(JSON.stringify(papers)).not.toMatch(/2609\.0999/);
    const html = readFileSync(join(folder, file), 'utf8');
    expect(document.documentElement.outerHTML).toBe(
      new DOMParser().parseFromString(html, 'text/html').documentElement.outerHTML,
    );
    // Update with `vitest -u`, and read the change. In CI a missing file is an error.
    await expect(`${JSON.stringify(papers, null, 2)}\n`).toMatchFileSnapshot(
      join(folder, file.replace(/\.html$/, '.json')),
    );
  });

  test.each(fixtures)('%s has an anchor of its own for every entry', (file) => {
    const { places, papers } = open(file);
    const anchors = places.map(({ element, list }) => list.anchor(element));
    expect(anchors).not.toContain(null);
    expect(new Set(anchors).size).toBe(places.length);
    expect(papers).toHaveLength(places.length);
  });

  test.each(fixtures)('%s is the same after the controls came', (file) => {
    const { document, site, places, papers, url } = open(file);
    for (const { element, list } of places) {
      const anchor = list.anchor(element);
      const host = document.createElement('papergloss-entry');
      if (list.controls === 'inside') anchor?.append(host);
      else anchor?.after(host);
    }
    const again = placesOn(document, site);
    expect(again.map(({ element }) => element)).toEqual(places.map(({ element }) => element));
    expect(again.map(({ element, list }) => list.anchor(element)?.outerHTML)).toEqual(
      places.map(({ element, list }) => list.anchor(element)?.outerHTML),
    );
    expect(again.flatMap((place, index) => readPlace(place, site, url, index + 1) ?? [])).toEqual(papers);
  });
});

const arxiv = (number: number, label: string): string =>
  `<a href="https://arxiv.org/abs/2609.0000${number}">${label}</a>`;
const doi = (name: string, label: string): string => `<a href="https://doi.org/10.5555/${name}">${label}</a>`;

/** Each paper with its other names, in one line. */
const papersIn = (html: string): string[] =>
  read(html).papers.map(({ id, aliases = [], title }) => `${[id, ...aliases].join(' = ')}: ${title}`);

describe('which identifiers are of one paper', () => {
  test.each([
    ['labels beside a title', `<li>Margins matter. [${arxiv(1, 'arXiv')}] [${doi('m', 'DOI')}]</li>`],
    ['a label behind a linked title', `<li>${arxiv(1, 'Margins matter')} (${doi('m', 'Journal of Marginalia')})</li>`],
    [
      'in cells of a row',
      `<table><tr><td>Margins matter</td><td>${arxiv(1, 'link')}</td><td>${doi('m', 'doi')}</td></tr></table>`,
    ],
    ['in words', '<li>A. Margin. Margins matter. Preprint at arXiv:2609.00001, doi:10.5555/m</li>'],
    [
      'in a paragraph that is a reference',
      `<p>Ada Margin. Margins matter. ${arxiv(1, 'arXiv')}, ${doi('m', 'DOI')}</p>`,
    ],
  ])('one: %s', (_, html) => {
    expect(papersIn(html)).toEqual(['arxiv:2609.00001 = doi:10.5555/m: Margins matter']);
  });

  test.each([
    ['two of one scheme', `<li>${arxiv(1, 'arXiv')} ${arxiv(2, 'arXiv')}</li>`, 2],
    [
      'two of one scheme, and one of another',
      `<li>${arxiv(1, 'arXiv')} ${arxiv(2, 'arXiv')} ${doi('m', 'DOI')}</li>`,
      3,
    ],
    ['two linked titles', `<li>${arxiv(1, 'Margins matter')} and ${doi('m', 'A survey of ink')}</li>`, 2],
    ['in sentences', `<p>In ${arxiv(1, 'Margins matter')} we learn more than in this ${doi('m', 'paper')}.</p>`, 2],
    [
      'in a sentence of an item',
      `<li>We like ${arxiv(1, 'Margins matter')}, and for the theory the work of Sand (${doi('m', 'DOI')})</li>`,
      2,
    ],
    ['one that it speaks of', `<li>${arxiv(1, 'Margins matter')} (see also ${doi('m', 'this paper')})</li>`, 2],
    ['one that it answers', `<li>${arxiv(1, 'Margins matter')}: reproduces the ${doi('m', 'Nature paper')}</li>`, 2],
    [
      'a title that begins as a journal',
      `<p>${arxiv(1, 'Margins matter')}, ${doi('m', 'Cell-free margins versus small cells')}</p>`,
      2,
    ],
    [
      'in two paragraphs',
      `<div class="a"><p>One thing. [${arxiv(1, 'arXiv')}]</p><p>Another. [${doi('m', 'DOI')}]</p></div>`,
      2,
    ],
    [
      'in cells of their own',
      `<table><tr><td>${arxiv(1, 'Margins matter')}</td><td>${doi('m', 'A survey of ink')}</td></tr></table>`,
      2,
    ],
    [
      'lines of their own',
      `<p>Margins matter. ${arxiv(1, 'arXiv')}<br>A survey of ink. ${doi('m', 'DOI')}<br>${arxiv(2, 'pdf')}</p>`,
      3,
    ],
  ])('not: %s', (_, html, count) => {
    const { papers } = read(html);
    expect(papers.map(({ aliases }) => aliases)).toEqual(Array(count).fill(undefined));
    expect(new Set(papers.map(({ id }) => id)).size).toBe(count);
  });
});

test('a link through Google is one to where it leads', () => {
  const through = (address: string) => `<a href="https://www.google.com/url?q=${encodeURIComponent(address)}&sa=D">`;
  expect(papersIn(`<li>${through('https://arxiv.org/abs/2609.00001')}Margins matter</a></li>`)).toEqual([
    'arxiv:2609.00001: Margins matter',
  ]);
});

describe('titles', () => {
  test.each([
    [`<li>${arxiv(1, '<b>1. Margins matter</b> ⭐')} -</li>`, 'Margins matter'],
    [`<li>[ICML'26] <b>Margins matter for all readers</b> ${arxiv(1, '[pdf]')}</li>`, 'Margins matter for all readers'],
    [`<li>${arxiv(1, '[PDF]')} Margins matter for all readers. Ada Margin</li>`, 'Margins matter for all readers'],
    [`<li>Ada Margin, Cleo Sand, “Margins matter,” 2026. ${doi('m', 'doi')}</li>`, 'Margins matter'],
    [`<h3>Margins matter</h3><p>${arxiv(1, 'arXiv')}</p>`, 'Margins matter'],
    [`<h3>Margins matter</h3><p>${arxiv(1, 'arXiv')}</p><h3>Ink</h3>`, 'Margins matter'],
    [`<h3>Publications</h3><p>${arxiv(1, 'arXiv')}</p>`, 'arXiv:2609.00001'],
    [`<h3>Old inks</h3><p>${arxiv(1, 'arXiv')}</p><p>${arxiv(1, 'pdf')}</p>`, 'arXiv:2609.00001'],
    [`<p>As they say in ${arxiv(1, 'a paper')}, it matters.</p>`, 'arXiv:2609.00001'],
    [`<li>${arxiv(1, 'https://arxiv.org/abs/2609.00001')}</li>`, 'arXiv:2609.00001'],
    [
      `<p>See <cite>Margins matter for all readers</cite>, ${doi('m', '10.5555/m')}.</p>`,
      'Margins matter for all readers',
    ],
  ])('%s', (html, title) => {
    expect(read(html).papers[0]?.title).toBe(title);
  });
});

describe('a page that changes', () => {
  test('is read as it is now', () => {
    const { document, site } = read(`<ul><li>${arxiv(1, 'Margins matter')}</li><li>${arxiv(2, 'Ink')}</li></ul>`);
    const now = () =>
      placesOn(document, site).map((place, index) => {
        const { id, title } = readPlace(place, site, 'https://page.example/', index + 1) ?? {};
        return `${id} ${title}`;
      });
    const [first, second] = Array.from(document.querySelectorAll('a'));
    first?.setAttribute('href', 'https://arxiv.org/abs/2609.00003');
    expect(now()).toEqual(['arxiv:2609.00003 Margins matter', 'arxiv:2609.00002 Ink']);
    if (second) second.textContent = 'Vellum';
    expect(now()).toEqual(['arxiv:2609.00003 Margins matter', 'arxiv:2609.00002 Vellum']);
    second?.closest('li')?.remove();
    expect(now()).toEqual(['arxiv:2609.00003 Margins matter']);
    document
      .querySelector('li')
      ?.after(Object.assign(document.createElement('li'), { textContent: 'arXiv:2609.00009' }));
    expect(now()).toHaveLength(2);
  });

  test('is about a paper as long as its heading says so', () => {
    const head = '<meta name="citation_title" content="Margins Matter"><meta name="citation_doi" content="10.5555/m">';
    expect(papersIn(`${head}<h1>Margins matter</h1><p>${doi('m', 'doi')}</p>`)).toEqual([
      'doi:10.5555/m: Margins Matter',
    ]);
    expect(papersIn(`${head}<h1>A survey of ink</h1>`)).toEqual([]);
  });
});

test('a page full of papers is known by its links', () => {
  const list = (count: number) =>
    Array.from({ length: count }, (_, n) => `<li>${arxiv(n, `Paper ${n}`)}</li>`).join('');
  const isFull = (html: string) => isFullOfPapers(read(html).document);
  expect(isFull(`<ul>${list(5)}</ul>`)).toBe(true);
  expect(isFull(`<ul>${list(4)}${list(4)}</ul>`)).toBe(false);
  expect(isFull(`<nav>${list(9)}</nav><aside>${list(9)}</aside><footer>${list(9)}</footer>`)).toBe(false);
});

test('3,000 papers are 3,000 entries, and hostile pages end', () => {
  const many = Array.from(
    { length: 3000 },
    (_, n) => `<li>Paper ${n} <a href="https://arxiv.org/abs/2609.${n + 10_000}">pdf</a></li>`,
  );
  expect(read(`<ul>${many.join('')}</ul>`).papers).toHaveLength(3000);
  const signs = [
    '"',
    '(',
    '[',
    '- ',
    '1. ',
    'A. ',
    'Aa, ',
    '“',
    'arXiv:',
    '10.5555/',
    '\n',
    ' ',
    ' a ',
    'x\n',
    '<b>',
    '<div>',
  ];
  for (const sign of signs) {
    const long = sign.repeat(sign.startsWith('<') ? 300 : 20_000);
    expect(
      read(`<li>${long} ${arxiv(1, 'pdf')} ${long}</li><p>${long}x${arxiv(2, long)}</p>`).papers.length,
    ).toBeGreaterThan(0);
  }
});
