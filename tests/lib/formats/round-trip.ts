/** What is compared of two references: how it is written may differ, what it says may not. */
import { nameOf, shownName } from '../../../lib/formats/names';
import { type Reference, referenceOf } from '../../../lib/formats/reference';
import type { WholePaper } from '../../../lib/formats/whole-paper';

const oneSpace = (text: string | undefined) => text?.replace(/\s+/g, ' ').trim();

/** Paragraphs and lines stay; how much space is between them does not. */
const lines = (text: string | undefined) =>
  text
    ?.replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** A reference in the one form that all formats keep. */
export function said(reference: Reference): Reference {
  return {
    ...reference,
    title: oneSpace(reference.title) ?? '',
    authors: reference.authors?.map((author) => shownName(nameOf(author))),
    venue: oneSpace(reference.venue),
    journalRef: oneSpace(reference.journalRef),
    organization: oneSpace(reference.organization),
    abstract: lines(reference.abstract),
    comments: oneSpace(reference.comments),
    note: lines(reference.note),
    highlights: reference.highlights.map(({ exact, comment }) => {
      const words = lines(comment);
      return { exact: lines(exact) ?? '', ...(words && { comment: words }) };
    }),
  };
}

/** What a paper says, without the fields that a format has no place for. */
export function saidBy(whole: WholePaper, ...without: (keyof Reference)[]): Partial<Reference> {
  const all: Partial<Reference> = said(referenceOf(whole));
  for (const key of without) delete all[key];
  return all;
}
