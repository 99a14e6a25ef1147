/** What the user says of a paper, beside the note: how far the reading is, how good it is, and tags. */

/** From the morning's list to the shelf. */
export const statuses = ['toRead', 'reading', 'read', 'dropped'] as const;
export type Status = (typeof statuses)[number];

/** The best is 5. */
export const ratings = [1, 2, 3, 4, 5] as const;
export type Rating = (typeof ratings)[number];

export interface Marks {
  status?: Status;
  rating?: Rating;
  /** As they were typed, in the order in which they were added; none twice, by `tagKey`. */
  tags?: string[];
}

/** What is to be changed; `null` takes away. Tags are named in any spelling that has the same `tagKey`. */
export interface MarksChange {
  status?: Status | null | undefined;
  rating?: Rating | null | undefined;
  addTags?: string[] | undefined;
  removeTags?: string[] | undefined;
}

/** Whether anything is said. */
export function isMarked({ status, rating, tags = [] }: Marks): boolean {
  return Boolean(status || rating || tags.length > 0);
}

/** Characters that a tag may have. */
export const maxTagLength = 100;

/** A tag as it is shown: `  graph  neural networks ` is `graph neural networks`. Empty where there is none. */
export function tagName(typed: string): string {
  return typed.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, maxTagLength).trim();
}

/** What two spellings of one tag have in common. */
export function tagKey(typed: string): string {
  // Capitals first: `ß` and `SS`, `ς` and `σ` are one each.
  return tagName(typed).toUpperCase().toLowerCase();
}

/** The order of tags, each with its number of papers. */
export function mostUsedFirst(a: { name: string; papers: number }, b: { name: string; papers: number }): number {
  return b.papers - a.papers || a.name.localeCompare(b.name);
}

/** The change that undoes `change` on marks that were `before`. */
export function inverseOf(change: MarksChange, before: Marks): MarksChange {
  const had = new Map((before.tags ?? []).map((tag) => [tagKey(tag), tag]));
  const inverse: MarksChange = {
    addTags: (change.removeTags ?? []).flatMap((tag) => had.get(tagKey(tag)) ?? []),
    removeTags: (change.addTags ?? []).filter((tag) => !had.has(tagKey(tag))),
  };
  if (change.status !== undefined) inverse.status = before.status ?? null;
  if (change.rating !== undefined) inverse.rating = before.rating ?? null;
  return inverse;
}
