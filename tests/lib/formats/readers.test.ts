/** Files as other programs write them. */
import { expect, test } from 'vitest';
import { readFile } from '../../../lib/formats/detect';
import { problemWords } from '../../../lib/formats/problem-words';
import type { FileRead } from '../../../lib/formats/whole-paper';

const now = 1_790_000_000_000;

function read(text: string | Uint8Array, name = 'file'): FileRead {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return readFile(bytes, name, { words: problemWords(), now });
}

const papersIn = (text: string, name?: string) => {
  const { papers, unreadable } = read(text, name);
  expect(unreadable).toEqual([]);
  return papers;
};

test('BibTeX: of arXiv, of Google Scholar, of DBLP, of ACM', () => {
  const papers = papersIn(String.raw`
@misc{vaswani2023attentionneed,
      title={Attention Is All You Need},
      author={Ashish Vaswani and Noam Shazeer},
      year={2023},
      eprint={1706.03762},
      archivePrefix={arXiv},
      primaryClass={cs.CL},
      url={https://arxiv.org/abs/1706.03762},
}
@article{brown2020language,
  title={Language models are few-shot learners},
  author={Brown, Tom and Mann, Benjamin and others},
  journal={arXiv preprint arXiv:2005.14165},
  year={2020}
}
@article{DBLP:journals/corr/KingmaB14,
  author       = {Diederik P. Kingma and Jimmy Ba},
  title        = {Adam: {A} Method for Stochastic
                  Optimization},
  journal      = {CoRR},
  volume       = {abs/1412.6980},
  year         = {2014},
  url          = {http://arxiv.org/abs/1412.6980},
  biburl       = {https://dblp.org/rec/journals/corr/KingmaB14.bib},
}
@inproceedings{10.1145/3292500.3330701,
author = {Akiba, Takuya and K{\"o}nig, J\'er\^ome and {van der Berg}, Ada and M{\"u}ller, Jr., Bj\"orn and {The {ATLAS} Collaboration}},
title = {Optuna: 50\% {\&} more -- in $O(n^2)$},
year = {2019}, month = jul, isbn = {9781450362016},
url = {https://doi.org/10.1145/3292500.3330701},
doi = {10.1145/3292500.3330701},
booktitle = {Proceedings of the 25th ACM SIGKDD International Conference},
pages = {2623--2631}, keywords = {search, {a, b}; c},
annote = "My {own} words"
}`);
  expect(papers.map(({ paper }) => paper.id)).toEqual([
    'arxiv:1706.03762',
    'arxiv:2005.14165',
    'arxiv:1412.6980',
    'doi:10.1145/3292500.3330701',
  ]);
  expect(papers[0]?.paper).toMatchObject({
    authors: ['Ashish Vaswani', 'Noam Shazeer'],
    published: '2023',
    subjects: ['cs.CL'],
  });
  expect(papers[1]?.paper.venue).toBeUndefined();
  expect(papers[2]?.paper).toMatchObject({ title: 'Adam: A Method for Stochastic Optimization' });
  expect(papers[2]?.paper.venue).toBeUndefined();
  expect(papers[2]?.ids).toContain('dblp:journals/corr/KingmaB14');
  expect(papers[3]).toMatchObject({
    paper: {
      title: 'Optuna: 50% & more – in $O(n^2)$',
      authors: ['Takuya Akiba', 'Jérôme König', 'Ada van der Berg', 'Björn Müller Jr.', 'The ATLAS Collaboration'],
      published: '2019-07',
      venue: 'Proceedings of the 25th ACM SIGKDD International Conference',
    },
    note: { text: 'My own words' },
    tags: [{ name: 'search' }, { name: 'a, b; c' }],
    savedAt: now,
  });
});

test('BibTeX: strings, joined values, comments, other brackets, what is between entries', () => {
  const papers = papersIn(`% a remark @ home
@comment{jabref-meta: groups: @article{no, title={Not me}}}
@string{neurips = "NeurIPS"}
@preamble{"\\newcommand{\\x}{y}"}
@ARTICLE(one, Title = "Margins " # {Matter}, journal = neurips # { 2023}, year = 2023, month = "March", DOI = "10.1000/1")
Loose words.
@misc{two, title = {No comma at the end}, url = {https://example.org/a_b~c}}`);
  expect(papers.map(({ paper }) => [paper.id, paper.title, paper.venue, paper.published])).toEqual([
    ['doi:10.1000/1', 'Margins Matter', 'NeurIPS 2023', '2023-03'],
    ['web:example.org/a_b~c', 'No comma at the end', undefined, undefined],
  ]);
});

