import { isAlive } from './library/client';
import type { Library } from './library/contract';
import { dropDraft, keepDraft } from './library/drafts';
import { LibraryFailure } from './library/failure';
import { Listeners } from './listeners';
import type { Paper } from './paper';

/** Where the typed text is: `waiting` and `saving` are on their way, `saved` is in the library. */
export type WritingState =
  | { status: 'idle' | 'waiting' | 'saving' | 'saved' }
  | { status: 'failed'; error: unknown; canRetry: boolean };

/** Milliseconds of rest after a keystroke before the library is asked to write. The draft does not wait. */
const rest = 400;

/**
 * Brings the text of one note into the library while it is typed. The draft is kept at every keystroke; the library
 * is written at rest, by one call at a time, so that an older text never lands after a newer one.
 */
export class NoteWriter {
  /** What was typed here; `undefined` once the page shows it as the saved note, or before the first keystroke. */
  text: string | undefined;
  state: WritingState = { status: 'idle' };

  #library: Pick<Library, 'writeNote'>;
  #paper: Paper;
  /** The saved note as the page shows it. */
  #shown: string | undefined;
  /** What the note said before `text`. */
  #over: string | undefined;
  /** What the page may show until it shows `text`: notes from before it was written. */
  #older = new Set<string | undefined>();
  #listeners = new Listeners();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> | undefined;

  constructor(library: Pick<Library, 'writeNote'>, paper: Paper) {
    this.#library = library;
    this.#paper = paper;
  }

  /** Hears of every change of `text` or `state`. */
  subscribe = this.#listeners.subscribe;

  /** The user typed. */
  type(text: string): void {
    if (this.text === undefined) {
      this.#over = this.#shown;
      this.#older = new Set([this.#shown]);
    }
    this.text = text;
    this.#become({ status: 'waiting' });
    // Where no draft can be kept, the library is asked at once; if that fails too, it says why.
    keepDraft({ paper: this.#paper, text, over: this.#over }).catch(() => this.flush());
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), rest);
  }

  /** Writes now what waits to be written: the user leaves. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.state.status !== 'waiting') return this.#writing ?? Promise.resolve();
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = undefined;
    });
    return this.#writing;
  }

  /** Writes again what could not be written. */
  retry(): Promise<void> {
    if (this.state.status === 'failed') this.#become({ status: 'waiting' });
    return this.flush();
  }

  /** The page shows `note` as the saved one. What was typed here wins until it is that, or was replaced elsewhere. */
  shows(note: string): void {
    this.#shown = note;
    if (this.text === undefined) return;
    if (this.state.status !== 'saved') this.#older.add(note);
    else if (this.#isShown(this.text)) {
      this.text = undefined;
      this.#listeners.tell();
    }
  }

  /** Whether the page shows that `text` is saved: as the note, or by a later one in its place. */
  #isShown(text: string): boolean {
    return this.#shown === asNote(text) || !this.#older.has(this.#shown);
  }

  async #writeAll(): Promise<void> {
    try {
      let text: string | undefined;
      while (text !== this.text && this.text !== undefined) {
        text = this.text;
        this.#become({ status: 'saving' });
        await this.#library.writeNote({ paper: this.#paper, text, over: this.#over });
        this.#over = text;
        this.#older.add(asNote(text));
        await dropDraft(this.#paper.id, text);
      }
      clearTimeout(this.#timer);
      if (text !== undefined && this.#isShown(text)) this.text = undefined;
      this.#become({ status: 'saved' });
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    const canRetry = isAlive();
    this.#become({ status: 'failed', error: canRetry ? error : new LibraryFailure('reload', String(error)), canRetry });
  }

  #become(state: WritingState): void {
    this.state = state;
    this.#listeners.tell();
  }
}

/** What the library makes of it: a note of spaces is none. */
function asNote(text: string): string {
  return text.trim() === '' ? '' : text;
}
