import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Paper } from '../../../lib/paper';
import { paperDescribedBy } from '../../../lib/sites/metadata';

const url = 'https://journal.example/articles/7';

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const read = (html: string) => paperDescribedBy(parse(html), url);

function metas(values: Record<string, string | string[]>): string {
  return Object.entries(values)
    .flatMap(([name, contents]) => [contents].flat().map((content) => `<meta name="${name}" content="${content}">`))
    .join('\n');
}

function jsonLd(...data: unknown[]): string {
  return data.map((json) => `<script type="application/ld+json">${JSON.stringify(json)}</script>`).join('\n');
}

const coins = (values: string): string => `<span class="Z3988" title="${values.replaceAll('&', '&amp;')}"></span>`;

describe('citation_*', () => {
  test('everything that they say', () => {
    const page = metas({
      Citation_Title: 'Margins <i>Matter</i>:\n Notes Beside Every Line',
      citation_author: ['Margin, Ada', 'Björn Müller', '余 白'],
      citation_author_institution: 'University of Vellum',
      citation_doi: 'https://doi.org/10.5555/Margins.7',
      citation_arxiv_id: '2609.00001',
      citation_pmid: '0012345',
      citation_publication_date: '2026/09',
      citation_online_date: '2026/9/3',
      citation_journal_title: 'Journal of Marginalia',
      citation_publisher: 'Vellum Press',
      citation_pdf_url: '/articles/7.pdf',
      citation_fulltext_html_url: 'https://journal.example/articles/7/full',
      citation_abstract: '<p>We write in margins, p < 0.05.</p>',
      citation_reference: 'citation_title=Another; citation_doi=10.5555/other',
    });
    expect(read(`<link rel="canonical" href="https://journal.example/articles/7">${page}`)).toEqual({
      id: 'arxiv:2609.00001',
      aliases: ['doi:10.5555/margins.7', 'pmid:12345'],
      title: 'Margins Matter: Notes Beside Every Line',
      authors: ['Margin, Ada', 'Björn Müller', '余 白'],
      abstract: 'We write in margins, p < 0.05.',
      published: '2026-09-03',
      venue: 'Journal of Marginalia',
      links: {
        abstract: 'https://journal.example/articles/7',
        pdf: 'https://journal.example/articles/7.pdf',
        html: 'https://journal.example/articles/7/full',
      },
    });
  });

  test('as properties, all names in one, and the version of a preprint', () => {
    const page = `<meta property="citation_title" content="Vellum">
      <meta property="citation_authors" content="Sand, Cleo; Vale, Emil;">
      <meta property="citation_arxiv_id" content="2609.00002v3">`;
    expect(read(page)).toEqual({
      id: 'arxiv:2609.00002',
      version: 3,
      title: 'Vellum',
      authors: ['Sand, Cleo', 'Vale, Emil'],
    });
  });

  test('without an identifier, the page itself is the name', () => {
    const title = metas({ citation_title: 'Vellum', citation_pdf_url: 'https://www.journal.example/7.pdf' });
    expect(read(title)?.id).toBe('web:journal.example/7.pdf');
    expect(read(`${title}<meta property="og:url" content="https://journal.example/a/7">`)?.id).toBe(
      'web:journal.example/a/7',
    );
    expect(read(metas({ citation_title: 'Vellum' }))).toBeUndefined();
  });

  test('addresses name the paper too, and of each scheme only the surest counts', () => {
    const page = metas({
      citation_title: 'Vellum',
      citation_doi: ['10.5555/first', '10.5555/second'],
      'dc.identifier': '10.5555/third',
      citation_pdf_url: 'https://openreview.net/pdf?id=vellum0001',
    });
    expect(read(page)).toMatchObject({ id: 'doi:10.5555/first', aliases: ['openreview:vellum0001'] });
  });

  test.each([
    [{ 'DC.Title': 'Vellum', 'DC.Identifier': 'doi:10.5555/v', 'DC.Creator': ['Ada Margin'] }, 'doi:10.5555/v'],
    [{ 'dc.title': 'Vellum', 'prism.doi': '10.5555/V' }, 'doi:10.5555/v'],
    [{ bepress_citation_title: 'Vellum', bepress_citation_doi: '10.5555/v' }, 'doi:10.5555/v'],
    // Numbers of other things.
    [{ 'dc.title': 'A town hall', 'dc.identifier': '2401.12345' }, undefined],
    [{ 'dc.title': 'A town hall', 'dc.identifier': ['1234-5678', 'W18-1234'] }, undefined],
    [{ 'og:title': 'Vellum', citation_doi: '10.5555/v' }, undefined],
    [{ citation_title: ' ', citation_doi: '10.5555/v' }, undefined],
  ])('weaker sources: %o', (values, id) => {
    expect(read(metas(values as Record<string, string | string[]>))?.id).toBe(id);
  });

  test.each([
    ['2026', '2026'],
    ['2026/9', '2026-09'],
    ['2026-09-03T10:00:00Z', '2026-09-03'],
    ['3 September 2026', '2026-09-03'],
    ['September 2026', '2026-09'],
    ['Spring 2026', '2026'],
    ['09/03/2026', '2026'],
    ['0000-00-00', undefined],
    ['1970-01-01', undefined],
    ['soon', undefined],
  ])('dates: %s is %s', (written, published) => {
    expect(
      read(metas({ citation_title: 'Vellum', citation_doi: '10.5555/v', citation_date: written }))?.published,
    ).toBe(published);
  });

  test('a list of names that is cut is no list of names', () => {
    const page = metas({ citation_title: 'V', citation_doi: '10.5555/v', citation_author: ['Ada Margin', 'et al.'] });
    expect(read(page)).toEqual({ id: 'doi:10.5555/v', title: 'V' });
  });
});

