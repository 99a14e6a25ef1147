/** A query is a text that its user can read and change: a facet only puts a term into it, or takes it out. */
import { type Part, parseQuery, partsOf, statusWritten } from './search/query';
import { quoted, valueKey } from './search/value-key';

/** The groups of facets; each is a field of the query language. */
export const facetFields = ['status', 'tag', 'year', 'site', 'venue', 'author', 'rating', 'has'] as const;
export type FacetField = (typeof facetFields)[number];

/** The one value that a term asks of a field. */
export interface Asked {
  value: string;
  /** Not what begins so. */
  isWhole: boolean;
}

/** Values of these are one word each. */
const plainFields: FacetField[] = ['status', 'year', 'rating', 'has'];

/** Whether a query has this term. */
export function hasTerm(query: string, field: FacetField, value: string): boolean {
  return askedOf(query, field).some((asked) => isSameValue(asked.value, value));
}

/** The values of a field that a query asks for. */
export function askedOf(query: string, field: FacetField): Asked[] {
  return partsOf(query).flatMap((part) => askedBy(query, part, field) ?? []);
}

/** The query with this term, or without it where it has it. */
export function withTermToggled(query: string, field: FacetField, value: string): string {
  const parts = partsOf(query);
  const others = parts.filter((part) => !isSameValue(askedBy(query, part, field)?.value ?? '', value));
  const written = others.map(({ start, end }) => query.slice(start, end));
  if (others.length === parts.length) written.push(termOf(field, value));
  return written.join(' ');
}

/** The query with this term. */
export function withTerm(query: string, field: FacetField, value: string): string {
  return hasTerm(query, field, value) ? query : withTermToggled(query, field, value);
}

/** Whether a facet and a term of a query mean one value. */
export function isSameValue(a: string, b: string): boolean {
  return valueKey(a) === valueKey(b);
}

function askedBy(query: string, { start, end }: Part, field: FacetField): Asked | undefined {
  const [clause] = parseQuery(query.slice(start, end)).clauses;
  if (!clause || clause.isNot || clause.kind === 'days' || clause.field !== field) return undefined;
  switch (clause.kind) {
    case 'text':
      return { value: clause.text, isWhole: clause.isPhrase };
    case 'value':
      return { value: clause.text, isWhole: clause.isWhole };
    case 'range':
      return clause.from === clause.to ? { value: String(clause.from), isWhole: true } : undefined;
    default: {
      const [value, ...others] = clause.values;
      return value && others.length === 0 ? { value, isWhole: true } : undefined;
    }
  }
}

function termOf(field: FacetField, value: string): string {
  if (!plainFields.includes(field)) return `${field}:${quoted(value)}`;
  return `${field}:${field === 'status' ? statusWritten(value) : value}`;
}
