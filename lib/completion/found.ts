/** What a service says of a paper, in the terms of papers. */
import { z } from 'zod';
import { Paper, PaperId } from '../paper';

const { title, authors, abstract, published, venue, journalRef, subjects, comments, links } = Paper.shape;

const parts = {
  title,
  authors: authors.unwrap(),
  abstract: abstract.unwrap(),
  published: published.unwrap(),
  venue: venue.unwrap(),
  journalRef: journalRef.unwrap(),
  subjects: subjects.unwrap(),
  comments: comments.unwrap(),
  pdf: links.unwrap().shape.pdf.unwrap(),
  identifiers: z.array(PaperId).max(20),
};

export type Found = { [Part in keyof typeof parts]?: z.infer<(typeof parts)[Part]> };

/** What can be kept of what a service says; the rest is left out: a bad date is no reason to lose the abstract. */
export function tidied(said: { [Part in keyof Found]?: unknown }): Found {
  const found: Record<string, unknown> = {};
  for (const [part, schema] of Object.entries(parts)) {
    const value = tidy(said[part as keyof Found]);
    const read = schema.safeParse(value);
    if (read.success && read.data.length > 0) found[part] = read.data;
  }
  return found;
}

function tidy(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/[^\S\n]+/g, ' ').trim();
  if (Array.isArray(value)) return value.map(tidy).filter((each) => each !== undefined && each !== '');
  return value;
}