test('an entry without any identifier is the same paper each time, and another than its neighbours', () => {
  const file =
    '@book{a, title={Margins}, author={Ada Margin}, year=1999}\n@book{b, title={Margins}, author={Ada Margin}, year=2001}';
  const [first, second] = papersIn(file);
  expect(first?.paper.id).toMatch(/^entry:[\da-f-]{36}$/);
  expect(first?.paper.id).not.toBe(second?.paper.id);
  expect(papersIn(file)).toEqual([first, second]);
});

test('RIS: of Zotero and of publishers, with lines that go on', () => {
  const papers = papersIn(
    [
      'TY  - JOUR',
      'TI  - Margins',
      'AU  - Margin, Ada',
      'AU  - King, Martin, Jr.',
      'T2  - Nature',
      'DA  - 2021/03/05/',
      'PY  - 2021',
      'VL  - 599',
      'SP  - 42',
      'EP  - 49',
      'DO  - 10.1038/s41586-021-1',
      'AB  - One',
      'and two.',
      'KW  - deep',
      'KW  - learning',
      'N1  - First',
      '',
      'still first',
      'N1  - Second',
      'ER  - ',
      '',
      'TY  - CONF',
      'T1  - Other',
      'A1  - Müller, B.',
      'Y1  - 2020///',
      'UR  - https://arxiv.org/abs/2005.14165v2',
      'ER  -',
    ].join('\r\n'),
  );
  expect(papers).toMatchObject([
    {
      paper: {
        id: 'doi:10.1038/s41586-021-1',
        authors: ['Ada Margin', 'Martin King Jr.'],
        venue: 'Nature',
        journalRef: 'Nature 599, 42–49',
        published: '2021-03-05',
        abstract: 'One\nand two.',
      },
      tags: [{ name: 'deep' }, { name: 'learning' }],
      note: { text: 'First\n\nstill first\n\nSecond' },
    },
    { paper: { id: 'arxiv:2005.14165', title: 'Other', authors: ['B. Müller'], published: '2020' } },
  ]);
});

test('CSL-JSON of Zotero: what is in “Extra” is no note', () => {
  const papers = papersIn(
    JSON.stringify([
      {
        id: 'http://zotero.org/users/1/items/A',
        type: 'article',
        title: 'A <i>Margin</i>',
        genre: 'preprint',
        number: 'arXiv:1706.03762',
        author: [
          { family: 'Berg', given: 'Ada', 'non-dropping-particle': 'van der' },
          { literal: 'OpenAI' },
          { family: '山田', given: '太郎' },
        ],
        issued: { 'date-parts': [['2017', 6, 12]] },
        note: 'arXiv:1706.03762 [cs]\nCitation Key: x\nKeep this',
        abstract: 'About.',
      },
      {
        id: 'b',
        type: 'article-journal',
        title: 'B',
        DOI: '10.1000/B',
        'container-title': 'Nature',
        volume: 5,
        page: '1-2',
        issued: { raw: '2020-01' },
        keyword: 'a, b',
      },
    ]),
  );
  expect(papers[0]).toMatchObject({
    paper: {
      id: 'arxiv:1706.03762',
      title: 'A Margin',
      authors: ['Ada van der Berg', 'OpenAI', '山田 太郎'],
      published: '2017-06-12',
    },
    note: { text: 'Keep this' },
  });
  expect(papers[1]?.paper).toMatchObject({
    id: 'doi:10.1000/b',
    title: 'B',
    venue: 'Nature',
    journalRef: 'Nature 5, 1-2',
    published: '2020-01',
  });
  expect(papers[1]?.tags).toMatchObject([{ name: 'a' }, { name: 'b' }]);
});

test('PaperMemory: its memory, with its traps', () => {
  const paper = (about: object) => ({
    id: 'x',
    title: 'T',
    author: 'Ada Margin and Björn Müller',
    year: '2021',
    bibtex: '',
    key: 'k',
    venue: '',
    note: '',
    tags: [],
    favorite: false,
    favoriteDate: '',
    addDate: '2022-01-02T03:04:05.000Z',
    count: 3,
    code: {},
    codeLink: '',
    pdfLink: '',
    md: '',
    source: 'arxiv',
    ...about,
  });
  const papers = papersIn(
    JSON.stringify({
      __dataVersion: 10100,
      __syncId: 'abc',
      'Arxiv-1706.03762': paper({
        title: 'Attention\n  Is All',
        pdfLink: 'http://arxiv.org/pdf/1706.03762v5.pdf',
        tags: ['a', 'b', 'a'],
        favorite: true,
        note: 'Accepted @ NeurIPS (2017) -- [dblp.org]\nMy words',
        codeLink: 'https://github.com/a/b',
      }),
      'Arxiv-hep-th_9901001': paper({}),
      'OR-ICLR-2021_abc_DEF-12': paper({ author: 'anonymous' }),
      'ACM-2021_1011453292500': paper({ bibtex: '@article{a, doi = {10.1145/3292500.3330701}, title={T}}' }),
      'ACL-acl-2020_2020.acl-main.405': paper({}),
      Website_foo: paper({ pdfLink: 'http://example.org/paper.pdf', year: 'unknown' }),
    }),
  );
  expect(papers.map(({ paper: { id } }) => id)).toEqual([
    'arxiv:1706.03762',
    'arxiv:hep-th/9901001',
    'openreview:abc_DEF-12',
    'doi:10.1145/3292500.3330701',
    'acl:2020.acl-main.405',
    'web:example.org/paper.pdf',
  ]);
  expect(papers[0]).toMatchObject({
    paper: {
      title: 'Attention Is All',
      venue: 'NeurIPS 2017',
      version: 5,
      links: { pdf: 'https://arxiv.org/pdf/1706.03762v5.pdf', code: 'https://github.com/a/b' },
    },
    savedAt: Date.parse('2022-01-02T03:04:05Z'),
    note: { text: 'My words' },
  });
  expect(papers[0]?.tags?.map(({ name }) => name)).toEqual(['a', 'b', 'favorite']);
  expect(papers[2]?.paper.authors).toBeUndefined();
  expect(papers[1]?.note).toBeUndefined();
});

