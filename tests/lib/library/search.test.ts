import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { db } from '../../../lib/library/db';
import { facets } from '../../../lib/library/facets';
import { library } from '../../../lib/library/library';
import { search, searchIds } from '../../../lib/library/search';
import type { Sort } from '../../../lib/library/search-order';
import { tendIndex } from '../../../lib/library/search-upkeep';
import { valuesBeginning } from '../../../lib/library/values-beginning';
import { ratings, statuses } from '../../../lib/marks';
import type { Paper } from '../../../lib/paper';
import { hasTerm, withTermToggled } from '../../../lib/query-text';
import { complete } from '../../../lib/search/complete';
import { marksIn } from '../../../lib/search/marking';
import { aPaper } from '../../papers';

let saved = 0;

/** Saves a paper with little but what is told of it, a second later than the one before. */
async function save(title: string, about: Partial<Paper> = {}): Promise<Paper> {
  const { seen: _, ...bare } = aPaper();
  const paper: Paper = { ...bare, id: `arxiv:2609.1${String(++saved).padStart(4, '0')}`, title, authors: [], ...about };
  vi.setSystemTime(saved * 1000);
  await library.save(paper);
  return paper;
}

async function titles(query: string, sort?: Sort): Promise<string[]> {
  return (await search(query, { limit: 50, sort })).papers.map(({ paper }) => paper.title);
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  await Promise.all(db.tables.map((table) => table.clear()));
  saved = 0;
});
afterEach(() => vi.useRealTimers());

