import { expect, test } from 'vitest';
import { placesOn, readPapers } from '../../../lib/sites';
import { arxiv } from '../../../lib/sites/arxiv';

const url = 'https://arxiv.org/list/cs.LG/new';

const open = (body: string): Document => new DOMParser().parseFromString(`<!doctype html>${body}`, 'text/html');

const pair = (number: number, id: string, more = '', between = '') =>
  `<dt><a name="item${number}">[${number}]</a> <a href ="/abs/${id}" title="Abstract">arXiv:${id}</a></dt>${between}
  <dd><div class="meta"><div class="list-title mathjax"><span class="descriptor">Title:</span> Title ${number}</div>${more}</div></dd>`;

test('an entry is found with something foreign between its halves', () => {
  const document = open(`<div id="dlpage"><dl>${pair(1, '2609.00001', '', '<div>foreign</div>')}</dl></div>`);
  expect(readPapers(document, url)).toMatchObject([{ id: 'arxiv:2609.00001', title: 'Title 1' }]);
});

test('an entry is made of both its halves', () => {
  const document = open(`<div id="dlpage"><dl>${pair(1, '2609.00001')}${pair(2, '2609.00002')}</dl></div>`);
  const parts = placesOn(document, arxiv).map(({ element, list }) => list.parts?.(element));
  const [dt, dd, nextDt, nextDd] = document.querySelectorAll('dt, dd');
  expect(parts).toEqual([
    [dt, dd],
    [nextDt, nextDd],
  ]);
});

test('half an entry is none', () => {
  const document = open(
    `<div id="dlpage"><dl><dt><a href="/abs/2609.00001">arXiv:2609.00001</a></dt>${pair(2, '2609.00002')}
    <dt>[3]</dt><dd><div class="list-title">Title: No number</div></dd></dl></div>`,
  );
  expect(readPapers(document, url).map(({ id }) => id)).toEqual(['arxiv:2609.00002']);
});

test('definition lists of other pages hold no entries', () => {
  const document = open(`<dl>${pair(1, '2609.00001')}</dl><dl id="glossary"><dt>Preprint</dt><dd>A paper</dd></dl>`);
  expect(placesOn(document, arxiv)).toEqual([]);
});

test.each([
  ['An Author', { authors: ['An Author'] }],
  ['One</a> (Somewhere), <a href="/a">Two', { authors: ['One', 'Two'] }],
  ['One</a>, <a href="/a">et al', {}],
  ['One</a>, <a href="/a">Two</a> et al. (1,204 additional authors not shown)<a>', { authorCount: 1206 }],
  [
    'One</a> <div hidden><a href="/a">Two</a></div> <a href="javascript:toggle()">(collapse list)',
    { authors: ['One', 'Two'] },
  ],
])('authors: %s', (names, expected) => {
  const document = open(
    `<div id="dlpage"><dl>${pair(1, '2609.00001', `<div class="list-authors"><a href="/a">${names}</a></div>`)}</dl></div>`,
  );
  const [paper] = readPapers(document, url);
  expect({ authors: paper?.authors, authorCount: paper?.authorCount }).toEqual({
    authors: undefined,
    authorCount: undefined,
    ...expected,
  });
});

test('the same paper on two days is two entries', () => {
  const document = open(
    `<div id="dlpage"><dl><h3>Wed, 2 Sep 2026</h3>${pair(1, '2609.00001')}</dl><dl><h3>Tue, 1 Sep 2026</h3>${pair(2, '2609.00001')}</dl></div>`,
  );
  expect(readPapers(document, url).map(({ id, seen }) => [id, seen?.date])).toEqual([
    ['arxiv:2609.00001', '2026-09-02'],
    ['arxiv:2609.00001', '2026-09-01'],
  ]);
});

test.each([
  ['[Submitted on 5 Jan 2024]', { published: '2024-01-05' }],
  ['[Submitted on 5 Jan 2024 (this version), latest version 7 Mar 2024 (v2)]', { published: '2024-01-05' }],
  [
    '[Submitted on 5 Jan 2024 (v1), last revised 7 Mar 2024 (this version, v2)]',
    { published: '2024-01-05', updated: '2024-03-07' },
  ],
  [
    '(Submitted on 5 Jan 2014 (v1), revised 7 Mar 2014 (this version, v2), latest version 1 Apr 2014 (v3))',
    { published: '2014-01-05', updated: '2014-03-07' },
  ],
])('dates: %s', (dateline, expected) => {
  const document = open(
    `<div id="abs"><div class="dateline">${dateline}</div><h1 class="title">Title:A Title</h1><span class="arxivid"><a href="/abs/2401.00001">arXiv:2401.00001</a></span></div>`,
  );
  const [paper] = readPapers(document, 'https://arxiv.org/abs/2401.00001');
  expect({ published: paper?.published, updated: paper?.updated }).toEqual({ updated: undefined, ...expected });
});

test.each(['one list', 'a list for each'])('long lists are read in linear time: %s', { timeout: 30_000 }, (kind) => {
  const between = kind === 'one list' ? '' : '</dl><dl>';
  const pairs = Array.from({ length: 1000 }, (_, n) => pair(n + 1, `2609.${10_000 + n}`)).join(between);
  const document = open(
    `<div id="dlpage"><h1>A List</h1><h3>New submissions for Wed, 2 Sep 26</h3><dl>${pairs}</dl></div>`,
  );
  const papers = readPapers(document, url);
  expect(papers).toHaveLength(1000);
  expect(papers.at(-1)).toMatchObject({ seen: { position: 1000, announcement: 'new', date: '2026-09-02' } });
});
