/** The cells of a CSV file: between commas, semicolons or tabs, in quotation marks where need be. */
import { LineCounter } from './lines';
import { beginningOf, type Problem } from './problems';

export interface CsvRow {
  cells: string[];
  line: number;
}

/** All rows that are not empty. One pass. */
export function csvRows(text: string): { rows: CsvRow[]; problems: Problem[] } {
  const separator = separatorOf(text);
  const end = new RegExp(`[${separator}\\r\\n]`, 'g');
  const lines = new LineCounter(text);
  const rows: CsvRow[] = [];
  const problems: Problem[] = [];
  let at = 0;
  /** Once a quotation mark was open to the end of the file, none is open beyond its line. */
  let isCareful = false;
  while (at < text.length) {
    const cells: string[] = [];
    const line = lines.at(at);
    for (;;) {
      let value = '';
      if (text.charAt(at) === '"') {
        const closing = closingQuote(text, at + 1, isCareful);
        if (closing < 0) {
          problems.push({ problem: 'unclosed', line: lines.at(at), text: beginningOf(text.slice(at, at + 400)) });
          // Only this line: the others may be as they have to be.
          isCareful = true;
          at++;
        } else {
          value = text.slice(at + 1, closing).replaceAll('""', '"');
          at = closing + 1;
        }
      }
      end.lastIndex = at;
      const next = end.exec(text)?.index ?? text.length;
      cells.push(value + text.slice(at, next));
      at = next + 1;
      if (text.charAt(next) !== separator) break;
    }
    if (text.charAt(at - 1) === '\r' && text.charAt(at) === '\n') at++;
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ cells, line });
  }
  return { rows, problems };
}

function separatorOf(text: string): string {
  const [line = ''] = /^[^\r\n]{0,5000}/.exec(text) ?? [];
  const counts = [',', ';', '\t'].map((sign) => line.split(sign).length);
  return [',', ';', '\t'][counts.indexOf(Math.max(...counts))] ?? ',';
}

function closingQuote(text: string, start: number, isOnLine: boolean): number {
  if (!isOnLine) return closingIn(text, start);
  lineEnd.lastIndex = start;
  const end = lineEnd.exec(text)?.index ?? text.length;
  const closing = closingIn(text.slice(start, end), 0);
  return closing < 0 ? -1 : start + closing;
}

function closingIn(text: string, start: number): number {
  for (let at = text.indexOf('"', start); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text.charAt(at + 1) !== '"') return at;
  }
  return -1;
}

const lineEnd = /[\r\n]/g;
