import { t } from '../text';
import { type ProblemWords, problemKeys } from './problems';

/** What the problems of a file are called. Asked for on a page, and handed to the worker, where nobody can be asked. */
export function problemWords(): ProblemWords {
  const say = t as (key: string, values: string[]) => string;
  // What is to be filled in later stays as it is.
  return Object.fromEntries(
    problemKeys.map((key) => [key, say(`formats.problem.${key}`, ['$1', '$2'])]),
  ) as ProblemWords;
}