test('PaperMemory: lists of addresses, and BibTeX by ids', () => {
  const { papers, unreadable } = read(
    JSON.stringify([
      { url: 'https://arxiv.org/abs/1706.03762', title: 'Attention', tags: ['t'] },
      'https://openreview.net/forum?id=abcDEF1234',
      'nothing',
    ]),
  );
  expect(papers.map(({ paper }) => paper.id)).toEqual(['arxiv:1706.03762', 'openreview:abcDEF1234']);
  expect(unreadable).toEqual([{ reason: expect.stringContaining('not that of a paper'), text: 'nothing' }]);
  expect(papersIn(JSON.stringify({ 'Arxiv-1': '@misc{k, title={T}, eprint={1706.03762}}' }))[0]?.paper.id).toBe(
    'arxiv:1706.03762',
  );
});

test('Zotero RDF: with notes, tags, journals and collections', () => {
  const papers = papersIn(`<rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#"
 xmlns:dcterms="http://purl.org/dc/terms/" xmlns:bib="http://purl.org/net/biblio#" xmlns:foaf="http://xmlns.com/foaf/0.1/"
 xmlns:link="http://purl.org/rss/1.0/modules/link/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:prism="http://prismstandard.org/namespaces/1.2/basic/">
    <bib:Article rdf:about="https://www.nature.com/articles/x">
        <z:itemType>journalArticle</z:itemType>
        <dcterms:isPartOf rdf:resource="urn:issn:0028-0836"/>
        <bib:authors><rdf:Seq>
            <rdf:li><foaf:Person><foaf:surname>van der Berg</foaf:surname><foaf:givenName>Ada</foaf:givenName></foaf:Person></rdf:li>
            <rdf:li><foaf:Person><foaf:surname>OpenAI</foaf:surname></foaf:Person></rdf:li>
        </rdf:Seq></bib:authors>
        <dcterms:isReferencedBy rdf:resource="#item_12"/>
        <link:link rdf:resource="#item_13"/>
        <dc:subject>by hand</dc:subject>
        <dc:subject><z:AutomaticTag><rdf:value>by machine</rdf:value></z:AutomaticTag></dc:subject>
        <dc:title>Margins &amp; &lt;Notes&gt;</dc:title>
        <dcterms:abstract>About.</dcterms:abstract>
        <dc:date>2021-03-05</dc:date>
        <dc:identifier><dcterms:URI><rdf:value>https://www.nature.com/articles/x</rdf:value></dcterms:URI></dc:identifier>
        <dcterms:dateSubmitted>2024-01-02 10:11:12</dcterms:dateSubmitted>
        <bib:pages>42-49</bib:pages>
    </bib:Article>
    <bib:Journal rdf:about="urn:issn:0028-0836">
        <dc:title>Nature</dc:title><prism:volume>599</prism:volume><dc:identifier>DOI 10.1038/S41586-021-1</dc:identifier>
    </bib:Journal>
    <bib:Memo rdf:about="#item_12"><rdf:value>&lt;p&gt;One &amp;amp; &lt;b&gt;two&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Three&lt;/p&gt;</rdf:value></bib:Memo>
    <z:Attachment rdf:about="#item_13"><z:itemType>attachment</z:itemType><dc:title>PDF</dc:title></z:Attachment>
    <rdf:Description rdf:about="http://arxiv.org/abs/1706.03762">
        <z:itemType>preprint</z:itemType><dc:title>Attention</dc:title><prism:number>arXiv:1706.03762</prism:number>
        <dc:description>arXiv:1706.03762 [cs]</dc:description>
    </rdf:Description>
    <z:Collection rdf:about="#collection_1"><dc:title>To read</dc:title><dcterms:hasPart rdf:resource="https://www.nature.com/articles/x"/></z:Collection>
</rdf:RDF>`);
  expect(papers).toMatchObject([
    {
      paper: {
        id: 'doi:10.1038/s41586-021-1',
        title: 'Margins & <Notes>',
        authors: ['Ada van der Berg', 'OpenAI'],
        venue: 'Nature',
        journalRef: 'Nature 599, 42-49',
        published: '2021-03-05',
        abstract: 'About.',
      },
      note: { text: 'One & two\n\nThree' },
      tags: [{ name: 'by hand' }, { name: 'by machine' }, { name: 'To read' }],
    },
    { paper: { id: 'arxiv:1706.03762', title: 'Attention' } },
  ]);
});

