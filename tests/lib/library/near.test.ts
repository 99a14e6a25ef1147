import { beforeEach, describe, expect, test } from 'vitest';
import { db } from '../../../lib/library/db';
import { library } from '../../../lib/library/library';
import { relatedTo } from '../../../lib/library/related';
import { tendIndex } from '../../../lib/library/search-upkeep';
import type { Paper } from '../../../lib/paper';
import { aPaper } from '../../papers';
import { abstracts } from './abstracts';

const { signal } = new AbortController();
const papers = abstracts.map(({ title, abstract }, n): Paper => {
  const { authors: _, ...bare } = aPaper();
  return { ...bare, id: `arxiv:2609.1000${n}`, title, abstract };
});
const idsOf = (topic: string) => papers.filter((_, i) => abstracts[i]?.topic === topic).map(({ id }) => id);

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

/** Saves all but the first of each topic, which is an entry of a list. */
async function saveOthers(): Promise<Paper[]> {
  const topics = [...new Set(abstracts.map(({ topic }) => topic))];
  const entries = topics.map((topic) => papers.find(({ id }) => id === idsOf(topic)[0]) as Paper);
  await library.saveAll(papers.filter((paper) => !entries.includes(paper)));
  return entries;
}

describe.each([
  ['that was just changed', async () => {}],
  ['that is indexed', () => tendIndex({ all: true })],
])('a library %s', (_, settle) => {
  test('tells what is near an entry, and nothing that is not', async () => {
    const entries = await saveOthers();
    await settle();
    const near = await library.near(entries);
    for (const { id, title } of entries) {
      const topic = abstracts[papers.findIndex((paper) => paper.id === id)]?.topic ?? '';
      const others = idsOf(topic).filter((other) => other !== id);
      const found = (near[id] ?? []).map((paper) => paper.id);
      expect([title, found.toSorted()]).toEqual([title, others]);
    }
  });

  test('says by which words', async () => {
    await saveOthers();
    await settle();
    const entry = papers.find(({ id }) => id === idsOf('pain')[0]) as Paper;
    const { [entry.id]: [first] = [] } = await library.near([entry]);
    expect(first?.title).toBe('Yoga treatment for chronic non-specific low back pain');
    expect(first?.words).toEqual(expect.arrayContaining(['pain', 'chronic']));
    expect(first?.words.length).toBeLessThanOrEqual(5);
  });

  test('a short title is near nothing by one word', async () => {
    await saveOthers();
    await settle();
    expect(await library.near([aPaper({ id: 'arxiv:2609.77777', title: 'Diffusion', abstract: '' })])).toEqual({});
  });

  test('what was removed is near nothing; what is restored is again', async () => {
    const entries = await saveOthers();
    await settle();
    const [, other] = idsOf('knots');
    await library.remove(other as Paper['id']);
    await settle();
    const entry = entries.filter(({ id }) => id === idsOf('knots')[0]);
    expect(await library.near(entry)).toEqual({});
    await library.restore(other as Paper['id']);
    await settle();
    expect(Object.keys(await library.near(entry))).toEqual([entry[0]?.id]);
  });

  test('a paper is not near itself, saved under another name of it', async () => {
    const [first, second] = idsOf('knots').map((id) => papers.find((paper) => paper.id === id) as Paper);
    await library.saveAll(papers);
    await settle();
    const alias: Paper = { ...(first as Paper), id: 'doi:10.5555/knots', aliases: [(first as Paper).id] };
    const near = await library.near([alias]);
    expect(near[alias.id]?.map(({ id }) => id)).toEqual([second?.id]);
  });

  test('related papers go by tags and notes too, and are not the paper itself', async () => {
    await saveOthers();
    const lonely = aPaper({ id: 'arxiv:2609.88888', title: 'Untitled', abstract: '' });
    await library.save(lonely);
    await settle();
    expect(await relatedTo(lonely.id, signal)).toEqual([]);
    await library.writeNote({ paper: lonely, text: 'on Khovanov homology of knots' });
    await settle();
    const [first] = await relatedTo(lonely.id, signal);
    expect(first?.id).toBe(idsOf('knots')[1]);
    expect(first?.words).toContain('khovanov');
    expect(await relatedTo('arxiv:2609.99999', signal)).toEqual([]);
  });
});

test('an empty library is near nothing', async () => {
  expect(await library.near(papers)).toEqual({});
  expect(await library.near([])).toEqual({});
});
