/** RIS: `XX  - value`, one line each; what follows without a tag goes on with the value before. */
import { statuses } from '../marks';
import type { PaperId } from '../paper';
import { citationKeys } from './citation-key';
import { highlightsAsText, highlightsIn } from './highlight-text';
import type { Kind } from './kinds';
import { linesOf } from './lines';
import { nameOf, shownName } from './names';
import { beginningOf, type Problem, type Read } from './problems';
import { ratingOf } from './ratings';
import { presentOnes, type Reference, readIds, referenceOf, writtenIds } from './reference';
import { type Found, Gathered } from './reference-paper';
import type { WholePaper } from './whole-paper';

const types: Record<Kind, string> = { preprint: 'UNPB', conference: 'CPAPER', journal: 'JOUR', other: 'GEN' };

/** The file in pieces: one entry each. */
export function* writeRis(papers: WholePaper[], keys?: Map<PaperId, string>): Generator<string> {
  const present = presentOnes(papers);
  const known = keys ?? citationKeys(present);
  for (const whole of present) yield risEntry(referenceOf(whole), known.get(whole.paper.id) ?? 'paper');
}

function risEntry(reference: Reference, key: string): string {
  const { authors = [], date, arxiv, highlights, tags } = reference;
  const [year, month = '', day = ''] = date?.split('-') ?? [];
  const fields: [tag: string, value: string | number | undefined][] = [
    ['TY', types[reference.kind]],
    ['ID', key],
    ['TI', reference.title],
    ...authors.map((author): [string, string] => ['AU', risName(author)]),
    ['PY', year],
    ['DA', year && `${year}/${month}/${day}`],
    ['T2', reference.venue],
    ['AB', reference.abstract],
    ['DO', reference.doi],
    ['UR', reference.url],
    ['L1', reference.pdf],
    ['AN', arxiv && `arXiv:${arxiv}`],
    ['PB', reference.kind === 'preprint' && arxiv ? 'arXiv' : undefined],
    ['AD', reference.organization],
    ['ET', reference.version],
    ['RN', reference.comments],
    ...tags.map((tag): [string, string] => ['KW', tag]),
    ['N1', reference.note],
    ['Y2', new Date(reference.savedAt).toISOString().slice(0, 10).replaceAll('-', '/')],
    ['C3', reference.primaryClass],
    ['C4', reference.journalRef],
    ['C5', reference.status],
    ['C6', reference.rating],
    ['C7', highlights.length > 0 ? highlightsAsText(highlights) : undefined],
    ['C8', writtenIds(reference)],
  ];
  const written = fields.flatMap(([tag, value]) =>
    value === undefined || value === '' ? [] : `${tag}  - ${lines(String(value))}`,
  );
  return `${[...written, 'ER  - '].join('\r\n')}\r\n\r\n`;
}

/** The tag that a line begins with, however many spaces stand in it. */
const tagged = /^([A-Z][A-Z0-9]) {1,2}-(?: (.*)|\s*)$/;
/** A line of text that only looks like one: another space keeps it apart, and nobody sees it. */
const looksTagged = /^(\s*[A-Z][A-Z0-9] ?) (?=-)/;
const keptApart = /^(\s*[A-Z][A-Z0-9] ?)\u00a0(?=-)/;

function lines(value: string): string {
  const [first = '', ...more] = linesOf(value);
  return [first, ...more.map((line) => line.replace(looksTagged, '$1\u00a0'))].join('\r\n');
}

function risName(author: string): string {
  const name = nameOf(author);
  if ('literal' in name) return name.literal;
  const family = [name.particle, name.family].filter(Boolean).join(' ');
  return [family, name.given, name.suffix].filter(Boolean).join(', ');
}

interface RisEntry {
  line: number;
  fields: Map<string, string[]>;
}

