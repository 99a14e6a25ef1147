/** BibTeX and BibLaTeX. */
import type { PaperId } from '../paper';
import { bibtexEntries } from './bibtex-entries';
import { foundInBibtex } from './bibtex-found';
import { namesToBibtex } from './bibtex-names';
import { citationKeys } from './citation-key';
import { highlightsAsText } from './highlight-text';
import { linesToLatex, titleToLatex, toLatex } from './latex';
import type { Problem, Read } from './problems';
import { presentOnes, type Reference, referenceOf, writtenIds } from './reference';
import { Gathered } from './reference-paper';
import type { WholePaper } from './whole-paper';

export interface BibtexOptions {
  /** The names that BibLaTeX has for its fields. */
  isBiblatex?: boolean | undefined;
  /** Keys of the whole library, where only a part of it is written. */
  keys?: Map<PaperId, string> | undefined;
  /** Only what a list of references needs: without the abstract, and without what the user said. */
  isBare?: boolean | undefined;
}

const types = {
  preprint: ['misc', 'online'],
  conference: ['inproceedings', 'inproceedings'],
  journal: ['article', 'article'],
  other: ['misc', 'misc'],
} as const;

/** The file in pieces: one entry each. */
export function* writeBibtex(papers: WholePaper[], options: BibtexOptions = {}): Generator<string> {
  const present = presentOnes(papers);
  const keys = options.keys ?? citationKeys(present);
  for (const whole of present)
    yield `${bibtexEntry(referenceOf(whole), keys.get(whole.paper.id) ?? 'paper', options)}\n\n`;
}

/** One entry. */
export function bibtexEntry(reference: Reference, key: string, options: BibtexOptions = {}): string {
  const { isBiblatex = false, isBare = false } = options;
  const all = isBiblatex ? biblatexFields(reference) : bibtexFields(reference);
  const fields = isBare ? all.filter(([name]) => !ofReaders.has(name)) : all;
  const lines = fields.flatMap(([name, value]) => (value ? `  ${name} = ${value},` : []));
  return [`@${types[reference.kind][isBiblatex ? 1 : 0]}{${key},`, ...lines, '}'].join('\n');
}

type Field = [name: string, value: string | undefined];

function bibtexFields(reference: Reference): Field[] {
  const { kind, date, venue, journalRef, arxiv, primaryClass } = reference;
  const [year, month, day] = date?.split('-') ?? [];
  return [
    ...commonFields(reference),
    ['year', inBraces(year)],
    ['month', month && monthNames[Number(month) - 1]],
    ['day', day && inBraces(String(Number(day)))],
    [kind === 'conference' ? 'booktitle' : kind === 'journal' ? 'journal' : 'howpublished', text(venue)],
    ['journalref', text(journalRef)],
    ['eprint', verbatim(arxiv)],
    ['archivePrefix', arxiv && '{arXiv}'],
    ['primaryClass', verbatim(primaryClass)],
    ...userFields(reference),
    ['annote', lines(reference.note)],
  ];
}

function biblatexFields(reference: Reference): Field[] {
  const { kind, date, venue, journalRef, arxiv, primaryClass } = reference;
  return [
    ...commonFields(reference),
    ['date', inBraces(date)],
    [kind === 'conference' ? 'booktitle' : kind === 'journal' ? 'journaltitle' : 'howpublished', text(venue)],
    ['journalref', text(journalRef)],
    ['eprint', verbatim(arxiv)],
    ['eprinttype', arxiv && '{arxiv}'],
    ['eprintclass', verbatim(primaryClass)],
    ...userFields(reference),
    ['annotation', lines(reference.note)],
  ];
}

function commonFields({
  title,
  authors,
  organization,
  doi,
  url,
  pdf,
  version,
  abstract,
  comments,
  ids,
}: Reference): Field[] {
  return [
    ['title', `{${titleToLatex(title)}}`],
    ['author', authors && inBraces(namesToBibtex(authors))],
    ['organization', text(organization)],
    ['doi', verbatim(doi)],
    ['url', verbatim(url)],
    ['pdf', verbatim(pdf)],
    ['version', version ? `{${version}}` : undefined],
    ['pmid', verbatim(ids.find((id) => id.startsWith('pmid:'))?.slice(5))],
    ['note', text(comments)],
    ['abstract', lines(abstract)],
  ];
}

function userFields(reference: Reference): Field[] {
  const { tags, status, rating, highlights, savedAt } = reference;
  return [
    ['keywords', tags.length > 0 ? `{${tags.map(keyword).join(', ')}}` : undefined],
    // As JabRef has them.
    ['readstatus', status && `{${status}}`],
    ['ranking', rating && `{rank${rating}}`],
    ['timestamp', `{${new Date(savedAt).toISOString()}}`],
    ['highlights', highlights.length > 0 ? lines(highlightsAsText(highlights)) : undefined],
    ['papergloss', inBraces(writtenIds(reference))],
  ];
}

const ofReaders = new Set(
  'abstract keywords readstatus ranking timestamp highlights papergloss annote annotation pdf pmid version'.split(' '),
);

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

function inBraces(value: string | undefined): string | undefined {
  return value && `{${value}}`;
}

function text(value: string | undefined): string | undefined {
  return value && `{${toLatex(value)}}`;
}

function lines(value: string | undefined): string | undefined {
  return value && `{${linesToLatex(value)}}`;
}

/** Addresses and numbers are taken as they are; braces would be missed elsewhere, and a dollar begins mathematics. */
function verbatim(value: string | undefined): string | undefined {
  return value && `{${value.replace(/[{}\\$\s]/g, (sign) => encodeURIComponent(sign))}}`;
}

function keyword(tag: string): string {
  return /[,;]/.test(tag) ? `{${toLatex(tag)}}` : toLatex(tag);
}

/** All papers of a file. */
export function readBibtex(source: string, now: number): Read {
  const { entries, problems } = bibtexEntries(source);
  const gathered = new Gathered(now);
  for (const entry of entries) gathered.add(foundInBibtex(entry));
  return { papers: gathered.papers, problems: byLine([...problems, ...gathered.problems]) };
}

function byLine(problems: Problem[]): Problem[] {
  return problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}
