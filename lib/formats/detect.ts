/** Which format a file is, by what is in it. Its name is a hint where that says nothing. */
import { decoded } from './decode';
import { readJson } from './json';
import { isPapergloss, papersOfFile } from './papergloss';
import { inWords, NothingRead, type ProblemWords, type Read, UnreadableFile } from './problems';
import type { FileRead } from './whole-paper';

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
    const spoken = [...warnings, ...(read.warnings ?? [])].map((warning) => inWords(warning, words));
    return {
      papers,
      unreadable: problems.map(({ line, text: beginning, ...problem }) => ({
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

function readText(text: string, _name: string, _now: number): Read {
  const json = readJson(text);
  if (isPapergloss(json.value)) return papersOfFile(json);
  throw new NothingRead('notAFile');
}
