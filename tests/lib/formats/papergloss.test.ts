import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFile } from '../../../lib/formats/detect';
import { readJson } from '../../../lib/formats/json';
import { type Exported, papersOfFile, writePapergloss } from '../../../lib/formats/papergloss';
import { paperglossSchema } from '../../../lib/formats/papergloss-schema';
import { problemWords } from '../../../lib/formats/problem-words';
import type { WholePaper } from '../../../lib/formats/whole-paper';
import { library } from './libraries';

const exportedAt = 1_790_000_000_000;
const written = (exported: Exported) => [...writePapergloss(exported, exportedAt)].join('');

const whole: WholePaper = {
  paper: { id: 'arxiv:2609.00001', title: 'Margins Matter' },
  ids: ['arxiv:2609.00001'],
  savedAt: 1,
  note: { id: '0198f9a2-7a6e-4a37-8000-000000000001', text: 'A gloss.', createdAt: 1, updatedAt: 2 },
};

test('what is written is read again, all of it', () => {
  fc.assert(
    fc.property(library, (papers) => {
      const read = papersOfFile(readJson(written({ papers })));
      expect(read).toEqual({ papers, problems: [] });
    }),
  );
});

test('tombstones, versions of notes, merged papers, hidden ones and pairs kept apart go along', () => {
  const exported = {
    papers: [
      {
        ...whole,
        removedAt: 5,
        others: [
          { paper: { id: 'doi:10.1/x' as const, title: 'M' }, ids: ['doi:10.1/x' as const], savedAt: 1, mergedAt: 3 },
        ],
        note: {
          id: '0198f9a2-7a6e-4a37-8000-000000000001',
          text: '',
          createdAt: 1,
          updatedAt: 2,
          deletedAt: 3,
          versions: [{ id: '0198f9a2-7a6e-4a37-8000-000000000002', text: 'Old', writtenAt: 1, replacedAt: 2 }],
        },
        status: { at: 4 },
        tags: [{ name: 'gone', at: 1, removedAt: 2 }],
      },
    ],
    hidden: [{ id: 'arxiv:2609.00002' as const, hiddenAt: 7 }],
    keptApart: [{ papers: ['arxiv:2609.00001', 'doi:10.1/y'] as [`arxiv:${string}`, `doi:${string}`], at: 8 }],
  };
  expect(papersOfFile(readJson(written(exported)))).toEqual({ ...exported, problems: [] });
});

test('a later version is read as far as it is known, keeps what is not, and says so', () => {
  const later = { ...whole, mood: 'curious', paper: { ...whole.paper, doiDate: '2030' } };
  const file = JSON.stringify({ format: 'papergloss', version: 2, exportedAt, papers: [later], shelves: [] });
  const read = readFile(new TextEncoder().encode(file), 'a.json', { words: problemWords() });
  expect(read.papers).toEqual([later]);
  expect(read.unreadable).toEqual([]);
  expect(read.warnings).toEqual([expect.stringMatching(/later Papergloss \(format 2; this version knows 1\)/)]);
});

test('a paper with a broken field is read without it; one without its title is named', () => {
  const papers = [
    {
      ...whole,
      rating: { value: 9, at: 1 },
      tags: [
        { name: 'kept', at: 1 },
        { name: '', at: 1 },
      ],
    },
    { ...whole, paper: { id: 'arxiv:2609.00003' } },
    { ...whole, paper: { ...whole.paper, id: 'arxiv:2609.00004' } },
  ];
  const file = JSON.stringify({ format: 'papergloss', version: 1, exportedAt, papers });
  const read = readFile(new TextEncoder().encode(file), 'a.json', { words: problemWords() });
  expect(read.papers.map(({ paper }) => paper.id)).toEqual(['arxiv:2609.00001', 'arxiv:2609.00004']);
  expect(read.papers[0]).toMatchObject({ note: { text: 'A gloss.' }, tags: [{ name: 'kept' }] });
  expect(read.unreadable).toEqual([
    { reason: expect.stringContaining('“rating.value”'), text: 'Margins Matter' },
    { reason: expect.stringContaining('“paper.title” is missing'), text: 'arxiv:2609.00003' },
  ]);
});

test('of half a file, the papers before its end are read', () => {
  const papers = Array.from({ length: 20 }, (_, i) => ({
    ...whole,
    paper: { ...whole.paper, id: `arxiv:2609.000${i + 10}` },
  }));
  const file = written({ papers: papers as WholePaper[] });
  const read = papersOfFile(readJson(file.slice(0, file.indexOf('arxiv:2609.00025') + 40)));
  expect(read.papers.map(({ paper }) => paper.id)).toEqual(papers.slice(0, 15).map(({ paper }) => paper.id));
  expect(read.problems).toEqual([{ problem: 'cutOff', line: 17, text: expect.stringContaining('"arxiv:2609.00025"') }]);
});

test('the published schema is up to date', () => {
  expect(readFileSync('docs/papergloss.schema.json', 'utf8'), 'Run npm run schema').toBe(paperglossSchema());
});
