/** A saved paper, whole: what pages said of it, and all that its user wrote. What each format writes, and reads. */
import { z } from 'zod';
import { maxTagLength, ratings, statuses } from '../marks';
import { Paper, PaperId } from '../paper';

/** Milliseconds since 1970. */
const Time = z.number().nonnegative().max(8.64e15);

/** A time after which it is not there any more; the trash and undo still need it. */
const tombstone = Time.optional();

const Words = z.string().max(1_000_000);
const Ids = z.array(PaperId).max(1000);

/** What the user chose, and when; no `value`: taken away. */
function dated<Value extends z.ZodType>(value: Value) {
  return z.looseObject({ value: value.optional(), at: Time });
}

const NoteVersion = z.looseObject({ id: z.uuid(), text: Words, writtenAt: Time, replacedAt: Time });

/** Objects are loose: what a later version of Papergloss writes survives a read and a write by this one. */
export const WholePaper = z.looseObject({
  paper: Paper,
  /** All identifiers that lead to it, its own included. */
  ids: Ids,
  savedAt: Time,
  removedAt: tombstone,
  /** The same work under other identities, merged into this one. */
  others: z
    .array(z.looseObject({ paper: Paper, ids: Ids, savedAt: Time, mergedAt: Time }))
    .max(1000)
    .optional(),
  note: z
    .looseObject({
      id: z.uuid(),
      text: Words,
      createdAt: Time,
      updatedAt: Time,
      deletedAt: tombstone,
      /** What it said before, the oldest first. */
      versions: z.array(NoteVersion).max(1000).optional(),
    })
    .optional(),
  status: dated(z.enum(statuses)).optional(),
  rating: dated(z.literal(ratings)).optional(),
  tags: z
    .array(z.looseObject({ name: z.string().trim().min(1).max(maxTagLength), at: Time, removedAt: tombstone }))
    .max(10_000)
    .optional(),
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

/** What a file says. */
export interface FileRead {
  papers: WholePaper[];
  unreadable: Unreadable[];
}
