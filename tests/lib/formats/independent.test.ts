// @vitest-environment node
/** What is written is read by programs that others wrote. */
import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { parse as parseBibtex } from '@retorquere/bibtex-parser';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { writeBibtex } from '../../../lib/formats/bibtex';
import { citationKeys } from '../../../lib/formats/citation-key';
import { citationIn } from '../../../lib/formats/citation-styles';
import { writeCslJson } from '../../../lib/formats/csl-json';
import { writeCsv } from '../../../lib/formats/csv';
import { writeMarkdownFiles } from '../../../lib/formats/markdown';
import { familyOf, type Name, nameOf } from '../../../lib/formats/names';
import { type Reference, referenceOf } from '../../../lib/formats/reference';
import { writeRis } from '../../../lib/formats/ris';
import type { WholePaper } from '../../../lib/formats/whole-paper';
import { library } from './libraries';
import { runs } from './runs';

// These readers are large, and slow to begin.
vi.setConfig({ testTimeout: 60_000 + 1000 * runs(40) });

plugins.config.get('@bibtex').parse.strict = false;
plugins.config.get('@bibtex').parse.sentenceCase = 'never';

interface CslName {
  family?: string;
  given?: string;
  literal?: string;
  suffix?: string;
  'non-dropping-particle'?: string;
  'dropping-particle'?: string;
}

/** Words, and nothing of how they are spaced or which quotation marks they have. */
const words = (text: unknown) =>
  String(text ?? '')
    .normalize('NFC')
    .replace(/<\/?(?:span|i|b|sup|sub)\b[^>]*>/g, '')
    .replace(/[\s\u00a0\u200b]+/g, ' ')
    .trim();

const oneSpace = (text: string) => text.replace(/\s+/g, ' ').trim();

const family = (name: CslName) =>
  words(
    name.literal ?? [name['dropping-particle'], name['non-dropping-particle'], name.family].filter(Boolean).join(' '),
  );
const expectedFamilies = (reference: Reference) =>
  (reference.authors ?? []).map((author) => words(familyOf(nameOf(author))));
const given = (name: CslName) => words(name.given);
const expectedGiven = (reference: Reference) =>
  (reference.authors ?? []).map(nameOf).map((name: Name) => ('literal' in name ? '' : words(name.given)));

const dateParts = (date: string | undefined) => date?.split('-').map(Number);

/** Mathematics is read differently by each; what looks like it is not compared. */
const hasMath = (text: string | undefined) => /\$.*\$/s.test(text ?? '');

const check = (property: (papers: WholePaper[]) => void) =>
  fc.assert(fc.property(library, property), { numRuns: runs(40) });

test.each([false, true])('BibTeX, by @retorquere/bibtex-parser (BibLaTeX: %s)', (isBiblatex) => {
  check((papers) => {
    const keys = citationKeys(papers);
    const { entries, errors } = parseBibtex([...writeBibtex(papers, { isBiblatex })].join(''), {
      sentenceCase: false,
      caseProtection: false,
    });
    expect(errors).toEqual([]);
    expect(entries.map(({ key }) => key)).toEqual(papers.map(({ paper }) => keys.get(paper.id)));
    for (const [i, { fields }] of entries.entries()) {
      const reference = referenceOf(papers[i] as WholePaper);
      if (!hasMath(reference.title)) expect(words(fields.title)).toBe(words(reference.title));
      expect((fields.author ?? []).length).toBe((reference.authors ?? []).length);
      expect(fields.doi).toBe(reference.doi);
      expect(fields.eprint).toBe(reference.arxiv);
      if (reference.arxiv) expect(isBiblatex ? fields.eprinttype : fields.archiveprefix).toMatch(/^arxiv$/i);
      if (reference.venue && !hasMath(reference.venue)) {
        expect(words(fields.journal ?? fields.journaltitle ?? fields.booktitle ?? fields.howpublished)).toBe(
          words(reference.venue),
        );
      }
      if (isBiblatex) expect(fields.date).toBe(reference.date);
      else expect(fields.year).toBe(reference.date?.slice(0, 4));
    }
  });
});

test('BibTeX, by citation-js', () => {
  check((papers) => {
    const items = new Cite([...writeBibtex(papers)].join('')).data;
    expect(items.length).toBe(papers.length);
    for (const [i, item] of items.entries()) {
      const reference = referenceOf(papers[i] as WholePaper);
      if (!hasMath(reference.title)) expect(words(item.title)).toBe(words(reference.title));
      expect((item.author ?? []).map(family)).toEqual(expectedFamilies(reference));
      expect((item.author ?? []).map(given)).toEqual(expectedGiven(reference));
      expect(item.DOI).toBe(reference.doi);
      expect(item.issued?.['date-parts']?.[0]).toEqual(dateParts(reference.date));
    }
  });
});

