/** What readers find wrong with a file. They run in a worker, where no browser has the user's words: those are handed in. */
import type { FileRead, WholePaper } from './whole-paper';

export const problemKeys = [
  'notAFile',
  'empty',
  'tooDeep',
  'cutOff',
  'notJson',
  'notXml',
  'noPapers',
  'noTitle',
  'badField',
  'badEntry',
  'dropped',
  'unclosed',
  'noEnd',
  'noIdentifier',
  'noPaperThere',
  'twice',
  'later',
  'more',
  'notPapers',
  'latin1',
  'lossy',
] as const;
export type ProblemKey = (typeof problemKeys)[number];

/** A text for each problem; `$1`, `$2` are filled in. See problem-words.ts. */
export type ProblemWords = Record<ProblemKey, string>;

/** Something that could not be read, or is to be known of the whole file. */
export interface Problem {
  problem: ProblemKey;
  /** What is filled into the text. */
  values?: string[];
  /** 1 for the first line. */
  line?: number | undefined;
  /** How the part begins that could not be read. */
  text?: string | undefined;
}

/** What a reader makes of a text, before it is put into words. */
export interface Read extends Pick<FileRead, 'papers' | 'hidden' | 'keptApart'> {
  papers: WholePaper[];
  problems: Problem[];
  warnings?: Problem[];
}

/** A file of which nothing can be read. Its message is for the user. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile';
}

/** Thrown by readers: nothing of this text can be read. `readFile` puts it into words. */
export class NothingRead extends Error {
  constructor(
    readonly problem: ProblemKey,
    readonly values: string[] = [],
  ) {
    super(problem);
  }
}

/** A problem in the user's words. */
export function inWords({ problem, values = [] }: Pick<Problem, 'problem' | 'values'>, words: ProblemWords): string {
  return words[problem].replace(/\$([12])/g, (_, number: string) => values[Number(number) - 1] ?? '');
}

/** The beginning of a part that could not be read. */
export function beginningOf(text: string): string {
  const short = text.slice(0, 400).replace(/\s+/g, ' ').trim();
  return short.length > 80 ? `${short.slice(0, 79).toWellFormed()}…` : short;
}