describe.each([
  ['that was just changed', async () => {}],
  ['that is indexed', () => tendIndex({ all: true })],
])('a library %s', (_, settle) => {
  test('finds the title first, then names and tags, notes, venues, and the abstract last', async () => {
    await save('In the abstract', { abstract: 'Here a margin is said to be.' });
    await save('In the venue', { venue: 'Margin' });
    const noted = await save('In the note');
    await library.writeNote({ paper: noted, text: 'about a margin' });
    const tagged = await save('In the tag');
    await library.mark({ paper: tagged, change: { addTags: ['Margin'] } });
    await save('A margin');
    await settle();
    expect(await titles('margin')).toEqual([
      'A margin',
      'In the tag',
      'In the note',
      'In the venue',
      'In the abstract',
    ]);
  });

  test('finds the whole word before what begins so, and that before a slip', async () => {
    await save('Neuralgia of margins');
    await save('Neural margins');
    await settle();
    expect(await titles('neural')).toEqual(['Neural margins', 'Neuralgia of margins']);
    expect(await titles('nueral')).toEqual(['Neural margins']);
    expect(await titles('margns')).toHaveLength(2);
    expect(await titles('mxrgxns')).toEqual([]);
  });

  test('finds words side by side first, and only those in a phrase', async () => {
    await save('Notes of a side');
    await save('Side notes');
    await save('Other', { abstract: 'We write side notes.' });
    await settle();
    expect((await titles('side notes'))[0]).toBe('Side notes');
    expect(await titles('side notes')).toHaveLength(3);
    expect(await titles('"side notes"')).toEqual(['Side notes', 'Other']);
    expect(await titles('title:"side notes"')).toEqual(['Side notes']);
  });

  test.each([
    ['rander', 'Über Ränder'],
    ['UEBERSETZUNG', 'Maschinelle Übersetzung'],
    ['übersetz', 'Maschinelle Übersetzung'],
    ['strasse', 'Straße und Rand'],
    ['eleves', 'L’étude des élèves'],
    ['étude', 'L’étude des élèves'],
    ['l’étude', 'L’étude des élèves'],
    ['深度', '基于深度学习的边注'],
    ['学习', '基于深度学习的边注'],
    ['深度学习', '基于深度学习的边注'],
    ['度学', '基于深度学习的边注'],
    ['猫', undefined],
    ['機械学習', '機械学習による図表の注釈'],
    ['図表', '機械学習による図表の注釈'],
    ['チュウシャク', 'チュウシャクの研究'],
    ['ﾁｭｳｼｬｸ', 'チュウシャクの研究'],
    ['k-means', 'K-Means in margins'],
    ['kmeans', 'K-Means in margins'],
    ['"k means"', 'K-Means in margins'],
    ['c++', 'Margins in C++'],
  ])('finds %s in the language of the title', async (query, title) => {
    for (const each of [
      'Über Ränder',
      'Maschinelle Übersetzung',
      'Straße und Rand',
      'L’étude des élèves',
      '基于深度学习的边注',
      '機械学習による図表の注釈',
      'チュウシャクの研究',
      'K-Means in margins',
      'Margins in C++',
    ]) {
      await save(each);
    }
    await settle();
    expect(await titles(query)).toEqual(title === undefined ? [] : [title]);
  });

  test.each(['图神经网络的机器学习', '機械学習による図表の注釈'])(
    'finds %s by any piece of it, as a phrase',
    async (title) => {
      await save(title);
      await save('Margins');
      await settle();
      for (let start = 0; start < title.length; start++) {
        for (let end = start + 1; end <= title.length; end++) {
          const piece = title.slice(start, end);
          expect([piece, await titles(`"${piece}"`)]).toEqual([piece, [title]]);
          expect([piece, await titles(`-"${piece}"`)]).toEqual([piece, ['Margins']]);
        }
      }
      expect(await titles(`-${title[1]}`)).toEqual(['Margins']);
      expect(await titles(`"${title[1]}${title[0]}"`)).toEqual([]);
    },
  );

  test('means what must not be there as it is written', async () => {
    await save('Pre-training of margins');
    await save('Pre-train a margin');
    await settle();
    expect(await titles('-pre-train')).toEqual(['Pre-training of margins']);
    expect(await titles('-pretrain')).toEqual(['Pre-training of margins']);
    expect(await titles('-margins')).toEqual(['Pre-train a margin']);
  });

  test('keeps to the fields that a query names', async () => {
    const ada = await save('By Ada', {
      authors: ['Ada Müller'],
      published: '2024-03',
      venue: 'NeurIPS 2024',
      seen: { site: 'Hugging Face', url: 'https://huggingface.co/papers' },
    });
    await library.writeNote({ paper: ada, text: 'read the proof' });
    await library.mark({ paper: ada, change: { status: 'toRead', rating: 4, addTags: ['Side notes'] } });
    const other = await save('About Müller and Ada', { published: '2021' });
    const quote = { exact: 'Ada', prefix: 'and ', suffix: '' };
    const highlight = { id: '5f0c2a52-7d3e-4a7e-9a55-0d9d1d1f6a01', quote, comment: 'a pioneer' };
    await library.highlight({ paper: other, highlight });
    await settle();
    for (const query of [
      'author:muller',
      'author:"ada müller"',
      'muller -title:about',
      'tag:side',
      'tag:"side notes"',
      'site:hugging',
      'site:huggingface.co',
      'site:"Hugging Face"',
      'year:2024',
      'year:2023..2025',
      'year:2022..',
      '-year:2021',
      'status:to-read',
      'rating:4',
      'rating:3..',
      'has:note',
      '-has:highlight',
      'venue:neurips',
      'note:proof',
    ]) {
      expect([query, await titles(query)]).toEqual([query, ['By Ada']]);
    }
    for (const query of ['has:highlight', 'highlight:pioneer', 'title:ada title:about', '-has:note', 'pioneer']) {
      expect([query, await titles(query)]).toEqual([query, ['About Müller and Ada']]);
    }
    for (const query of ['tag:"side"', 'rating:5', 'status:read year:2024', 'author:proof', '-ada']) {
      expect([query, await titles(query)]).toEqual([query, []]);
    }
  });

  test('finds what was saved, and read, on a day, in a month, a year, or between', async () => {
    const at = (day: string, hours = 12) => {
      const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
      return new Date(year, month - 1, date, hours).getTime();
    };
    const saveAt = async (title: string, time: number) => {
      const { id } = await save(title);
      await db.papers.update(id, { savedAt: time });
      return id;
    };
    const markAt = async (id: Paper['id'], status: 'read' | 'dropped', time: number) => {
      vi.setSystemTime(time);
      await library.markAll({ ids: [id], change: { status } });
    };
    const old = await saveAt('Old', at('2025-12-31', 23));
    const recent = await saveAt('Recent', at('2026-11-24', 0));
    const late = await saveAt('Late', at('2026-11-25', 0) - 1);
    const unread = await saveAt('Unread', at('2026-11-25', 0));
    await markAt(old, 'read', at('2026-01-02', 0));
    await markAt(recent, 'read', at('2026-11-25', 23));
    await markAt(late, 'dropped', at('2026-11-25'));
    expect(unread).toBeDefined();
    await settle();
    const inOrder = (query: string) => titles(query, 'saved');
    expect(await inOrder('saved:2026-11-24')).toEqual(['Late', 'Recent']);
    expect(await inOrder('saved:2026-11-25')).toEqual(['Unread']);
    expect(await inOrder('saved:2026-11')).toEqual(['Unread', 'Late', 'Recent']);
    expect(await inOrder('saved:2025')).toEqual(['Old']);
    expect(await inOrder('saved:..2026-10')).toEqual(['Old']);
    expect(await inOrder('saved:2025-12..2026-11-24')).toEqual(['Late', 'Recent', 'Old']);
    expect(await inOrder('-saved:2026')).toEqual(['Old']);
    expect(await inOrder('read:2026-11-25')).toEqual(['Recent']);
    expect(await inOrder('read:2026-01')).toEqual(['Old']);
    expect(await inOrder('read:2026')).toEqual(['Recent', 'Old']);
    expect(await inOrder('read:2026-02..')).toEqual(['Recent']);
    expect(await inOrder('-read:..2027')).toEqual(['Unread', 'Late']);
    expect(await inOrder('read:2026 -saved:2026')).toEqual(['Old']);
    await library.markAll({ ids: [recent], change: { status: null } });
    await settle();
    expect(await inOrder('read:2026')).toEqual(['Old']);
  });

  test('finds what has a venue, and what has no year', async () => {
    await save('Dated', { published: '2024-05' });
    await save('Placed', { id: 'web:example.org/placed', venue: 'Journal of Margins' });
    await settle();
    expect(await titles('has:venue')).toEqual(['Placed']);
    expect(await titles('-has:venue')).toEqual(['Dated']);
    expect(await titles('has:year')).toEqual(['Dated']);
    expect(await titles('-has:year')).toEqual(['Placed']);
  });

  test('sorts as it is told', async () => {
    const first = await save('b first', { published: '2020' });
    await save('c second', { published: '2024-05' });
    await save('“A third”', { published: '2024-01-01' });
    await library.mark({ paper: first, change: { rating: 5 } });
    await settle();
    for (const query of ['', 'year:2020..2024']) {
      expect(await titles(query, 'saved')).toEqual(['“A third”', 'c second', 'b first']);
      expect(await titles(query, 'title')).toEqual(['“A third”', 'b first', 'c second']);
      expect(await titles(query, 'published')).toEqual(['c second', '“A third”', 'b first']);
      expect((await titles(query, 'rating'))[0]).toBe('b first');
    }
  });

  test('gives one page after the other', async () => {
    for (let n = 0; n < 7; n++) await save(`Margin ${n}`);
    await settle();
    for (const query of ['', 'margin']) {
      const page = async (offset: number) =>
        (await search(query, { limit: 3, offset })).papers.map(({ paper }) => paper.title);
      expect([...(await page(0)), ...(await page(3)), ...(await page(6))]).toEqual([
        'Margin 6',
        'Margin 5',
        'Margin 4',
        'Margin 3',
        'Margin 2',
        'Margin 1',
        'Margin 0',
      ]);
      expect((await search(query, { limit: 3 })).total).toBe(7);
    }
  });

  test('gives the ids of all that it finds, in the order of its pages', async () => {
    for (let n = 0; n < 5; n++) await save(`Margin ${n}`, { published: `${2020 + ((n * 2) % 5)}` });
    await save('Pebbles');
    await library.remove((await save('Removed margin')).id);
    await settle();
    for (const query of ['', 'margin', 'pebbles', 'nothing']) {
      for (const sort of ['saved', 'title', 'published', 'relevance'] as const) {
        const { papers } = await search(query, { limit: 10, sort });
        const ids = papers.map(({ paper }) => paper.id);
        expect([query, sort, await searchIds(query, sort)]).toEqual([query, sort, ids]);
        expect(new Set(await searchIds(query, 'any'))).toEqual(new Set(ids));
      }
    }
    expect(await searchIds('2609.10001', 'any')).toEqual(['arxiv:2609.10001']);
  });

  test('finds what a pasted identifier or address names', async () => {
    await save('Margins', { id: 'arxiv:2609.00001', aliases: ['doi:10.1000/margins'] });
    await save('Other', { id: 'arxiv:2609.00002', abstract: 'It cites 2609.00001, doi:10.1000/margins.' });
    await settle();
    for (const pasted of [
      '2609.00001',
      'arXiv:2609.00001v2',
      'https://arxiv.org/pdf/2609.00001v1',
      'https://huggingface.co/papers/2609.00001',
      '10.1000/margins',
      'https://doi.org/10.1000/MARGINS',
    ]) {
      expect([pasted, await titles(pasted)]).toEqual([pasted, ['Margins']]);
    }
    await library.remove('arxiv:2609.00001');
    expect(await titles('https://arxiv.org/abs/2609.00001')).toEqual([]);
  });

  test('says what is to be marked, slips too', async () => {
    await save('Neural margins', { authors: ['Ada Neuralson'] });
    await settle();
    const marked = async (query: string, text: string) => {
      const { marking } = await search(query, { limit: 1 });
      return marksIn(text, marking).map(([start, end]) => text.slice(start, end));
    };
    expect(await marked('neural -other', 'Neural margins')).toEqual(['Neural']);
    expect(await marked('neur', 'Ada Neuralson')).toEqual(['Neuralson']);
    expect(await marked('nuerak', 'Neural margins')).toEqual([]);
    expect(await marked('nueral', 'Neural margins')).toEqual(['Neural']);
    expect(await marked('"neural margins"', 'Margins, neural margins')).toEqual(['neural margins']);
  });

  test('tells of what cannot be read, and finds the rest', async () => {
    await save('Margins');
    await settle();
    const { papers, problems, understood } = await search('year:soon margins', { limit: 5 });
    expect(papers).toHaveLength(1);
    expect(problems).toMatchObject([{ message: 'badYear', text: 'soon' }]);
    expect(understood).toBe('margins');
    expect((await search('margins', { limit: 5 })).understood).toBeUndefined();
  });

  test('finds two papers that were merged by the words of both, as one', async () => {
    const preprint = await save('Margins as they were', { authors: ['Ada Margin'] });
    const published = await save('Published margins', { venue: 'Journal of Pebbles' });
    await settle();
    await library.merge([preprint.id, published.id]);
    await settle();
    expect(await titles('pebbles')).toEqual(['Margins as they were']);
    expect(await titles('margins')).toEqual(['Margins as they were']);
    await library.split(published.id);
    await settle();
    expect(await titles('pebbles')).toEqual(['Published margins']);
  });

  test('counts what it finds by field', async () => {
    const first = await save('First', { authors: ['Ada Müller', 'Cleo Sand'], published: '2024', venue: 'NeurIPS' });
    await save('Second', { authors: ['Ada Muller'], published: '2023' });
    await library.mark({ paper: first, change: { status: 'reading', addTags: ['Side notes'] } });
    await settle();
    const counts: Record<string, unknown> = {};
    for await (const { field, facets: values } of facets('')) {
      counts[field] = values.map(({ key, shown, papers }) => [shown || key, papers]);
    }
    expect(counts).toEqual({
      status: [['reading', 1]],
      rating: [],
      has: [
        ['status', 1],
        ['tag', 1],
      ],
      tag: [['Side notes', 1]],
      site: [],
      year: [
        ['2024', 1],
        ['2023', 1],
      ],
      venue: [['NeurIPS', 1]],
      author: [
        ['Ada Muller', 2],
        ['Cleo Sand', 1],
      ],
    });
    for await (const { facets: values } of facets('second', ['year']))
      expect(values).toEqual([{ key: '2023', shown: '', papers: 1 }]);
  });

  test('finds by each value that it counts so many papers as it counts', async () => {
    const venues = ['Nature', 'Nature Physics', 'NeurIPS 2023', 'NeurIPS 2024', 'NeurIPS', 'ICML', 'ICML Workshop'];
    const authors = ['J. Li', 'J. Li-Wang', 'Ada “Countess” Margin', 'Ada Margin'];
    const tags = ['"must read"', 'must', 'so „called“ margins', 'C++'];
    const changes = statuses.map((status) => ({ status }));
    for (const [i, venue] of venues.entries()) {
      const author = authors[i % authors.length] ?? '';
      const paper = await save(`Margins ${i}`, {
        venue,
        authors: [author],
        published: `${2020 + (i % 3)}`,
        journalRef: 'Nature',
      });
      await library.mark({
        paper,
        change: { ...changes[i % 4], addTags: [tags[i % 4] ?? ''], rating: ratings[i % 5] },
      });
    }
    await settle();
    for await (const { field, facets: values } of facets('')) {
      expect([field, values.length > 0]).toEqual([field, field !== 'site']);
      for (const { key, shown, papers } of values) {
        const query = withTermToggled('', field, shown || key);
        expect([query, (await titles(query)).length]).toEqual([query, papers]);
        expect([query, (await titles(`-${query}`)).length]).toEqual([query, venues.length - papers]);
        expect(hasTerm(query, field, shown || key)).toBe(true);
      }
    }
    expect(await titles('venue:"NeurIPS 2024"')).toEqual(['Margins 3']);
    expect(await titles('venue:"Physics"')).toEqual(['Margins 1']);
    expect(await titles('author:"margin"')).toHaveLength(3);
  });

  test('counts nothing beside the one paper that an address names', async () => {
    const { id } = await save('Margins', { venue: 'Nature' });
    await settle();
    const address = `https://arxiv.org/abs/${id.slice('arxiv:'.length)}`;
    expect(await titles(address)).toEqual(['Margins']);
    for await (const { facets: values } of facets(address)) expect(values).toEqual([]);
  });

  test('completes fields and their values', async () => {
    const paper = await save('First', { authors: ['Ada Müller', 'Cleo Sand'] });
    await library.mark({ paper, change: { addTags: ['Side notes'] } });
    await settle();
    const inserted = async (query: string, caret = query.length) => {
      const { start, end, completions } = await complete(query, caret, { valuesOf: valuesBeginning });
      return completions.map(({ insert }) => query.slice(0, start) + insert + query.slice(end));
    };
    expect(await inserted('margins au')).toEqual(['margins author:']);
    expect(await inserted('author:ad')).toEqual(['author:"Ada Müller"']);
    expect(await inserted('author:mül')).toEqual(['author:"Ada Müller"']);
    expect(await inserted('author:')).toEqual(['author:"Ada Müller"', 'author:"Cleo Sand"']);
    expect(await inserted('-tag:si rest', 7)).toEqual(['-tag:"Side notes" rest']);
    expect(await inserted('status:')).toEqual(['status:to-read', 'status:reading', 'status:read', 'status:dropped']);
    expect(await inserted('has:no')).toEqual(['has:note']);
    expect(await inserted('"au')).toEqual([]);
  });
});