test('RIS, by citation-js', () => {
  check((papers) => {
    const items = new Cite([...writeRis(papers)].join('')).data;
    expect(items.length).toBe(papers.length);
    for (const [i, item] of items.entries()) {
      const reference = referenceOf(papers[i] as WholePaper);
      // It takes what looks like a tag inside of a line for one.
      const isPlain = (text: string | undefined) => !/ {2}-( |$)/m.test(text ?? '');
      if (isPlain(reference.title)) expect(words(item.title)).toBe(words(reference.title));
      if (isPlain(reference.abstract)) expect(words(item.abstract)).toBe(words(reference.abstract));
      expect((item.author ?? []).map(family)).toEqual(expectedFamilies(reference));
      expect(item.DOI).toBe(reference.doi);
      if (reference.date) expect(item.issued?.['date-parts']?.[0]?.[0]).toBe(dateParts(reference.date)?.[0]);
      if (reference.tags.every(isPlain) && reference.tags.length > 0) {
        expect(words(item.keyword)).toBe(words(reference.tags.join(',')));
      }
    }
  });
});

test('CSL-JSON, by citation-js', () => {
  check((papers) => {
    const items = new Cite([...writeCslJson(papers)].join('')).data;
    expect(items.length).toBe(papers.length);
    for (const [i, item] of items.entries()) {
      const reference = referenceOf(papers[i] as WholePaper);
      expect(item.title).toBe(reference.title);
      expect((item.author ?? []).map(family)).toEqual(expectedFamilies(reference));
      expect((item.author ?? []).map(given)).toEqual(expectedGiven(reference));
      expect(item.abstract).toBe(reference.abstract);
      expect(item.note).toBe(reference.note);
      expect(item.DOI).toBe(reference.doi);
      expect(item.issued?.['date-parts']?.[0]).toEqual(dateParts(reference.date));
    }
  });
});

test('CSV, by csv-parse; what a spreadsheet would compute has an apostrophe before it', () => {
  check((papers) => {
    const rows: Record<string, string>[] = parseCsv([...writeCsv(papers)].join(''), { bom: true, columns: true });
    const cell = (text: string | undefined) => (/^'*[=+\-@\t\r]/.test(text ?? '') ? `'${text}` : (text ?? ''));
    expect(rows.length).toBe(papers.length);
    for (const [i, row] of rows.entries()) {
      const reference = referenceOf(papers[i] as WholePaper);
      expect(row.Title).toBe(cell(reference.title));
      expect(row.Note).toBe(cell(reference.note));
      expect(row.Abstract).toBe(cell(reference.abstract));
      expect(row.Authors).toBe(cell(reference.authors?.join('; ')));
      for (const value of Object.values(row)) expect(value).not.toMatch(/^[=+\-@\t\r]/);
    }
  });
});

test('the front matter of Markdown files, by yaml', () => {
  check((papers) => {
    const byTitle = new Map(papers.map((whole) => [whole.paper.id, referenceOf(whole)]));
    for (const { name, text } of writeMarkdownFiles(papers)) {
      expect(name).toMatch(/^[^\\/:*?"<>|#^[\]]+\.md$/);
      const [, yaml = ''] = /^---\n([\s\S]*?)\n---\n/.exec(text) ?? [];
      const properties = parseYaml(yaml, { version: '1.1' });
      const reference = [...byTitle.values()].find(({ title, savedAt }) => {
        return (
          oneSpace(title) === properties.title &&
          new Date(savedAt).toISOString() === new Date(properties.saved).toISOString()
        );
      });
      expect(reference).toBeDefined();
      expect(properties.authors).toEqual(reference?.authors);
      expect(properties.venue).toEqual(reference?.venue);
      expect(properties['tags-as-typed'] ?? properties.tags ?? []).toEqual(reference?.tags);
    }
  });
});

const people = ['Ada Margin', 'Jean-Luc van der Berg', 'Martin King Jr.', 'OpenAI', 'Łukasz Ö. Müller'];

test.each([1, 2, 3, 5])('APA, by citeproc: the same names and the same year (%s authors)', (count) => {
  const whole: WholePaper = {
    paper: {
      id: 'doi:10.1000/x1',
      title: 'Margins matter',
      authors: people.slice(0, count),
      published: '2024-05-01',
      venue: 'Nature',
    },
    ids: ['doi:10.1000/x1'],
    savedAt: 1,
  };
  const item = JSON.parse([...writeCslJson([whole])].join(''));
  const theirs = words(new Cite(item).format('bibliography', { template: 'apa', format: 'text' }));
  const ours = citationIn('apa', referenceOf(whole));
  const until = (text: string) => text.slice(0, text.indexOf(' Margins'));
  expect(until(ours).replace(/\(2024\)/, '')).toBe(until(theirs).replace(/\(2024[^)]*\)/, ''));
  expect(theirs.endsWith('https://doi.org/10.1000/x1')).toBe(ours.endsWith('https://doi.org/10.1000/x1'));
});
