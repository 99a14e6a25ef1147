/** A query is a text that its user can read and change: a facet only puts a term into it, or takes it out. */

/** The groups of facets; each is a field of the query language. */
export const facetFields = ['status', 'tag', 'year', 'site', 'venue', 'author', 'rating', 'has'] as const;
export type FacetField = (typeof facetFields)[number];

/** A part of a query: a word, a “phrase”, `field:value`, each with `-` before it where it must not be there. */
export interface Term {
  /** As it is written. */
  text: string;
  field?: string;
  value: string;
  isNot: boolean;
}

/** Values of these are one word each. */
const plainFields: FacetField[] = ['status', 'year', 'rating', 'has'];

/** The terms of a query, in order. Whatever is typed has some reading. */
export function termsOf(query: string): Term[] {
  return Array.from(query.matchAll(/(-?)(?:(\p{L}+):)?(?:"([^"]*)"?|([^\s"]+))/gu), (match) => {
    const [text, minus, field, quoted, plain = ''] = match;
    const term = { text, value: quoted ?? plain, isNot: minus === '-' };
    return field === undefined ? term : { ...term, field: field.toLowerCase() };
  });
}

/** Whether a query has this term. */
export function hasTerm(query: string, field: FacetField, value: string): boolean {
  return valuesOf(query, field).some((each) => isSameValue(each, value));
}

/** The values of a field that a query asks for. */
export function valuesOf(query: string, field: FacetField): string[] {
  return termsOf(query).flatMap((term) => (term.field === field && !term.isNot ? [term.value] : []));
}

/** The query with this term, or without it where it has it. */
export function withTermToggled(query: string, field: FacetField, value: string): string {
  const terms = termsOf(query);
  const others = terms.filter((term) => term.isNot || term.field !== field || !isSameValue(term.value, value));
  const written = others.map(({ text }) => text);
  if (others.length === terms.length) written.push(termOf(field, value));
  return written.join(' ');
}

/** The query with this term. */
export function withTerm(query: string, field: FacetField, value: string): string {
  return hasTerm(query, field, value) ? query : withTermToggled(query, field, value);
}

function termOf(field: FacetField, value: string): string {
  return plainFields.includes(field) ? `${field}:${value}` : `${field}:"${unquoted(value)}"`;
}

/** Whether a facet and a term of a query mean one value. */
export function isSameValue(a: string, b: string): boolean {
  return unquoted(a).toLowerCase() === unquoted(b).toLowerCase();
}

/** A quotation mark would end the value. */
function unquoted(value: string): string {
  return value.replaceAll('"', ' ').replace(/\s+/g, ' ').trim();
}
