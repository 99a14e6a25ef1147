import { describe, expect, test } from 'vitest';
import type { Paper } from '../../../lib/paper';
import { placesOn, readPapers } from '../../../lib/sites';
import { huggingface } from '../../../lib/sites/huggingface';

const url = 'https://huggingface.co/papers/date/2026-09-02';

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

interface Props {
  dailyPapers?: unknown;
  dateString?: string;
  periodType?: string;
}

function open(cards: string, props: Props | string = {}, toolbar = ''): Document {
  const document = parse(
    `<title>Daily Papers - Hugging Face</title><main><div data-target="DailyPapers"><section>${toolbar}${cards}</section></div></main>`,
  );
  const holder = document.querySelector('[data-target]');
  holder?.setAttribute('data-props', typeof props === 'string' ? props : JSON.stringify(props));
  return document;
}

const card = (id: string, title: string, rest = '') =>
  `<article><a href="/papers/${id}"></a><h3><a href="/papers/${id}">${title}</a></h3>${rest}</article>`;

const embedded = (id: string, more: object) => ({ paper: { id, title: 'Embedded', ...more } });

function only(document: Document): Paper {
  const [paper, ...others] = readPapers(document, url);
  if (!paper || others.length > 0) throw new Error('not one paper');
  return paper;
}

describe('embedded data', () => {
  test.each([
    '',
    '{',
    'null',
    '[]',
    '7',
    '{"dailyPapers":{"0":null}}',
    '{"dailyPapers":[null,7,{"paper":null},{"paper":{"id":7}}]}',
  ])('that cannot be read leave what the card says: %s', (props) => {
    expect(only(open(card('2609.00001', 'A Title'), props))).toMatchObject({
      id: 'arxiv:2609.00001',
      title: 'A Title',
    });
  });

  test('of the wrong kind are not taken', () => {
    const strange = {
      title: 7,
      summary: [],
      authors: [{ name: 'A' }, {}],
      upvotes: -1,
      githubRepo: 'javascript:alert(1)',
      publishedAt: 'soon',
    };
    const { title, links, ...paper } = only(
      open(card('2609.00001', 'A Title'), { dailyPapers: [embedded('2609.00001', strange)] }),
    );
    expect(title).toBe('A Title');
    expect(links).toEqual({ abstract: 'https://huggingface.co/papers/2609.00001' });
    expect(Object.keys(paper)).toEqual(['id', 'seen']);
  });

  test('are read again when the site changes them', () => {
    const document = open(card('2609.00001', 'A Title'), {
      dailyPapers: [embedded('2609.00001', { summary: 'One.' })],
    });
    expect(only(document).abstract).toBe('One.');
    const props = JSON.stringify({ dailyPapers: [embedded('2609.00001', { summary: 'Two.' })] });
    document.querySelector('[data-props]')?.setAttribute('data-props', props);
    expect(only(document).abstract).toBe('Two.');
  });

  test('count an author who hides the paper from the profile', () => {
    const authors = [
      { name: 'Shown', hidden: false },
      { name: 'Hidden', hidden: true },
    ];
    const list = '<ul><li title="someone"></li><li>2 authors</li></ul>';
    const document = open(card('2609.00001', 'A Title', list), { dailyPapers: [embedded('2609.00001', { authors })] });
    expect(only(document)).toMatchObject({ authors: ['Shown', 'Hidden'], authorCount: 2 });
  });

  test('with fewer authors than the card counts are not all of them', () => {
    const list = '<ul><li>3 authors</li></ul>';
    const props = { dailyPapers: [embedded('2609.00001', { authors: [{ name: 'One' }] })] };
    const paper = only(open(card('2609.00001', 'A Title', list), props));
    expect(paper.authors).toBeUndefined();
    expect(paper.authorCount).toBe(3);
  });
});

