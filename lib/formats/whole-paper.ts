/** A saved paper, whole: what pages said of it, and all that its user wrote. What each format writes, and reads. */
import { z } from 'zod';
import { maxTagLength, ratings, statuses } from '../marks';
import { maxIdentifiers } from '../max-identifiers';
import { Paper, PaperId } from '../paper';

/** Milliseconds since 1970. */
export const Time = z.number().nonnegative().max(8.64e15);

/** A time after which it is not there any more; the trash and undo still need it. */
const tombstone = Time.optional();

const Words = z.string().max(1_000_000);
const Ids = z.array(PaperId).max(maxIdentifiers);

/** What the user chose, and when; no `value`: taken away. */
function dated<Value extends z.ZodType>(value: Value) {
  return z.looseObject({ value: value.optional(), at: Time });
}

const NoteVersion = z.looseObject({ id: z.uuid(), text: Words, writtenAt: Time, replacedAt: Time });

const Note = z.looseObject({
  id: z.uuid(),
  text: Words,
  createdAt: Time,
  updatedAt: Time,
  deletedAt: tombstone,
  /** What it said before, the oldest first. */
  versions: z.array(NoteVersion).max(1000).optional(),
});

const marks = {
  status: dated(z.enum(statuses)).optional(),
  rating: dated(z.literal(ratings)).optional(),
  tags: z
    .array(z.looseObject({ name: z.string().trim().min(1).max(maxTagLength), at: Time, removedAt: tombstone }))
    .max(10_000)
    .optional(),
};

/** The same work under another identity, merged into a paper; with what splitting the two again gives back. */
export const OtherPaper = z.looseObject({
  paper: Paper,
  ids: Ids,
  savedAt: Time,
  mergedAt: Time,
  /** The one of the others into which it was merged, if it was not the paper itself. */
  into: PaperId.optional(),
  /** What was said of it alone. */
  note: Note.optional(),
  ...marks,
  /** Those of the paper's highlights that were its own, by their ids. */
  highlights: z.array(z.uuid()).max(10_000).optional(),
  /** What was said of the paper into which it was merged. */
  before: z.looseObject({ note: Note.optional(), ...marks }).optional(),
  /** What merging made of both. What says something else by now was changed since, and stays when they are split. */
  after: z.looseObject({ text: Words.optional(), ...marks }).optional(),
});
export type OtherPaper = z.infer<typeof OtherPaper>;

/** Objects are loose: what a later version of Papergloss writes survives a read and a write by this one. */
export const WholePaper = z.looseObject({
  paper: Paper.loose(),
  /** All identifiers that lead to it, its own included. */
  ids: Ids,
  savedAt: Time,
  removedAt: tombstone,
  others: z.array(OtherPaper).max(1000).optional(),
  note: Note.optional(),
  ...marks,
  highlights: z
    .array(
      z.looseObject({
        id: z.uuid(),
        quote: z.looseObject({ exact: z.string().min(1).max(100_000), prefix: z.string(), suffix: z.string() }),
        comment: z.string().max(100_000).optional(),
        createdAt: Time,
        updatedAt: Time,
        deletedAt: tombstone,
      }),
    )
    .max(10_000)
    .optional(),
});
export type WholePaper = z.infer<typeof WholePaper>;

/** A part of a file that could not be read, in the user's words. */
export interface Unreadable {
  /** 1 for the first line of the file; absent where the format has no lines. */
  line?: number;
  reason: string;
  /** How it begins, to find it again. */
  text?: string;
}

/** An identifier that the user does not want to see on lists, and since when. */
export const Hidden = z.looseObject({ id: PaperId, hiddenAt: Time });
export type Hidden = z.infer<typeof Hidden>;

/** Two papers that the user said are two works. */
export const KeptApart = z.looseObject({ papers: z.tuple([PaperId, PaperId]), at: Time });
export type KeptApart = z.infer<typeof KeptApart>;

/** What a file says. */
export interface FileRead {
  papers: WholePaper[];
  unreadable: Unreadable[];
  /** What is to be known of the whole file, in the user's words: how it was encoded, that a later version wrote it. */
  warnings?: string[];
  /** Decisions about the library as a whole; only Papergloss's own files have them. */
  hidden?: Hidden[];
  keptApart?: KeptApart[];
}
