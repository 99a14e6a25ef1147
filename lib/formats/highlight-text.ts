/**
 * Highlights as text, for formats that have no place of their own: the passage as a Markdown quotation, its comment
 * below it. Read again, they are the same; only their context and their times are lost.
 */
import type { WholePaper } from './whole-paper';

export interface HighlightText {
  exact: string;
  comment?: string | undefined;
}

/** Highlights that are there, in one text. */
export function highlightsAsText(highlights: HighlightText[]): string {
  return highlights
    .map(({ exact, comment }) => {
      const quotation = exact.split('\n').map((line) => `> ${line}`.trimEnd());
      const below =
        comment
          ?.trim()
          .split('\n')
          .map((line) => (/^\\*>/.test(line) ? `\\${line}` : line)) ?? [];
      return [...quotation, ...below].join('\n');
    })
    .join('\n\n');
}

/** The highlights of such a text. What stands before the first quotation is none. */
export function highlightsIn(text: string): HighlightText[] {
  const found: { exact: string[]; comment: string[] }[] = [];
  let isQuoted = false;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const quoted = /^> ?(.*)$/.exec(line)?.[1];
    const last = found.at(-1);
    if (quoted !== undefined && isQuoted) last?.exact.push(quoted);
    else if (quoted !== undefined) found.push({ exact: [quoted], comment: [] });
    else last?.comment.push(/^\\+>/.test(line) ? line.slice(1) : line);
    isQuoted = quoted !== undefined;
  }
  return found.flatMap(({ exact, comment }) => {
    const passage = exact.join('\n').trim();
    const words = comment.join('\n').trim();
    return passage ? [{ exact: passage, ...(words && { comment: words }) }] : [];
  });
}

/** The highlights of a paper that were not taken away, as text can hold them. */
export function highlightTextsOf({ highlights = [] }: WholePaper): HighlightText[] {
  return highlights
    .filter(({ deletedAt }) => !deletedAt)
    .map(({ quote, comment }) => ({ exact: quote.exact, ...(comment && { comment }) }));
}
