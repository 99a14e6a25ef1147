/** Markdown: one file of all papers, or a file for each, as Obsidian and other notebooks of files want it. */
import { parse } from 'yaml';
import type { PaperId } from '../paper';
import { citationKeys } from './citation-key';
import { citationIn } from './citation-styles';
import { FileNames } from './file-names';
import { highlightsAsText, highlightsIn } from './highlight-text';
import { isRecord, tame } from './json';
import { linkTarget, markdownText, textOfMarkdown } from './markdown-text';
import { foundInValues } from './named-values';
import { NothingRead, type Read } from './problems';
import { addressFor, presentOnes, type Reference, referenceOf, writtenIds } from './reference';
import { Gathered } from './reference-paper';
import { filledIn, type Values, yamlText } from './template';
import type { WholePaper } from './whole-paper';

/** The template of a file for one paper, until the user edits it. `templateNames` are the names that it may use. */
export const usualTemplate = `---
{{properties}}
---

# {{title}}

{{citation}}
{{#abstract}}
## Abstract

{{abstract}}
{{/abstract}}{{#highlights}}
## Highlights

{{highlights}}
{{/highlights}}{{#note}}
## Note

{{note}}
{{/note}}`;

export interface MarkdownFile {
  /** With its extension; safe on every system, and given to no other one. */
  name: string;
  text: string;
}

/** A file for each paper. Names do not change when more is saved: who came first keeps the plain one. */
export function* writeMarkdownFiles(
  papers: WholePaper[],
  template = usualTemplate,
  keys?: Map<PaperId, string>,
): Generator<MarkdownFile> {
  const present = presentOnes(papers).sort((a, b) => a.savedAt - b.savedAt || (a.paper.id < b.paper.id ? -1 : 1));
  const known = keys ?? citationKeys(present);
  const names = new FileNames();
  for (const whole of present) {
    const key = known.get(whole.paper.id) ?? 'paper';
    const reference = referenceOf(whole);
    yield { name: `${names.take(reference.title, key)}.md`, text: filledIn(template, valuesOf(reference, key)) };
  }
}

/** One file, in pieces. */
export function* writeMarkdown(papers: WholePaper[], title: string): Generator<string> {
  yield `# ${markdownText(title)}\n`;
  for (const whole of presentOnes(papers)) yield filledIn(listTemplate, valuesOf(referenceOf(whole), ''));
}

const listTemplate = `
## {{link}}

{{citation}}
{{#marks}}
{{marks}}
{{/marks}}{{#highlights}}
{{highlights}}
{{/highlights}}{{#note}}
{{note}}
{{/note}}`;

/** What a template can name. */
export const templateNames = [
  'properties',
  'title',
  'link',
  'citation',
  'authors',
  'date',
  'year',
  'venue',
  'abstract',
  'note',
  'highlights',
  'tags',
  'status',
  'rating',
  'marks',
  'key',
  'id',
  'url',
  'pdf',
  'doi',
  'arxiv',
  'saved',
] as const;

