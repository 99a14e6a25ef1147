/** What the user wrote, as the HTML of Zotero's notes. Every character of it stays text. */
import type { Highlight } from '../quote';

/** The note, paragraph by paragraph, line by line. */
export function noteHtml(note: string): string {
  return note
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${lines(paragraph)}</p>`)
    .join('');
}

/** The highlights, each with its comment. */
export function highlightsHtml(highlights: Highlight[]): string {
  return highlights
    .map(({ quote, comment }) => {
      const said = comment ? `<p>${lines(comment)}</p>` : '';
      return `<blockquote><p>${lines(quote.exact)}</p></blockquote>${said}`;
    })
    .join('');
}

function lines(text: string): string {
  return escaped(text.trim()).replace(/\r?\n/g, '<br/>');
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