describe('JSON-LD', () => {
  test('everything that it says', () => {
    const page = jsonLd({
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'WebSite', name: 'Journal' },
        { '@id': '#emil', '@type': 'Person', givenName: 'Emil', familyName: 'Vale' },
        {
          '@type': ['ScholarlyArticle', 'Thing'],
          headline: 'Vellum',
          author: [{ '@type': 'Person', name: 'Ada Margin' }, 'Cleo Sand', { '@id': '#emil' }, { name: 'The Scribes' }],
          datePublished: '2026-09-03',
          identifier: [
            { '@type': 'PropertyValue', propertyID: 'DOI', value: '10.5555/V' },
            { '@type': 'PropertyValue', name: 'pmid', value: '123' },
            { '@type': 'PropertyValue', propertyID: 'internal', value: '2401.12345' },
          ],
          sameAs: ['https://arxiv.org/abs/2609.00002v2', 'https://example.org/vellum'],
          isPartOf: { '@type': 'PublicationIssue', isPartOf: { '@type': 'Periodical', name: 'Journal of Marginalia' } },
          citation: [{ '@type': 'ScholarlyArticle', name: 'Another', sameAs: 'https://doi.org/10.5555/other' }],
        },
      ],
    });
    expect(read(page)).toEqual({
      id: 'arxiv:2609.00002',
      aliases: ['doi:10.5555/v', 'pmid:123'],
      version: 2,
      title: 'Vellum',
      authors: ['Ada Margin', 'Cleo Sand', 'Emil Vale', 'The Scribes'],
      published: '2026-09-03',
      venue: 'Journal of Marginalia',
    });
  });

  const paper = { '@type': 'ScholarlyArticle', name: 'Vellum', sameAs: 'https://doi.org/10.5555/v' };

  test.each([
    ['one in an array', [[paper]], 'doi:10.5555/v'],
    ['the main entity of a page', [{ '@type': 'WebPage', mainEntity: paper }], 'doi:10.5555/v'],
    ['one twice', [paper, paper], 'doi:10.5555/v'],
    ['a type with its address', [{ ...paper, '@type': 'http://schema.org/MedicalScholarlyArticle' }], 'doi:10.5555/v'],
    ['an article with a DOI', [{ ...paper, '@type': 'Article' }], 'doi:10.5555/v'],
    ['an article without one', [{ '@type': 'Article', name: 'News', url: 'https://news.example/1' }], undefined],
    ['a post that links a paper', [{ '@type': 'BlogPosting', name: 'On Vellum', citation: paper }], undefined],
    ['several', [paper, { ...paper, sameAs: 'https://doi.org/10.5555/w' }], undefined],
    ['a list', [{ '@type': 'ItemList', itemListElement: [paper] }], undefined],
    ['nothing', [null, 1, 'x', [], {}], undefined],
  ])('%s', (_, data, id) => {
    expect(read(jsonLd(...data))?.id).toBe(id);
  });

  test('names that are not all there are left out', () => {
    for (const author of ['Ada Margin, Cleo Sand and Emil Vale', [{ name: 'Ada Margin' }, { '@id': '#nobody' }], []])
      expect(read(jsonLd({ ...paper, author }))).not.toHaveProperty('authors');
    expect(read(jsonLd({ ...paper, author: 'Margin, Ada' }))?.authors).toEqual(['Margin, Ada']);
  });

  test('fills the gaps of citation_*, unless it is about something else', () => {
    const tags = metas({ citation_title: 'Vellum', citation_journal_title: 'Marginalia', citation_doi: '10.5555/v' });
    const data = { ...paper, author: ['Ada Margin'], isPartOf: { name: 'Another name' } };
    expect(read(tags + jsonLd(data))).toMatchObject({ authors: ['Ada Margin'], venue: 'Marginalia' });
    expect(read(tags + jsonLd({ ...data, sameAs: 'https://doi.org/10.5555/w' }))).not.toHaveProperty('authors');
    expect(read(metas({ citation_title: 'Parchment', citation_pmid: '7' }) + jsonLd(data))).toEqual({
      id: 'pmid:7',
      title: 'Parchment',
    });
  });

  test('a title of the site says nothing of the paper', () => {
    expect(read(metas({ 'dc.title': 'The Journal' }) + jsonLd(paper))).toEqual({
      id: 'doi:10.5555/v',
      title: 'Vellum',
    });
  });

  test('hostile data end soon, and quietly', () => {
    const script = (json: string) => `<script type="application/ld+json">${json}</script>`;
    const deep = `${'{"@graph":['.repeat(50_000)}${']}'.repeat(50_000)}`;
    const wide = JSON.stringify({ '@graph': Array.from({ length: 50_000 }, () => ({ ...paper, author: [[[]]] })) });
    for (const json of [deep, `${'['.repeat(300_000)}`, wide, '{"@type":', '"', '{}{}', 'x'.repeat(3_000_000)])
      expect(read(script(json) + jsonLd(paper))?.id).toBe('doi:10.5555/v');
    const circle = { '@type': 'ScholarlyArticle', '@id': '#a', isPartOf: { '@id': '#a' }, author: { '@id': '#a' } };
    expect(read(jsonLd({ ...circle, name: 'Vellum', sameAs: '10.5555/v' }))?.id).toBe('doi:10.5555/v');
  });

  test('any data make a valid paper, or none', () => {
    const value = fc.oneof(
      fc.string(),
      fc.constant('10.5555/v'),
      fc.constant('https://doi.org/10.5555/v'),
      fc.jsonValue(),
    );
    const keys = ['headline', 'author', 'datePublished', 'identifier', 'sameAs', 'isPartOf', 'abstract', 'url', '@id'];
    const article = fc.record(Object.fromEntries(keys.map((key) => [key, value])), { requiredKeys: [] });
    fc.assert(
      fc.property(article, (about) => {
        const page = parse('<script type="application/ld+json"></script>');
        const script = page.querySelector('script');
        if (script) script.textContent = JSON.stringify({ ...about, '@type': 'ScholarlyArticle' });
        const found = paperDescribedBy(page, url);
        if (found) expect(Paper.strict().parse(found)).toEqual(found);
      }),
    );
  });
});

