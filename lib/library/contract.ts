/** What the library does for pages and popups, and what it accepts. Read next: client, server, library. */
import { z } from 'zod';
import { Paper, PaperId } from '../paper';
import type { FailureReason } from './failure';

/** What a row shows of a saved paper. Times are milliseconds since 1970. */
export interface Saved {
  /** The id of its record, which may be another than the one that was asked for. */
  id: PaperId;
  savedAt: number;
  note?: string;
}

/** Every call may be repeated without harm: a message whose answer was lost is sent again. */
export interface Library {
  /** The saved ones among `ids`, under the id that was asked for (a paper may have several). */
  find(ids: PaperId[]): Promise<Partial<Record<PaperId, Saved>>>;
  /**
   * A page shows these papers, each under several identifiers. Those that a saved paper was not known by become its
   * aliases; where they belong to two saved papers, the library suggests that these are the same work.
   */
  sight(papers: Paper[]): Promise<void>;
  /** Saves a paper, or adds to a saved one what this page says and no page said before. */
  save(paper: Paper): Promise<void>;
  /** Takes a paper out of the library. It keeps its note for `restore` and for a later `save`. */
  remove(id: PaperId): Promise<void>;
  /** Undoes `remove`: as it was, and as long ago. */
  restore(id: PaperId): Promise<void>;
  /** Writes the note of a paper, and saves the paper. An empty text takes the note away. */
  writeNote(note: NoteText): Promise<void>;
  /** Makes one of two saved papers: the one saved first goes on, with the notes and the identifiers of both. */
  merge(papers: Pair): Promise<void>;
  /** Undoes `merge`: `id` is a paper of its own again, with what belonged to it. */
  split(id: PaperId): Promise<void>;
  /** These are two works: they are not suggested again. */
  keepApart(papers: Pair): Promise<void>;
  /** Undoes `keepApart`. */
  askAgain(papers: Pair): Promise<void>;
}

/** Two saved papers, by the ids of their records. */
export type Pair = [PaperId, PaperId];

export interface NoteText {
  paper: Paper;
  text: string;
}

const Pair = z.tuple([PaperId, PaperId]);

/** Accepts what each method accepts. A method without its schema does not compile. */
export const libraryInputs: { [M in keyof Library]: z.ZodType<Parameters<Library[M]>[0]> } = {
  find: z.array(PaperId).max(50_000),
  sight: z.array(Paper).max(10_000),
  save: Paper,
  remove: PaperId,
  restore: PaperId,
  writeNote: z.object({ paper: Paper, text: z.string().max(1_000_000) }),
  merge: Pair,
  split: PaperId,
  keepApart: Pair,
  askAgain: Pair,
};

/** A call on its way to the background, and what comes back. */
export interface Call {
  library: keyof Library;
  input: unknown;
}
export type Reply = { value: unknown } | { error: { reason: FailureReason; detail: string } };
