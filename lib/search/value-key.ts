/** How values are named in a query. */
import { folded } from '../fold';

/** A value without quotation marks: in a query, one would end it. */
function withoutQuotes(value: string): string {
  return value
    .replace(/["“”„«»]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** As a value or a phrase is written in a query. */
export function quoted(value: string): string {
  return `"${withoutQuotes(value)}"`;
}

/** By what values are compared: what a query can name is the same for what is indexed and for what is looked for. */
export function valueKey(value: string): string {
  return folded(withoutQuotes(value));
}
