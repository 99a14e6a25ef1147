import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBibtex, writeBibtex } from '../../../lib/formats/bibtex';
import { papersOfCsl, writeCslJson } from '../../../lib/formats/csl-json';
import { readCsv, writeCsv } from '../../../lib/formats/csv';
import { readJson } from '../../../lib/formats/json';
import { readMarkdown, writeMarkdownFiles } from '../../../lib/formats/markdown';
import type { Read } from '../../../lib/formats/problems';
import type { Reference } from '../../../lib/formats/reference';
import { readRis, writeRis } from '../../../lib/formats/ris';
import type { WholePaper } from '../../../lib/formats/whole-paper';
import { library } from './libraries';
import { saidBy } from './round-trip';
import { runs } from './runs';

const now = 1_790_000_000_000;

interface Format {
  name: string;
  write(papers: WholePaper[]): Iterable<string>;
  read(text: string, now: number): Read;
  /** What the format has no place for. */
  without?: (keyof Reference)[];
}

const formats: Format[] = [
  { name: 'BibTeX', write: (papers) => writeBibtex(papers), read: readBibtex },
  { name: 'BibLaTeX', write: (papers) => writeBibtex(papers, { isBiblatex: true }), read: readBibtex },
  // It knows the day, not the time.
  { name: 'RIS', write: (papers) => writeRis(papers), read: readRis, without: ['savedAt'] },
  { name: 'CSL-JSON', write: (papers) => writeCslJson(papers), read: (text, now) => papersOfCsl(readJson(text), now) },
  { name: 'CSV', write: (papers) => writeCsv(papers), read: readCsv },
  { name: 'Markdown files', write: (papers) => markdownFiles(papers), read: readMarkdownFiles },
];

const between = '\n\u0000\n';

function markdownFiles(papers: WholePaper[]): string[] {
  const files = [...writeMarkdownFiles(papers)];
  expect(new Set(files.map(({ name }) => name.toLowerCase())).size).toBe(files.length);
  // In the order of the library, and not of saving.
  const order = [...papers].filter(({ removedAt }) => !removedAt).sort(bySaving);
  const texts = new Map(order.map((whole, i) => [whole, files[i]?.text ?? '']));
  return [papers.flatMap((whole) => texts.get(whole) ?? []).join(between)];
}

function bySaving(a: WholePaper, b: WholePaper): number {
  return a.savedAt - b.savedAt || (a.paper.id < b.paper.id ? -1 : 1);
}

function readMarkdownFiles(text: string): Read {
  const reads = text === '' ? [] : text.split(between).map((file) => readMarkdown(file, now));
  return { papers: reads.flatMap(({ papers }) => papers), problems: reads.flatMap(({ problems }) => problems) };
}

test.each(formats)('what is written as $name is read again, all of it', ({ write, read, without = [] }) => {
  fc.assert(
    fc.property(library, (papers) => {
      const again = read([...write(papers)].join(''), now);
      expect(again.problems).toEqual([]);
      expect(again.papers.map((whole) => saidBy(whole, ...without))).toEqual(
        papers.map((whole) => saidBy(whole, ...without)),
      );
    }),
    { numRuns: runs(60) },
  );
});

test.each(formats)('what is in the trash is not written as $name', ({ write, read }) => {
  const paper = { id: 'arxiv:2609.00001' as const, title: 'Margins' };
  const papers: WholePaper[] = [
    { paper, ids: [paper.id], savedAt: 1, removedAt: 2 },
    {
      paper: { id: 'arxiv:2609.00002', title: 'Other' },
      ids: ['arxiv:2609.00002'],
      savedAt: 1,
      note: { id: '0198f9a2-7a6e-4a37-8000-000000000001', text: 'gone', createdAt: 1, updatedAt: 2, deletedAt: 3 },
      tags: [{ name: 'gone', at: 1, removedAt: 2 }],
      status: { at: 2 },
    },
  ];
  const text = [...write(papers)].join('');
  expect(text).not.toContain('gone');
  expect(read(text, now).papers.map((whole) => whole.paper.id)).toEqual(['arxiv:2609.00002']);
});
