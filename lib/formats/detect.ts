/** Which format a file is, by what is in it. Its name is a hint where that says nothing. */
import { readBibtex } from './bibtex';
import { isBookmarks, readBookmarks } from './bookmarks';
import { isCslJson, papersOfCsl } from './csl-json';
import { isCsv, readCsv } from './csv';
import { decoded } from './decode';
import { isIdentifiersList, readIdentifiers } from './identifiers-list';
import { readJson } from './json';
import { readMarkdown } from './markdown';
import { isPapergloss, papersOfFile } from './papergloss';
import { isPaperMemory, papersOfMemory } from './papermemory';
import { inWords, NothingRead, type Problem, type ProblemWords, type Read, UnreadableFile } from './problems';
import { readRis } from './ris';
import type { FileRead } from './whole-paper';
import { isZoteroRdf, readZoteroRdf } from './zotero-rdf';

/** Nobody reads more; they are counted. */
const maxProblems = 1000;

export interface ReadingOptions {
  /** What problems are called: `problemWords()`. In a worker there is nobody to ask, so the page hands it over. */
  words: ProblemWords;
  /** When papers count as saved of which the file does not say it. Milliseconds since 1970. */
  now?: number;
}

/**
 * What a file says of papers. Its time grows with the length of the file, and no faster; still, it is for a worker.
 * @throws {UnreadableFile} where it says nothing at all; the message is for the user
 */
export function readFile(bytes: Uint8Array, name: string, { words, now = Date.now() }: ReadingOptions): FileRead {
  try {
    const { text, warnings } = decoded(bytes);
    const read = readText(text.replaceAll('\0', ''), name, now);
    const { papers, problems, hidden, keptApart } = read;
    const unsaid = problems.length - maxProblems;
    const more: Problem[] = unsaid > 0 ? [{ problem: 'more', values: [String(unsaid)] }] : [];
    const spoken = [...warnings, ...(read.warnings ?? []), ...more].map((warning) => inWords(warning, words));
    return {
      papers,
      unreadable: problems.slice(0, maxProblems).map(({ line, text: beginning, ...problem }) => ({
        reason: inWords(problem, words),
        ...(line !== undefined && { line }),
        ...(beginning && { text: beginning }),
      })),
      ...(spoken.length > 0 && { warnings: spoken }),
      ...(hidden && { hidden }),
      ...(keptApart && { keptApart }),
    };
  } catch (error) {
    if (error instanceof NothingRead) throw new UnreadableFile(inWords(error, words), { cause: error });
    throw error;
  }
}

function readText(text: string, name: string, now: number): Read {
  const beginning = text.slice(0, 100_000).trimStart();
  if (/^[[{]/.test(beginning)) return readAnyJson(text, now);
  if (isZoteroRdf(beginning)) return readZoteroRdf(text, now);
  if (beginning.startsWith('<') && isBookmarks(beginning)) return readBookmarks(text, now);
  if (/^---[ \t]*\r?\n/.test(beginning) && !/\.(?:ris|bib|txt)$/i.test(name)) return readMarkdown(text, now);
  if (/^[ \t]*TY {1,2}-/m.test(beginning)) return readRis(text, now);
  // In a file of that name, what it is may come late.
  const isBibtex = /^[ \t]*@[ \t]*[a-z]{1,30}[ \t]*[{(]/im;
  if (isBibtex.test(beginning) || (/\.bib$/i.test(name) && isBibtex.test(text))) return readBibtex(text, now);
  if (isCsv(beginning)) return readCsv(text, now);
  if (isIdentifiersList(beginning)) return readIdentifiers(text, now);
  throw new NothingRead(/\.(?:bib|ris|csv|md|txt)$/i.test(name) ? 'noPapers' : 'notAFile');
}

function readAnyJson(text: string, now: number): Read {
  const json = readJson(text);
  if (isPapergloss(json.value)) return papersOfFile(json);
  if (isCslJson(json.value)) return papersOfCsl(json, now);
  if (isPaperMemory(json.value)) return papersOfMemory(json, now);
  throw new NothingRead(json.problems.some(({ problem }) => problem === 'cutOff') ? 'cutOff' : 'notAFile');
}
