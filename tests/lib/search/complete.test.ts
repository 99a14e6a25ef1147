import { expect, test } from 'vitest';
import { type CompletionSource, complete, stillMeant } from '../../../lib/search/complete';

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

test('while somebody types on, only what may still be meant stays', async () => {
  const left = async (before: string, after: string) =>
    stillMeant(await complete(before, before.length, years), after, after.length).map(({ insert }) => insert);
  expect(await left('margins ye', 'margins yea')).toEqual(['year:']);
  expect(await left('margins ye', 'margins year:')).toEqual([]);
  expect(await left('margins ye', 'margins year:2')).toEqual([]);
  expect(await left('margins year:', 'margins year:202')).toEqual(['year:2024', 'year:2023']);
  expect(await left('margins year:202', 'margins year:2024')).toEqual([]);
  expect(await left('year:202', 'year:20 ')).toEqual([]);
});

test('a name in quotes stays: it may begin otherwise than it is written', async () => {
  const tags: CompletionSource = { valuesOf: async () => [{ key: 'ähnlich', shown: 'Ähnlich', papers: 1 }] };
  const offered = await complete('tag:a', 5, tags);
  expect(stillMeant(offered, 'tag:ah', 6)).toEqual(offered.completions);
  expect(stillMeant(offered, 'tag:"Ähnlich"', 13)).toEqual([]);
});
