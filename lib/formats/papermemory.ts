/** What leaves PaperMemory: its memory, lists of a tag, and BibTeX by ids. https://github.com/vict0rsch/PaperMemory */
import { identifierOf } from '../identity';
import { bibtexEntries } from './bibtex-entries';
import { foundInBibtex } from './bibtex-found';
import { isRecord, type JsonRead, tame } from './json';
import { beginningOf, NothingRead, type Problem, type Read } from './problems';
import { type Found, Gathered } from './reference-paper';

/** Whether JSON came from PaperMemory. */
export function isPaperMemory(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every(isLink);
  if (!isRecord(value)) return false;
  if ('__dataVersion' in value) return true;
  const papers = Object.values(value).slice(0, 20);
  const isMemory = papers.some((each) => isRecord(each) && typeof each.title === 'string' && 'pdfLink' in each);
  return (
    isMemory || (papers.length > 0 && papers.every((each) => typeof each === 'string' && /^\s*@\w+\s*\{/.test(each)))
  );
}

function isLink(value: unknown): boolean {
  if (typeof value === 'string') return true;
  return isRecord(value) && typeof value.url === 'string' && !('type' in value);
}

/** All papers of an export, whichever of the three it is. */
export function papersOfMemory({ value, problems: before }: JsonRead, now: number): Read {
  const gathered = new Gathered(now);
  const problems: Problem[] = [...before];
  const entries: [id: string, value: unknown][] = Array.isArray(value)
    ? value.map((each): [string, unknown] => ['', each])
    : isRecord(value)
      ? Object.entries(value).filter(([id]) => !id.startsWith('__'))
      : [];
  for (const [id, entry] of entries) {
    if (!tame(entry)) problems.push({ problem: 'tooDeep', text: beginningOf(id) });
    else {
      const found = Array.isArray(value)
        ? foundInLink(entry)
        : typeof entry === 'string'
          ? bibtexOf(entry)
          : foundInMemory(id, entry);
      if (found) gathered.add(found);
      else
        problems.push({
          problem: Array.isArray(value) ? 'noPaperThere' : 'badEntry',
          text: beginningOf(typeof entry === 'string' ? entry : id),
        });
    }
  }
  if (entries.length === 0) throw new NothingRead('noPapers');
  return { papers: gathered.papers, problems: [...problems, ...gathered.problems] };
}

function bibtexOf(bibtex: string): Found | undefined {
  const [entry] = bibtexEntries(bibtex).entries;
  if (!entry) return undefined;
  const { line: _, ...found } = foundInBibtex(entry);
  return found;
}

function foundInLink(entry: unknown): Found | undefined {
  const link = isRecord(entry) ? entry : { url: entry };
  const url = text(link.url) ?? '';
  const identifier = identifierOf(url);
  const title = text(link.title);
  if (!identifier && !title) return undefined;
  return {
    title: title ?? url,
    ...(identifier && { ids: [identifier.id] }),
    version: identifier?.version,
    url,
    code: text(link.codeLink),
    tags: strings(link.tags),
  };
}

/** The user's words, and what PaperMemory itself wrote among them: `Accepted @ NeurIPS (2021) -- [dblp.org]`. */
const machineNote = /^\s*(?:Accepted|Published) @ (.+?)(?: -- \[[^\]]*\])?\s*$/;

function foundInMemory(id: string, entry: unknown): Found | undefined {
  if (!isRecord(entry)) return undefined;
  const bibtex = bibtexOf(text(entry.bibtex) ?? '') ?? {};
  const lines = (text(entry.note) ?? '').split(/\r\n|\r|\n/);
  const evidence = lines.map((line) => machineNote.exec(line.slice(0, 1000))?.[1]).find(Boolean);
  const author = text(entry.author);
  const code = isRecord(entry.code) ? text(entry.code.url) : undefined;
  const saved = Date.parse(text(entry.addDate) ?? '');
  const pdf = text(entry.pdfLink)?.replace(/^http:/, 'https:');
  const written = [
    idOf(id),
    text(entry.doi) && `doi:${text(entry.doi)}`,
    bibtex.doi && `doi:${bibtex.doi}`,
    bibtex.arxiv && `arxiv:${bibtex.arxiv}`,
    pdf,
    bibtex.url,
  ];
  const identifiers = written.flatMap((each) => (each ? (identifierOf(each) ?? []) : []));
  const year = /^(?:1[89]|20)\d{2}$/.exec(String(entry.year ?? ''))?.[0];
  return {
    ...bibtex,
    title: text(entry.title) ?? bibtex.title,
    authors: author && author !== 'anonymous' ? author.replace(/\s+/g, ' ').split(' and ') : bibtex.authors,
    date: bibtex.date && (!year || bibtex.date.startsWith(year)) ? bibtex.date : year,
    venue: text(entry.venue) || bibtex.venue || evidence?.replace(/\s*\((\d{4})\)$/, ' $1'),
    version: identifiers.find(({ version }) => version)?.version,
    url: bibtex.url ?? (identifiers.length === 0 ? pdf : undefined),
    pdf,
    code: text(entry.codeLink) ?? code,
    tags: [...strings(entry.tags), ...(entry.favorite === true ? ['favorite'] : [])],
    note: lines
      .filter((line) => !machineNote.test(line.slice(0, 1000)))
      .join('\n')
      .trim(),
    ...(identifiers.length > 0 && { ids: [...new Set(identifiers.map((identifier) => identifier.id))] }),
    ...(saved >= 0 && { savedAt: saved }),
  };
}

/** What PaperMemory's names of papers are made of; those of publishers lost their dots and slashes on the way. */
const idPatterns: [RegExp, (value: string) => string][] = [
  [/^Arxiv-(.+)$/, (value) => `arxiv:${value.replace('_', '/')}`],
  [/^OR-[^_]*_(.+)$/, (value) => `https://openreview.net/forum?id=${encodeURIComponent(value)}`],
  [/^ACL-[^_]*_(.+)$/, (value) => `https://aclanthology.org/${encodeURIComponent(value)}`],
  [/^PMC-[^_]*_(PMC\d+)$/, (value) => value],
  [/^PubMed-[^_]*_(\d+)$/, (value) => `pmid:${value}`],
  [/^IEEE-[^_]*_(\d+)$/, (value) => `https://ieeexplore.ieee.org/document/${value}`],
  [/^IHEP-(\d+)$/, (value) => `https://inspirehep.net/literature/${value}`],
];

function idOf(id: string): string | undefined {
  for (const [pattern, address] of idPatterns) {
    const value = pattern.exec(id)?.[1];
    if (value) return address(value);
  }
  return undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value.trim() || undefined : typeof value === 'number' ? String(value) : undefined;
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
