/** A list of addresses or identifiers, one or more in a line: pasted, or a file. */

import { identifiersIn } from '../identifiers/text';
import { identifierOf, identifierShown } from '../identity';
import { linesOf } from './lines';
import { beginningOf, type Problem, type Read } from './problems';
import { Gathered } from './reference-paper';

/** Longer lines are no list, and only their beginning is looked at. */
const maxLine = 20_000;

/** All papers that the lines name. Their titles are to be completed: nobody has said them. */
export function readIdentifiers(text: string, now: number): Read {
  const gathered = new Gathered(now);
  const problems: Problem[] = [];
  for (const [i, written] of linesOf(text).entries()) {
    const line = written
      .slice(0, maxLine)
      .replace(/^[\s>*•-]+/, '')
      .trim();
    // A comment, or a heading between lists.
    if (line === '' || /^(?:#|\/\/)/.test(line)) continue;
    const alone = identifierOf(line);
    const found = alone ? [{ identifier: alone, start: 0 }] : identifiersIn(line);
    for (const { identifier, start } of found) {
      const url = addressAt(line, start);
      gathered.add({
        line: i + 1,
        title: titleOfLink(line, start) ?? identifierShown(identifier.id),
        ids: [identifier.id],
        version: identifier.version,
        url,
      });
    }
    if (found.length === 0) {
      problems.push({
        problem: /https?:\/\//.test(line) ? 'noPaperThere' : 'noIdentifier',
        line: i + 1,
        text: beginningOf(line),
      });
    }
  }
  return { papers: gathered.papers, problems: byLine([...problems, ...gathered.problems]) };
}

/** Whether a text is such a list: one of its first lines names a paper. */
export function isIdentifiersList(text: string): boolean {
  return linesOf(text.slice(0, 20_000)).some(
    (line) => identifierOf(line) !== undefined || identifiersIn(line).length > 0,
  );
}

function addressAt(line: string, start: number): string | undefined {
  return /^https?:\/\/[^\s<>"')\]]+/i.exec(line.slice(start, start + 4000))?.[0];
}

/** The words of a Markdown link: `[Margins Matter](https://…)`. */
function titleOfLink(line: string, start: number): string | undefined {
  const before = line.slice(Math.max(0, start - 1000), start);
  return /\[([^[\]]{3,900})\]\($/.exec(before)?.[1]?.trim();
}

function byLine(problems: Problem[]): Problem[] {
  return problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}
