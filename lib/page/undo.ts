/** Undo: what the user does to the papers of a page can be taken back, the latest first, many papers as one act. */
import type { Library } from '../library/contract';
import { Listeners } from '../listeners';
import { inverseOf } from '../marks';
import type { Paper, PaperId } from '../paper';
import type { SavedPapers } from './saved-papers';

export type Act = 'save' | 'remove' | 'hide' | 'unhide' | 'mark' | 'highlight' | 'removeHighlight';

interface Done {
  act: Act;
  /** The one paper or highlight that it was done to. */
  id?: string | undefined;
  /** How many papers it was done to. */
  count: number;
  /** It is on its way: its place is that of the click, because one act may take longer than the next. */
  isPending: boolean;
  undo(): Promise<void>;
}

/** Acts that are remembered. */
const depth = 100;

export class UndoStack {
  #done: Done[] = [];
  /** One after the other: asked for twice in a row, two acts are taken back. */
  #undoing: Promise<unknown> = Promise.resolve();
  #listeners = new Listeners();

  /** Hears of every act, and of every undo. */
  subscribe = this.#listeners.subscribe;

  /** The last act that is done. */
  get last(): Done | undefined {
    return this.#done.findLast(({ isPending }) => !isPending);
  }

  push(done: Done): void {
    this.#done = [...this.#done.slice(1 - depth), done];
  }

  settle(done: Done): void {
    done.isPending = false;
    this.#listeners.tell();
  }

  /** It was not done after all, or is undone. */
  forget(done: Done): void {
    this.#done = this.#done.filter((each) => each !== done);
    this.#listeners.tell();
  }

  /**
   * Takes the last act back, when it is done, and returns it; nothing where there is none. It stays there if that fails.
   */
  undo(): Promise<Done | undefined> {
    const undone = this.#undoing.then(() => this.#undoLast());
    // Whoever asked hears of the failure.
    this.#undoing = undone.catch(() => {});
    return undone;
  }

  async #undoLast(): Promise<Done | undefined> {
    const done = this.#done.at(-1);
    if (!done) return undefined;
    await done.undo();
    this.forget(done);
    return done;
  }

  /** The user took it back in another way, wherever it stands by now. */
  drop(act: Act, id: string): void {
    const done = this.#done.findLast((each) => each.act === act && each.id === id);
    if (done) this.forget(done);
  }
}

/** The same library, whose acts can be undone. Undone is what the page knew to be otherwise before. */
export function undoable(library: Library, savedPapers: SavedPapers): { library: Library; undoStack: UndoStack } {
  const undoStack = new UndoStack();
  /** On their way: the page does not know yet that they are saved. */
  const saving = new Set<PaperId>();
  const isSaved = (id: PaperId) => saving.has(id) || savedPapers.get(id) !== undefined;

  /** Does it, and remembers how to undo it. Nothing is remembered of what did not change anything. */
  const act = async (act: Act, count: number, work: () => Promise<void>, undo: () => Promise<void>, id?: string) => {
    const working = work();
    if (count === 0) return working;
    const done = { act, id, count, isPending: true, undo: () => working.then(undo) };
    undoStack.push(done);
    try {
      await working;
      undoStack.settle(done);
    } catch (error) {
      undoStack.forget(done);
      throw error;
    }
  };

  /** What saves the paper by the way: where it was not saved, it is not saved any more when that is undone. */
  const change = (name: Act, { id }: Paper, work: () => Promise<void>, undo: () => Promise<void>) => {
    const wasSaved = isSaved(id);
    return act(name, 1, work, async () => {
      await undo();
      if (!wasSaved) await library.remove(id);
    });
  };

  const saveAll: Library['saveAll'] = (papers) => {
    const news = papers.filter(({ id }) => !isSaved(id)).map(({ id }) => id);
    for (const id of news) saving.add(id);
    const work = async () => {
      try {
        await library.saveAll(papers);
        await savedPapers.refresh(news);
      } finally {
        for (const id of news) saving.delete(id);
      }
    };
    return act('save', news.length, work, () => library.removeAll(news));
  };

  return {
    undoStack,
    library: {
      ...library,
      saveAll,
      save: (paper) => saveAll([paper]),
      remove: (id) =>
        act(
          'remove',
          1,
          () => library.remove(id),
          () => library.restore(id),
          id,
        ),
      restore: (id) => library.restore(id).then(() => undoStack.drop('remove', id)),
      hide: (papers) =>
        act(
          'hide',
          papers.length,
          () => library.hide(papers),
          () => library.unhide(papers),
        ),
      unhide: (papers) =>
        act(
          'unhide',
          papers.length,
          () => library.unhide(papers),
          () => library.hide(papers),
        ),
      mark: ({ paper, change: wanted }) => {
        const inverse = inverseOf(wanted, savedPapers.get(paper.id) ?? {});
        return change(
          'mark',
          paper,
          () => library.mark({ paper, change: wanted }),
          () => library.mark({ paper, change: inverse }),
        );
      },
      highlight: ({ paper, highlight }) => {
        const before = savedPapers.get(paper.id)?.highlights?.find(({ id }) => id === highlight.id);
        return change(
          'highlight',
          paper,
          () => library.highlight({ paper, highlight }),
          () => (before ? library.highlight({ paper, highlight: before }) : library.removeHighlight(highlight.id)),
        );
      },
      removeHighlight: (id) =>
        act(
          'removeHighlight',
          1,
          () => library.removeHighlight(id),
          () => library.restoreHighlight(id),
          id,
        ),
      restoreHighlight: (id) => library.restoreHighlight(id).then(() => undoStack.drop('removeHighlight', id)),
    },
  };
}
