import { expect, test } from 'vitest';
import { type CompletionSource, complete } from '../../../lib/search/complete';

const years: CompletionSource = {
  valuesOf: async (_, beginning) =>
    ['2024', '2023'].filter((year) => year.startsWith(beginning)).map((key) => ({ key, shown: key, papers: 4 })),
};

test('offers the values of a field that begin so', async () => {
  const { completions } = await complete('margins year:20', 15, years);
  expect(completions.map(({ insert }) => insert)).toEqual(['year:2024', 'year:2023']);
});

test('what is there already is not offered: the list would only be in the way', async () => {
  const { completions } = await complete('margins year:2024', 17, years);
  expect(completions).toEqual([]);
});
