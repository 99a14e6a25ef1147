import { beforeEach, expect, test } from 'vitest';
import { db } from '../../../lib/library/db';
import { library } from '../../../lib/library/library';
import type { Highlight } from '../../../lib/quote';
import { aPaper } from '../../papers';

const paper = aPaper();
const highlight: Highlight = {
  id: '5f0c2a52-7d3e-4a7e-9a55-0d9d1d1f6a01',
  quote: { exact: 'notes beside', prefix: 'We put ', suffix: ' every line' },
};

beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
});

const highlights = async () => (await library.find([paper.id]))[paper.id]?.highlights;

test('a highlight saves the paper; sent again with a comment, it is the same one', async () => {
  await library.highlight({ paper, highlight });
  await library.highlight({ paper, highlight: { ...highlight, comment: 'how?' } });
  expect(await highlights()).toEqual([{ ...highlight, comment: 'how?' }]);
});

test('a paper that is asked for under several identifiers has each highlight once', async () => {
  const alias = 's2:3948b240855f9c2341295f1f9b3ee4a7cd3c80cd';
  await library.highlight({ paper: { ...paper, aliases: [alias] }, highlight });
  expect((await library.find([paper.id, alias]))[alias]?.highlights).toEqual([highlight]);
});

test('a highlight that was taken away comes back as it was', async () => {
  await library.highlight({ paper, highlight: { ...highlight, comment: 'how?' } });
  await library.removeHighlight(highlight.id);
  expect(await highlights()).toBeUndefined();
  await library.restoreHighlight(highlight.id);
  expect(await highlights()).toEqual([{ ...highlight, comment: 'how?' }]);
});