function valuesOf(reference: Reference, key: string): Record<(typeof templateNames)[number], string> & Values {
  const { title, authors = [], date = '', venue = '', abstract = '', note = '', tags, status = '', rating } = reference;
  const url = addressFor(reference) ?? '';
  const hashtags = tags.map((tag) => `#${tagForObsidian(tag)}`).join(' ');
  const stars = rating ? '★'.repeat(rating) + '☆'.repeat(5 - rating) : '';
  return {
    properties: propertiesOf(reference, key),
    title: markdownText(oneLine(title)),
    link: url ? `[${markdownText(oneLine(title))}](${linkTarget(url)})` : markdownText(oneLine(title)),
    citation: markdownText(citationIn('apa', reference)),
    authors: markdownText(authors.join(', ')),
    date,
    year: date.slice(0, 4),
    venue: markdownText(oneLine(venue)),
    abstract: markdownText(abstract),
    // Notes are Markdown already.
    note,
    // A comment may say what the template says.
    highlights: highlightsAsText(reference.highlights).replace(/^(?=\\*## )/gm, '\\'),
    tags: hashtags,
    status,
    rating: stars,
    marks: [status, stars, hashtags].filter(Boolean).join(' · '),
    key,
    id: reference.ids[0] ?? '',
    url,
    pdf: reference.pdf ?? '',
    doi: reference.doi ?? '',
    arxiv: reference.arxiv ?? '',
    saved: new Date(reference.savedAt).toISOString().slice(0, 10),
  };
}

/** The front matter: what Obsidian calls properties. */
function propertiesOf(reference: Reference, key: string): string {
  const { tags, organization, journalRef, comments, primaryClass, version } = reference;
  const plain = tags.map(tagForObsidian);
  const isChanged = tags.some((tag, i) => tag !== plain[i]);
  const properties: [name: string, value: string | number | string[] | undefined][] = [
    ['title', oneLine(reference.title)],
    ['authors', reference.authors],
    ['date', reference.date],
    ['venue', reference.venue],
    ['tags', plain.length > 0 ? plain : undefined],
    ['tags-as-typed', isChanged ? tags : undefined],
    ['status', reference.status],
    ['rating', reference.rating],
    ['url', reference.url],
    ['pdf', reference.pdf],
    ['doi', reference.doi],
    ['arxiv', reference.arxiv],
    ['subject', primaryClass],
    ['version', version],
    ['organization', organization],
    ['journal', journalRef],
    ['comments', comments],
    ['citekey', key],
    ['saved', new Date(reference.savedAt).toISOString()],
    ['identifiers', writtenIds(reference)],
  ];
  return properties
    .flatMap(([name, value]) => {
      if (value === undefined || value === '') return [];
      if (typeof value === 'number') return `${name}: ${value}`;
      if (typeof value === 'string') return `${name}: ${yamlText(value)}`;
      return [`${name}:`, ...value.map((each) => `  - ${yamlText(each)}`)];
    })
    .join('\n');
}

/** Obsidian's tags have no spaces, and are no numbers. */
function tagForObsidian(tag: string): string {
  const plain = tag.replace(/[^\p{L}\p{M}\p{N}_/-]+/gu, '-').replace(/^-+|-+$/g, '');
  return /[^\d]/.test(plain) ? plain : `_${plain}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Longer front matter was not written by people. */
const maxProperties = 200_000;

/** The paper of a file that was written for it. What the user did to the template may be more than can be read. */
export function readMarkdown(text: string, now: number): Read {
  const [, yaml, body = ''] =
    /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n([\s\S]*))?$/.exec(text.trimStart()) ?? [];
  const properties = yaml && yaml.length <= maxProperties ? propertiesIn(yaml) : undefined;
  if (!properties) throw new NothingRead('noPapers');
  const { rest: withoutNote, part: note } = section(body.replaceAll('\r\n', '\n'), 'Note');
  const { rest, part: highlights } = section(withoutNote, 'Highlights');
  const { part: abstract } = section(rest, 'Abstract');
  const value = (name: string) => {
    const written = properties.get(name);
    return typeof written === 'string' || typeof written === 'number' ? String(written) : undefined;
  };
  const list = (name: string) => {
    const written = properties.get(name);
    return Array.isArray(written) ? written.map(String) : typeof written === 'string' ? [written] : undefined;
  };
  const gathered = new Gathered(now);
  gathered.add({
    ...foundInValues(value),
    line: 1,
    authors: list('authors'),
    tags: list('tags-as-typed') ?? list('tags') ?? [],
    journalRef: value('journal'),
    abstract: abstract && textOfMarkdown(abstract),
    note,
    highlights: highlightsIn((highlights ?? '').replace(/^\\(?=\\*## )/gm, '')),
  });
  return gathered;
}

function propertiesIn(yaml: string): Map<string, unknown> | undefined {
  try {
    const value: unknown = parse(yaml, { logLevel: 'error' });
    return isRecord(value) && tame(value) ? new Map(Object.entries(value)) : undefined;
  } catch (error) {
    // The library throws its own errors, and a RangeError where it is too deep.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

/** What stands below a heading, and what stands before it. */
function section(body: string, heading: string): { rest: string; part?: string | undefined } {
  const start = `\n${body}`.indexOf(`\n## ${heading}\n`);
  if (start < 0) return { rest: body };
  return { rest: body.slice(0, start), part: body.slice(start + heading.length + 4).trim() || undefined };
}
