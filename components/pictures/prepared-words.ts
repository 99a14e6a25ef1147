import { wordsRows } from '../../lib/library/picture-rows';
import type { PaperId } from '../../lib/paper';
import { type WordVectors, wordVectors } from '../../lib/word-vectors';

/** Milliseconds after which the library is read anew. Until then, a new note or tag counts for nothing. */
const freshFor = 5 * 60_000;

let latest: { words: Promise<WordVectors>; at: number } | undefined;

/** The words of all saved papers, ready to be compared: prepared once, and again when they are old or lack this paper. */
export async function preparedWords(id: PaperId): Promise<WordVectors> {
  if (latest && Date.now() - latest.at < freshFor) {
    const words = await latest.words;
    if (words.rows.some((row) => row.id === id)) return words;
  }
  // Whoever asks next waits for the same: nothing ends it but the end of the page.
  const { signal } = new AbortController();
  const words = wordsRows(signal).then((rows) => wordVectors(rows, signal));
  latest = { words, at: Date.now() };
  words.catch(() => {
    latest = undefined; // Whoever asked hears of it; the next one tries again.
  });
  return words;
}
