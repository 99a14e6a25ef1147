/** What the library does for pages and popups, and what it accepts. Read next: client, server, library. */
import { z } from 'zod';
import { Hidden, KeptApart, WholePaper } from '../formats/whole-paper';
import { type Marks, type MarksChange, maxTagLength, ratings, statuses } from '../marks';
import { Paper, PaperId } from '../paper';
import { contextLength, type Highlight } from '../quote';
import type { ImportCounts } from './db';
import type { Decisions } from './decisions';
import type { FailureReason } from './failure';
import { type Repairable, repairable } from './findings';

/** What a row shows of a saved paper. Times are milliseconds since 1970. */
export interface Saved extends Marks {
  /** The id of its record, which may be another than the one that was asked for. */
  id: PaperId;
  savedAt: number;
  note?: string;
  /** The oldest first. */
  highlights?: Highlight[];
}

/** What is known of the papers of a list, saved or not. Days are counted since 1970, by the local calendar. */
export interface Triage {
  today: number;
  /** When this list was last on screen before today. */
  lastVisit?: number;
  /** By the identifier that was asked for. */
  papers: Partial<Record<PaperId, { seenOn?: number; isHidden?: boolean }>>;
}

/** All identifiers of one paper, in any order. */
export type PaperIds = PaperId[];

export interface ListOfPapers {
  /** The address of the list, without its fragment. */
  list: string;
  papers: PaperIds[];
}

/** A tag that is in use. */
export interface TagInUse {
  name: string;
  papers: number;
}

/** A saved paper that is near another one by its words. */
export interface NearPaper {
  /** The id of its record. */
  id: PaperId;
  title: string;
  /** What both have, the most telling first. */
  words: string[];
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
  /** Undoes `removeAll`. */
  restoreAll(ids: PaperId[]): Promise<void>;
  /** Writes the note of a paper, and saves the paper. An empty text takes the note away. */
  writeNote(note: NoteText): Promise<void>;
  /** Saves all of them, or none. */
  saveAll(papers: Paper[]): Promise<void>;
  /** Takes all of them out of the library, or none. */
  removeAll(ids: PaperId[]): Promise<void>;
  /** Changes status, rating or tags of a paper, and saves the paper. */
  mark(marking: { paper: Paper; change: MarksChange }): Promise<void>;
  /** The same for many papers that are saved. */
  markAll(marking: { ids: PaperId[]; change: MarksChange }): Promise<void>;
  /** The tags in use, the most used first. */
  tags(): Promise<TagInUse[]>;
  /** Keeps a passage of a paper, or changes its comment, and saves the paper. */
  highlight(highlighting: { paper: Paper; highlight: Highlight }): Promise<void>;
  /** Takes a highlight away. */
  removeHighlight(id: string): Promise<void>;
  /** Undoes `removeHighlight`. */
  restoreHighlight(id: string): Promise<void>;
  /** The saved papers that are near these, by what title and abstract say: only what is no chance, and of each a few. */
  near(papers: Paper[]): Promise<Partial<Record<PaperId, NearPaper[]>>>;
  /** Which of these papers were seen before, where and when that may be; and which are hidden. */
  triageOf(list: { list: string; ids: PaperId[] }): Promise<Triage>;
  /** These papers were on screen in this list. */
  seen(list: ListOfPapers): Promise<void>;
  /** The user does not want to see these papers on any list. */
  hide(papers: PaperIds[]): Promise<void>;
  /** Undoes `hide`. */
  unhide(papers: PaperIds[]): Promise<void>;
  /** Forgets what was last seen more than `days` days ago; with 0, everything that was seen. What is hidden stays hidden. */
  forgetSeen(days: number): Promise<void>;
  /** Makes one of two saved papers: the one saved first goes on, with the notes and the identifiers of both. */
  merge(papers: Pair): Promise<void>;
  /** Undoes `merge`: `id` is a paper of its own again, with what belonged to it. */
  split(id: PaperId): Promise<void>;
  /** These are two works: they are not suggested again. */
  keepApart(papers: Pair): Promise<void>;
  /** Undoes `keepApart`. */
  askAgain(papers: Pair): Promise<void>;
  /** Takes some papers of a file into the library, all of them or none, and tells what became of them. */
  importBatch(batch: ImportBatch): Promise<ImportCounts>;
  /** No more batches of this import will come. */
  endImport(id: string): Promise<void>;
  /** Undoes a part of an import, the last first, but for what was changed since; tells whether that was all. */
  undoImport(id: string): Promise<{ isDone: boolean }>;
  /** Deletes for good what was removed until then, with all that was said of it. */
  emptyTrash(until: number): Promise<void>;
  /** Mends what a check of the library found, all of these records or none. */
  repair(finding: { kind: Repairable; keys: string[] }): Promise<void>;
}

