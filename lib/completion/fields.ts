/** What can be completed of a paper, and a change of it: what was there, and what comes instead. */
import type { Paper, PaperId } from '../paper';

export const fields = [
  'title',
  'authors',
  'abstract',
  'published',
  'venue',
  'journalRef',
  'subjects',
  'comments',
  'pdf',
  'identifiers',
] as const;
export type Field = (typeof fields)[number];
export type Value = string | string[];

/** No `before`: there was nothing. No `after`: there is to be nothing again. */
export interface Change {
  field: Field;
  before?: Value;
  after?: Value;
}

/** Changes of one saved paper. */
export interface PaperChanges {
  id: PaperId;
  changes: Change[];
}

/** The same, back. */
export function undoOf({ id, changes }: PaperChanges): PaperChanges {
  const back = changes.map(({ field, before, after }) => ({
    field,
    ...(after !== undefined && { before: after }),
    ...(before !== undefined && { after: before }),
  }));
  return { id, changes: back };
}

/** What a paper says in a field. Identifiers are kept elsewhere. */
export function saidIn(paper: Paper, field: Exclude<Field, 'identifiers'>): Value | undefined {
  return field === 'pdf' ? paper.links?.pdf : paper[field];
}

/** The paper with another value in a field. */
export function withValue(paper: Paper, field: Exclude<Field, 'identifiers'>, value: Value | undefined): Paper {
  if (field === 'pdf') {
    const { pdf: _, ...links } = paper.links ?? {};
    return { ...paper, links: { ...links, ...(typeof value === 'string' && { pdf: value }) } };
  }
  const { [field]: _, ...others } = paper;
  return { ...others, ...(value !== undefined && { [field]: value }) } as Paper;
}

/** Whether both say the same. */
export function isSame(a: Value | undefined, b: Value | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