describe('the day of the list', () => {
  const toolbar = (label: string) => `<div><a href="/papers/date/2026-09-01"></a><div>${label}</div><a></a></div>`;
  const props = { dateString: '2026-09-02', periodType: 'day' };

  test('is the embedded one while the page shows it', () => {
    expect(only(open(card('2609.00001', 'A Title'), props, toolbar('Sep 2'))).seen?.date).toBe('2026-09-02');
  });

  test('is absent once the site has gone to another day, whose year is not shown', () => {
    expect(only(open(card('2609.00001', 'A Title'), props, toolbar('Sep 25'))).seen?.date).toBeUndefined();
    expect(only(open(card('2609.00001', 'A Title'), props)).seen?.date).toBeUndefined();
  });

  test('is absent for a week, and while searching', () => {
    const week = { dateString: '2026-09-02', periodType: 'week' };
    expect(only(open(card('2609.00001', 'A Title'), week, toolbar('Sep 2'))).seen?.date).toBeUndefined();
    const time = '<time datetime="2026-09-02T00:00:00.000Z">2</time>';
    expect(only(open(card('2609.00001', 'A Title'), week, time)).seen?.date).toBeUndefined();
    expect(only(open(card('2609.00001', 'A Title'), {}, time)).seen?.date).toBe('2026-09-02');
    const search = '<input name="daily-papers-search" value="margins">';
    expect(only(open(card('2609.00001', 'A Title'), props, toolbar('Sep 2') + search)).seen?.date).toBeUndefined();
  });
});

describe('rows drawn twice, for two screen widths', () => {
  const title = '<h3><a href="/papers/2609.00001">A Title</a></h3>';

  test('in one card are one entry, whose anchor is the title that is shown', () => {
    const document = open(`<article>${title}${title}</article>`);
    expect(readPapers(document, url)).toHaveLength(1);
    const [narrow, wide] = document.querySelectorAll('h3');
    Object.assign(narrow ?? {}, { checkVisibility: () => false });
    Object.assign(wide ?? {}, { checkVisibility: () => true });
    const [place] = placesOn(document, huggingface);
    expect(place?.list.anchor(place.element)).toBe(wide);
  });

  test('in two cards are one entry, with controls on both', () => {
    const document = open(`<article>${title}</article><article>${title}</article>${card('2609.00002', 'Another')}`);
    expect(readPapers(document, url).map(({ id, seen }) => [id, seen?.position])).toEqual([
      ['arxiv:2609.00001', 1],
      ['arxiv:2609.00002', 2],
    ]);
    expect(placesOn(document, huggingface)).toHaveLength(3);
  });
});

test('cards come and go without a trace in what is read', () => {
  const document = open(card('2609.00001', 'First') + card('2609.00002', 'Second'));
  const ids = () => readPapers(document, url).map(({ id }) => id);
  document.querySelector('article')?.remove();
  expect(ids()).toEqual(['arxiv:2609.00002']);
  const link = document.querySelector('h3 a');
  link?.setAttribute('href', '/papers/2609.00003');
  if (link) link.textContent = 'Third';
  expect(readPapers(document, url)).toMatchObject([{ id: 'arxiv:2609.00003', title: 'Third' }]);
});

test('other pages of the host hold no entries', () => {
  const document = parse(
    '<meta property="og:url" content="https://huggingface.co/someone/model"><main><h1>someone/model</h1><a href="https://arxiv.org/abs/2609.00001">arxiv:2609.00001</a><article><h3><a href="/docs/papers/">Docs</a></h3></article></main>',
  );
  expect(readPapers(document, 'https://huggingface.co/someone/model')).toEqual([]);
});

test('a page about one paper says enough without embedded data', () => {
  const document = parse(
    `<link rel="canonical" href="https://huggingface.co/papers/2609.00001"><main><h1>A  Title</h1>
    <div>Published on <time datetime="2026-08-31T10:00:00Z">Aug 31</time></div>
    <a href="/login?next=%2Fpapers%2F2609.00001"><div>Upvote</div><div>7</div></a>
    <div><h2>Abstract</h2><p>A summary. AI-generated summary</p><p>The abstract.</p></div>
    <a href="https://arxiv.org/pdf/2609.00001">View PDF</a><h2>Community</h2><p>A comment.</p></main>`,
  );
  expect(readPapers(document, 'https://huggingface.co/papers/2609.00001#community')).toEqual([
    {
      id: 'arxiv:2609.00001',
      title: 'A Title',
      abstract: 'The abstract.',
      published: '2026-08-31',
      links: { abstract: 'https://huggingface.co/papers/2609.00001', pdf: 'https://arxiv.org/pdf/2609.00001' },
      seen: {
        site: 'Hugging Face',
        url: 'https://huggingface.co/papers/2609.00001',
        position: 1,
        counts: { upvotes: 7 },
      },
    },
  ]);
});