export interface ImportBatch {
  /** A UUID. */
  importId: string;
  /** The file's name. */
  name: string;
  /** 0 for the first. */
  batch: number;
  papers: WholePaper[];
  /** What was decided about the library as a whole. */
  decisions?: Decisions | undefined;
}

/** Two saved papers, by the ids of their records. */
export type Pair = [PaperId, PaperId];

export interface NoteText {
  paper: Paper;
  text: string;
  /** What the note said where this was written. If by now it says something else, that is not typed over. */
  over?: string | undefined;
}

const Pair = z.tuple([PaperId, PaperId]);

const PaperIds = z.array(PaperId).min(1).max(50);
const ManyPapers = z.array(PaperIds).max(10_000);
const Tags = z.array(z.string().trim().min(1).max(maxTagLength)).max(1000).optional();
const Change = z.object({
  status: z.enum(statuses).nullable().optional(),
  rating: z.literal(ratings).nullable().optional(),
  addTags: Tags,
  removeTags: Tags,
});
const NoteWords = z.string().max(1_000_000);
const Context = z.string().max(contextLength * 2);
const HighlightInput = z.object({
  id: z.uuid(),
  quote: z.object({ exact: z.string().min(1).max(100_000), prefix: Context, suffix: Context }),
  comment: z.string().max(100_000).optional(),
});

/** Accepts what each method accepts. A method without its schema does not compile. */
export const libraryInputs: { [M in keyof Library]: z.ZodType<Parameters<Library[M]>[0]> } = {
  find: z.array(PaperId).max(50_000),
  sight: z.array(Paper).max(10_000),
  save: Paper,
  remove: PaperId,
  restore: PaperId,
  restoreAll: z.array(PaperId).max(50_000),
  writeNote: z.object({ paper: Paper, text: NoteWords, over: NoteWords.optional() }),
  saveAll: z.array(Paper).max(10_000),
  removeAll: z.array(PaperId).max(50_000),
  mark: z.object({ paper: Paper, change: Change }),
  markAll: z.object({ ids: z.array(PaperId).max(50_000), change: Change }),
  tags: z.undefined(),
  highlight: z.object({ paper: Paper, highlight: HighlightInput }),
  removeHighlight: z.uuid(),
  restoreHighlight: z.uuid(),
  near: z.array(Paper).max(10_000),
  triageOf: z.object({ list: z.string().max(4000), ids: z.array(PaperId).max(50_000) }),
  seen: z.object({ list: z.string().max(4000), papers: ManyPapers }),
  hide: ManyPapers,
  unhide: ManyPapers,
  forgetSeen: z.int().nonnegative(),
  merge: Pair,
  split: PaperId,
  keepApart: Pair,
  askAgain: Pair,
  importBatch: z.object({
    importId: z.uuid(),
    name: z.string().max(4000),
    batch: z.int().nonnegative(),
    papers: z.array(WholePaper).max(1000),
    decisions: z
      .object({
        hidden: z.array(Hidden).max(1_000_000).optional(),
        keptApart: z.array(KeptApart).max(100_000).optional(),
      })
      .optional(),
  }),
  endImport: z.uuid(),
  undoImport: z.uuid(),
  emptyTrash: z.number().nonnegative(),
  repair: z.object({ kind: z.enum(repairable), keys: z.array(z.string().max(1000)).max(1000) }),
};

/** A call on its way to the background, and what comes back. */
export interface Call {
  library: keyof Library;
  input: unknown;
}
export type Reply = { value: unknown } | { error: { reason: FailureReason; detail: string } };
