/** CSV, for spreadsheets: a row for each paper. */
import type { PaperId } from '../paper';
import { citationKeys } from './citation-key';
import { csvRows } from './csv-rows';
import { highlightsAsText, highlightsIn } from './highlight-text';
import { foundInValues } from './named-values';
import { NothingRead, type Problem, type Read } from './problems';
import { presentOnes, type Reference, referenceOf, writtenIds } from './reference';
import { type Found, Gathered } from './reference-paper';
import type { WholePaper } from './whole-paper';

type Column = [name: string, value: (reference: Reference, key: string) => string | number | undefined];

const columns: Column[] = [
  ['Title', ({ title }) => title],
  ['Authors', ({ authors }) => authors?.join('; ')],
  ['Date', ({ date }) => date],
  ['Venue', ({ venue }) => venue],
  ['Status', ({ status }) => status],
  ['Rating', ({ rating }) => rating],
  ['Tags', ({ tags }) => tags.map((tag) => tag.replace(/[;\\]/g, '\\$&')).join('; ')],
  ['Note', ({ note }) => note],
  ['Highlights', ({ highlights }) => highlightsAsText(highlights)],
  ['URL', ({ url }) => url],
  ['PDF', ({ pdf }) => pdf],
  ['DOI', ({ doi }) => doi],
  ['arXiv', ({ arxiv }) => arxiv],
  ['Subject', ({ primaryClass }) => primaryClass],
  ['Version', ({ version }) => version],
  ['Organization', ({ organization }) => organization],
  ['Journal reference', ({ journalRef }) => journalRef],
  ['Comments', ({ comments }) => comments],
  ['Abstract', ({ abstract }) => abstract],
  ['Saved', ({ savedAt }) => new Date(savedAt).toISOString()],
  ['Key', (_, key) => key],
  ['Identifiers', writtenIds],
];

/** The file in pieces: a row each. The first sign says that it is UTF-8: Excel asks for it. */
export function* writeCsv(papers: WholePaper[], keys?: Map<PaperId, string>): Generator<string> {
  const present = presentOnes(papers);
  const known = keys ?? citationKeys(present);
  yield `\ufeff${columns.map(([name]) => name).join(',')}\r\n`;
  for (const whole of present) {
    const reference = referenceOf(whole);
    const key = known.get(whole.paper.id) ?? '';
    yield `${columns.map(([, value]) => cell(value(reference, key))).join(',')}\r\n`;
  }
}

/** Spreadsheets take these for formulas, and some formulas do harm. */
const formula = /^'*[=+\-@\t\r]/;

function cell(value: string | number | undefined): string {
  const text = String(value ?? '');
  const safe = typeof value === 'string' && formula.test(text) ? `'${text}` : text;
  return /[",\r\n;\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Our names of columns, by those of others. */
const synonyms: Record<string, string> = {
  author: 'authors',
  name: 'title',
  year: 'date',
  'publication year': 'date',
  published: 'date',
  'publication title': 'venue',
  journal: 'venue',
  'conference name': 'venue',
  'manual tags': 'tags',
  keywords: 'tags',
  notes: 'note',
  link: 'url',
  'abstract note': 'abstract',
  'date added': 'saved',
  'arxiv id': 'arxiv',
};

/** Whether the first line of a text names the columns of papers. */
export function isCsv(text: string): boolean {
  const [line = ''] = /^[^\r\n]{0,5000}/.exec(text.trimStart()) ?? [];
  const names = line.split(/[,;\t]/).map((name) => columnName(name.replaceAll('"', '')));
  return names.length > 1 && names.includes('title');
}

/** All papers of a file. */
export function readCsv(text: string, now: number): Read {
  const { rows, problems } = csvRows(text);
  const [header, ...others] = rows;
  const names = header?.cells.map(columnName) ?? [];
  if (!names.includes('title')) throw new NothingRead('noPapers');
  const gathered = new Gathered(now);
  for (const { cells, line } of others)
    gathered.add(foundIn(new Map(names.map((name, i) => [name, cells[i] ?? ''])), line));
  const all: Problem[] = [...problems, ...gathered.problems];
  return { papers: gathered.papers, problems: all };
}

function columnName(written: string): string {
  const name = written.trim().toLowerCase();
  return Object.hasOwn(synonyms, name) ? (synonyms[name] ?? name) : name;
}

function foundIn(row: Map<string, string>, line: number): Found {
  const value = (name: string) => {
    const text = row.get(name)?.trim();
    return text && /^''*[=+\-@\t\r]/.test(text) ? text.slice(1) : text || undefined;
  };
  return {
    ...foundInValues(value),
    line,
    authors: value('authors')?.split(';'),
    tags: (value('tags') ?? '').match(/(?:[^;\\]|\\.)+/gs)?.map((tag) => tag.replace(/\\(.)/gs, '$1')) ?? [],
    note: value('note'),
    highlights: highlightsIn(value('highlights') ?? ''),
    journalRef: value('journal reference'),
    abstract: value('abstract'),
  };
}