test('a list of addresses and identifiers, pasted: each line that is none is named with its number', () => {
  const { papers, unreadable } = read(`# Reading group
https://arxiv.org/abs/1706.03762v5
10.1145/3292500.3330701

- [Adam](https://arxiv.org/abs/1412.6980) and arXiv:2005.14165, both
nonsense
https://example.org/nothing
arxiv.org/pdf/1706.03762`);
  expect(papers.map(({ paper }) => [paper.id, paper.title])).toEqual([
    ['arxiv:1706.03762', 'arXiv:1706.03762'],
    ['doi:10.1145/3292500.3330701', 'doi:10.1145/3292500.3330701'],
    ['arxiv:1412.6980', 'Adam'],
    ['arxiv:2005.14165', 'arXiv:2005.14165'],
  ]);
  expect(papers[0]?.paper.version).toBe(5);
  expect(unreadable.map(({ line, text }) => [line, text])).toEqual([
    [6, 'nonsense'],
    [7, 'https://example.org/nothing'],
    [8, 'arXiv:1706.03762'],
  ]);
});

test('bookmarks: those that are papers', () => {
  const { papers, warnings } = read(`<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE><H1>Bookmarks</H1>
<DL><p>
    <DT><H3 ADD_DATE="1600000000">Papers</H3>
    <DL><p>
        <DT><A HREF="https://arxiv.org/abs/1706.03762" ADD_DATE="1600000000" TAGS="nlp,to read">[1706.03762] Attention &amp; All</A>
        <DT><A HREF="https://openreview.net/forum?id=abcDEF1234&amp;noteId=x">Margins | OpenReview</A>
        <DT><A HREF="https://news.example.org/">News</A>
        <DT><A HREF="javascript:alert(1)">https://arxiv.org/abs/1706.03763</A>
    </DL><p>
</DL>`);
  expect(papers).toMatchObject([
    {
      paper: { id: 'arxiv:1706.03762', title: 'Attention & All' },
      savedAt: 1_600_000_000_000,
      tags: [{ name: 'nlp' }, { name: 'to read' }],
    },
    { paper: { id: 'openreview:abcDEF1234', title: 'Margins' }, savedAt: now },
  ]);
  expect(warnings).toEqual([expect.stringContaining('2 bookmarks')]);
});

test('CSV of Zotero, and with semicolons', () => {
  expect(
    papersIn(
      '"Key","Item Type","Publication Year","Author","Title","DOI","Manual Tags"\n"A","journalArticle","2020","Margin, Ada; Müller, Björn","A ""title""","10.1/x1","a; b"\n',
      'z.csv',
    ),
  ).toMatchObject([{ paper: { title: 'A "title"', published: '2020' }, tags: [{ name: 'a' }, { name: 'b' }] }]);
  expect(papersIn('Title;arXiv\r\nOne;1706.03762\r\n\r\n', 'a.csv')[0]?.paper.id).toBe('arxiv:1706.03762');
});

test.each([
  [
    'UTF-8 with its mark',
    new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode('@misc{a, title={Grüße}}')]),
    undefined,
  ],
  [
    'UTF-16',
    new Uint8Array([0xff, 0xfe, ...[...'@misc{a, title={Grüße}}'].flatMap((letter) => [letter.charCodeAt(0), 0])]),
    undefined,
  ],
  [
    'UTF-16, the other way',
    new Uint8Array([0xfe, 0xff, ...[...'@misc{a, title={Grüße}}'].flatMap((letter) => [0, letter.charCodeAt(0)])]),
    undefined,
  ],
  ['Latin-1', new Uint8Array([...'@misc{a, title={Grüße}}'].map((letter) => letter.charCodeAt(0))), /Latin-1/],
])('letters are read in %s', (_, bytes, warning) => {
  const { papers, warnings } = read(bytes, 'a.bib');
  expect(papers.map(({ paper }) => paper.title)).toEqual(['Grüße']);
  if (warning) expect(warnings).toEqual([expect.stringMatching(warning)]);
  else expect(warnings).toBeUndefined();
});
