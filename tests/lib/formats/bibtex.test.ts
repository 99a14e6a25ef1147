import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBibtex, writeBibtex } from '../../../lib/formats/bibtex';
import { library } from './libraries';
import { saidBy } from './round-trip';

const now = 1_790_000_000_000;

test.each([false, true])('what is written is read again (BibLaTeX: %s)', (isBiblatex) => {
  fc.assert(
    fc.property(library, (papers) => {
      const read = readBibtex([...writeBibtex(papers, { isBiblatex })].join(''), now);
      expect(read.problems).toEqual([]);
      expect(read.papers.map((whole) => saidBy(whole))).toEqual(papers.map((whole) => saidBy(whole)));
    }),
  );
});