/** All papers of a file. */
export function readRis(text: string, now: number): Read {
  const { entries, problems } = risEntries(text);
  const gathered = new Gathered(now);
  for (const entry of entries) gathered.add(foundIn(entry));
  return { papers: gathered.papers, problems: [...problems, ...gathered.problems] };
}

function risEntries(text: string): { entries: RisEntry[]; problems: Problem[] } {
  const entries: RisEntry[] = [];
  const problems: Problem[] = [];
  let entry: RisEntry | undefined;
  /** The values of the tag that was last, whose last one goes on. */
  let open: string[][] | undefined;
  const end = () => {
    for (const [tag, values] of entry?.fields ?? [])
      entry?.fields.set(tag, values.map((value) => value.trim()).filter(Boolean));
    entry = undefined;
    open = undefined;
  };
  const values = new Map<string, string[][]>();
  const finish = () => {
    for (const [tag, parts] of values)
      entry?.fields.set(
        tag,
        parts.map((part) => part.join('\n')),
      );
    values.clear();
    end();
  };
  for (const [i, written] of linesOf(text).entries()) {
    const [, tag, value = ''] = tagged.exec(written) ?? [];
    if (tag === 'TY') {
      if (entry)
        problems.push({ problem: 'noEnd', line: entry.line, text: beginningOf(values.get('TI')?.[0]?.[0] ?? '') });
      finish();
      entry = { line: i + 1, fields: new Map() };
      entries.push(entry);
    }
    if (!entry) {
      if (written.trim() && tag !== 'ER' && problems.length < 1)
        problems.push({ problem: 'badEntry', line: i + 1, text: beginningOf(written) });
    } else if (tag === 'ER') finish();
    else if (tag) {
      open = values.get(tag) ?? [];
      values.set(tag, open);
      open.push([value]);
    } else open?.at(-1)?.push(written.replace(keptApart, '$1 '));
  }
  if (entry) problems.push({ problem: 'noEnd', line: entry.line, text: beginningOf(values.get('TI')?.[0]?.[0] ?? '') });
  finish();
  return { entries, problems };
}

function foundIn({ line, fields }: RisEntry): Found {
  const all = (...tags: string[]) => tags.map((tag) => fields.get(tag)).find((values) => values?.length) ?? [];
  const first = (...tags: string[]) => all(...tags)[0];
  const ids = readIds(first('C8') ?? '');
  const number = [...all('AN'), ...all('M1')].find((value) => /^arxiv:\S+$/i.test(value));
  const saved = Date.parse(first('Y2')?.replaceAll('/', '-').replace(/-+$/, '') ?? '');
  const pages = [first('SP'), first('EP')].filter(Boolean).join('–');
  const venue = first('T2', 'JO', 'JF', 'JA', 'BT', 'J2');
  return {
    line,
    title: first('TI', 'T1', 'CT'),
    authors: all('AU', 'A1', 'A2').map((author) => shownName(nameOf(author))),
    organization: first('AD'),
    date: first('DA', 'PY', 'Y1')?.replace(/\/+$/, ''),
    venue,
    journalRef:
      first('C4') ??
      (venue && first('VL')
        ? `${venue} ${first('VL')}${first('IS') ? ` (${first('IS')})` : ''}${pages && `, ${pages}`}`
        : undefined),
    abstract: first('AB', 'N2'),
    comments: first('RN'),
    doi: first('DO'),
    arxiv: number?.replace(/^arxiv:/i, ''),
    primaryClass: first('C3'),
    version: Number(first('ET')) || undefined,
    url: first('UR', 'L2', 'LK'),
    pdf: first('L1'),
    alsoAt: all('UR').slice(1),
    ...(ids.length > 0 && { ids }),
    ...(saved >= 0 && { savedAt: saved }),
    tags: all('KW').flatMap((tag) => tag.split('\n')),
    note: all('N1').join('\n\n'),
    status: statuses.find((status) => status === first('C5')),
    rating: ratingOf(first('C6')),
    highlights: highlightsIn(first('C7') ?? ''),
  };
}