describe('COinS', () => {
  const article =
    'ctx_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Ajournal&rft_id=info%3Adoi%2F10.5555%2FV' +
    '&rft_id=info%3Apmid%2F123&rft.atitle=Vellum&rft.jtitle=Marginalia&rft.date=2026-09' +
    '&rft.aulast=Margin&rft.aufirst=Ada&rft.au=Ada+Margin&rft.au=Cleo+Sand';

  test('one, which the page shows', () => {
    expect(read(`<h1>Vellum</h1>${coins(article)}`)).toEqual({
      id: 'doi:10.5555/v',
      aliases: ['pmid:123'],
      title: 'Vellum',
      authors: ['Ada Margin', 'Cleo Sand'],
      published: '2026-09',
      venue: 'Marginalia',
    });
  });

  test('the first author may be only in parts', () => {
    const apart = article.replace('&rft.au=Ada+Margin', '');
    expect(read(`<h1>Vellum</h1>${coins(apart)}`)?.authors).toEqual(['Margin, Ada', 'Cleo Sand']);
  });

  test('several are a list, one of another title is a reference, and a book is no paper', () => {
    const other = article.replace('10.5555%2FV', '10.5555%2FW');
    expect(read(`<h1>Vellum</h1>${coins(article)}${coins(other)}`)).toBeUndefined();
    expect(read(`<h1>Parchment</h1>${coins(article)}`)).toBeUndefined();
    expect(read(`<h1>Vellum</h1>${coins(article.replace('rft.atitle', 'rft.btitle'))}`)).toBeUndefined();
  });
});
