/** What the library does for pages and popups, and what it accepts. Read next: client, server, library. */
import { z } from 'zod';
import { Paper, PaperId } from '../paper';
import type { FailureReason } from './failure';

/** What a row shows of a saved paper. Times are milliseconds since 1970. */
export interface Saved {
  savedAt: number;
  note?: string;
}

/** Every call may be repeated without harm: a message whose answer was lost is sent again. */
export interface Library {
  /** The saved ones among `ids`, under the id that was asked for (a paper may have several). */
  find(ids: PaperId[]): Promise<Partial<Record<PaperId, Saved>>>;
  /** Saves a paper, or adds to a saved one what this page says and no page said before. */
  save(paper: Paper): Promise<void>;
  /** Takes a paper out of the library. It keeps its note for `restore` and for a later `save`. */
  remove(id: PaperId): Promise<void>;
  /** Undoes `remove`: as it was, and as long ago. */
  restore(id: PaperId): Promise<void>;
  /** Writes the note of a paper, and saves the paper. An empty text takes the note away. */
  writeNote(note: NoteText): Promise<void>;
}

export interface NoteText {
  paper: Paper;
  text: string;
}

/** Accepts what each method accepts. A method without its schema does not compile. */
export const libraryInputs: { [M in keyof Library]: z.ZodType<Parameters<Library[M]>[0]> } = {
  find: z.array(PaperId).max(20_000),
  save: Paper,
  remove: PaperId,
  restore: PaperId,
  writeNote: z.object({ paper: Paper, text: z.string().max(1_000_000) }),
};

/** A call on its way to the background, and what comes back. */
export interface Call {
  library: keyof Library;
  input: unknown;
}
export type Reply = { value: unknown } | { error: { reason: FailureReason; detail: string } };
