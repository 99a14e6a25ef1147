import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pieceOf } from '../../lib/library/search-prints';
import { type Nearness, nearestTo } from '../../lib/nearness';
import { wordReader } from '../../lib/telling-words';
import { printOf, type Words } from '../../lib/word-prints';

const { signal } = new AbortController();
const read = wordReader();
const words = (title: string, abstract = '', own = ''): Words => ({ title, abstract, own });
const anyNearness: Nearness = { limit: 10, least: 0, leastWords: 1 };

/** What is near a text, by its place in the library. */
async function near(sought: Words, library: Words[], nearness: Partial<Nearness> = {}, isThere = (_: number) => true) {
  const { print, written } = printOf(sought, read);
  const pieces = [library.slice(0, 2), library.slice(2)].map((those, i) =>
    pieceOf(
      1 + 2 * i,
      those.map((each) => printOf(each, read).print),
    ),
  );
  const [found = []] = await nearestTo([print], pieces, isThere, { ...anyNearness, ...nearness }, signal);
  return found.map(({ doc, likeness, words }) => ({
    place: doc - 1,
    likeness,
    words: words.map((word) => written.get(word) ?? ''),
  }));
}

const library = [
  words('Graph networks for protein folding', 'Residues are nodes of a graph.'),
  words('Protein folding by Müller graphs', 'Residue contacts are predicted.'),
  words('Diffusion of pebbles on beaches', 'Waves sort pebbles.'),
  words('Why waves break', 'Beaches, pebbles and the tide.'),
  words('Knots untied', 'A theorem.'),
  words('Muller graphs revisited', ''),
];

test('the nearest come first, with the words that both have, the most telling first', async () => {
  const found = await near(words('On Müller’s graph and protein folding'), library);
  expect(found.map(({ place }) => place)).toEqual([1, 0, 5]);
  expect(found[0]?.words.toSorted()).toEqual(['folding', 'graph', 'müller', 'protein']);
  expect((await near(words('Pebbles and waves'), library)).map(({ place }) => place).toSorted()).toEqual([2, 3]);
});

test('tags and notes count too', async () => {
  const noted = [...library, words('Untitled', '', 'tides\nbeach walks')];
  const [first] = await near(words('The tide on a beach'), noted);
  expect(first?.place).toBe(6);
});

test('what has no word in common with any other, or is gone, is not near', async () => {
  expect(await near(words('Umbrellas'), library)).toEqual([]);
  expect((await near(words('Knots'), library)).map(({ place }) => place)).toEqual([4]);
  expect(await near(words('Knots'), library, {}, (doc) => doc !== 5)).toEqual([]);
});

test('less alike, with fewer words, or more than are wanted: not told', async () => {
  const sought = words('Müller graphs, protein folding');
  const all = await near(sought, library);
  expect(await near(sought, library, { limit: 1 })).toEqual(all.slice(0, 1));
  expect((await near(sought, library, { leastWords: 4 })).map(({ place }) => place)).toEqual([1]);
  const [, second] = all;
  expect(await near(sought, library, { least: second?.likeness ?? 1 })).toHaveLength(2);
});

test('likeness goes from 0 to 1; of several that look at once, each finds what it finds alone', async () => {
  const text = fc.array(fc.constantFrom('knot', 'wave', 'graph', 'pebble', 'tide', 'the'), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 8 }), async (texts) => {
      const prints = texts.map((each) => printOf(words(each.join(' ')), read).print);
      const pieces = [pieceOf(0, prints)];
      const found = await nearestTo(prints, pieces, () => true, anyNearness, signal);
      prints.forEach((print, i) => {
        const own = found[i]?.find(({ doc }) => doc === i);
        if (print.length > 0) expect(own?.likeness).toBeCloseTo(1, 4);
        for (const { doc, likeness } of found[i] ?? []) {
          expect(likeness).toBeLessThanOrEqual(1.0001);
          expect(likeness).toBeGreaterThan(0);
          const back = found[doc]?.find((other) => other.doc === i);
          expect(back?.likeness).toBeCloseTo(likeness, 4);
        }
      });
    }),
  );
});

test('ends when it is not wanted any more', async () => {
  const controller = new AbortController();
  controller.abort();
  const pieces = [pieceOf(0, [new Uint32Array([1])])];
  await expect(nearestTo([], pieces, () => true, anyNearness, controller.signal)).rejects.toThrow();
});

describe('a print', () => {
  test('has the words of a text once each, without plural and common words', () => {
    const { print, written } = printOf(words('Graphs of the graph', 'We propose a graph, and RL.'), read);
    expect(print).toHaveLength(2);
    expect([...written.values()]).toEqual(['graph', 'RL']);
  });

  test('of a long text, keeps what counts most', () => {
    const long = Array.from({ length: 500 }, (_, n) => `word${String.fromCharCode(97 + (n % 26))}${n}x`).join(' ');
    expect(printOf(words('Margins', long, 'gloss'), read).print).toHaveLength(64);
    const [near] = [printOf(words('Margins', '', 'gloss'), read).print, printOf(words('Margins', long, 'gloss'), read)];
    for (const word of near) expect(printOf(words('Margins', long, 'gloss'), read).print).toContain(word);
  });
});
